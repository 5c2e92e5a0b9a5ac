package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes of an input of CreateDeliveryStream, which keeps its shapes, one that keeps the rules
 * beyond them too where it does not say otherwise: a free name, one destination, the source of its
 * type and the type of its source.
 */
public final class Creation {
  private static final String DESTINATION = "DestinationConfiguration";
  private static final String EXTENDED_S3 = "ExtendedS3" + DESTINATION;
  private static final String TYPE = "DeliveryStreamType";
  private static final String ENCRYPTION = "DeliveryStreamEncryptionConfigurationInput";
  private static final String DATABASE = "DatabaseAsSource";
  private static final Map<String, String> SOURCES = new LinkedHashMap<>();

  static {
    SOURCES.put("KinesisStreamAsSource", "KinesisStreamSourceConfiguration");
    SOURCES.put("MSKAsSource", "MSKSourceConfiguration");
    SOURCES.put(DATABASE, "DatabaseSourceConfiguration");
  }

  private final Samples samples;
  private final String takenName;

  /**
   * @param known by shape, values that mean something to the node: an existing stream and a key
   */
  public Creation(Map<String, String> known) {
    this.samples = new Samples(Forms.of("firehose"), known);
    this.takenName = known.get("DeliveryStreamName");
  }

  public ObjectNode completed(ObjectNode given, String freeName) {
    ObjectNode body = given.deepCopy();
    if (body.path("DeliveryStreamName").asText().equals(takenName)) {
      body.put("DeliveryStreamName", freeName);
    }
    destination(body);
    SOURCES.forEach((type, member) -> source(body, type, member));
    if (body.path(ENCRYPTION).isObject()) {
      key((ObjectNode) body.get(ENCRYPTION));
    }
    new Kinds(samples).complete(body);
    Parts.complete(body);
    Hints.complete(body);
    return body;
  }

  private void destination(ObjectNode body) {
    long destinations =
        body.properties().stream().filter(each -> each.getKey().endsWith(DESTINATION)).count();
    if (destinations > 1) {
      body.properties()
          .removeIf(
              each ->
                  SOURCES.containsValue(each.getKey())
                      || (each.getKey().endsWith(DESTINATION)
                          && !each.getKey().equals(EXTENDED_S3)));
    } else if (destinations == 0) {
      // A database is delivered to Iceberg alone.
      boolean database =
          body.has(SOURCES.get(DATABASE)) || body.path(TYPE).asText().equals(DATABASE);
      String member = database ? "Iceberg" + DESTINATION : EXTENDED_S3;
      body.set(member, minimal(member));
    }
  }

  private void source(ObjectNode body, String type, String member) {
    if (body.path(member).isObject() && !body.has(TYPE)) {
      body.put(TYPE, type);
    } else if (body.path(TYPE).asText().equals(type) && !body.has(member)) {
      body.set(member, minimal(member));
    }
  }

  private void key(ObjectNode encryption) {
    if (encryption.has("KeyARN") && encryption.path("KeyType").asText().equals("AWS_OWNED_CMK")) {
      encryption.put("KeyType", "CUSTOMER_MANAGED_CMK");
    } else if (encryption.path("KeyType").asText().equals("CUSTOMER_MANAGED_CMK")) {
      encryption.put("KeyARN", samples.known().get("AWSKMSKeyARNForSSE"));
    }
  }

  private ObjectNode minimal(String member) {
    return samples.minimal(samples.forms().form(member));
  }
}
