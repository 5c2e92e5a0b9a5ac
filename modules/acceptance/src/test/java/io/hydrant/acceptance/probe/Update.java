package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of an input of UpdateDestination, which keeps its shapes, one that keeps the rules beyond
 * them too where it does not say otherwise: one update, the right stream, its version.
 */
public final class Update {
  private static final String UPDATE = "DestinationUpdate";
  private static final String EXTENDED_S3 = "ExtendedS3" + UPDATE;

  private Update() {}

  /** The member of CreateDeliveryStream that makes a stream for this update. */
  public static String destination(JsonNode body) {
    return only(body)
        .map(member -> member.replace("Update", "Configuration"))
        .orElse("ExtendedS3DestinationConfiguration");
  }

  private static Optional<String> only(JsonNode body) {
    return body.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> name.endsWith(UPDATE))
        .reduce((one, other) -> EXTENDED_S3);
  }

  /**
   * @param known the name that stands for any stream
   */
  public static ObjectNode completed(ObjectNode given, String known, String stream) {
    ObjectNode body = given.deepCopy();
    if (body.path("DeliveryStreamName").asText().equals(known)) {
      body.put("DeliveryStreamName", stream);
    }
    String kept = only(body).orElse(EXTENDED_S3);
    body.properties()
        .removeIf(each -> each.getKey().endsWith(UPDATE) && !each.getKey().equals(kept));
    if (!body.has(kept)) {
      body.putObject(kept);
    }
    Parts.complete(body);
    Hints.complete(body);
    return body;
  }
}
