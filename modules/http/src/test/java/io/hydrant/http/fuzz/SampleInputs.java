package io.hydrant.http.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.shape.Shapes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For every operation an input that has every member of its shape. */
final class SampleInputs {
  private static final String ROLE = "arn:aws:iam::000000000000:role/r";
  private static final String VPCE = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdefg";

  /** The first that a shape takes is its sample. */
  private static final List<String> TEXTS =
      List.of(
          "1",
          "",
          "alias",
          "Abcdef1",
          ROLE,
          "arn:aws:s3:::bucket",
          "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab",
          "arn:aws:kinesis:us-east-1:000000000000:stream/s",
          "arn:aws:secretsmanager:us-east-1:000000000000:secret:s",
          "arn:aws:es:us-east-1:000000000000:domain/domain",
          "arn:aws:glue:us-east-1:000000000000:catalog",
          "jdbc:redshift://c.redshift.amazonaws.com:5439/db",
          "https://host.example.com",
          "https://x.us-east-1.aoss.amazonaws.com",
          "https://x.snowflakecomputing.com",
          "s3://bucket/path",
          ".gz",
          "firehose.amazonaws.com",
          VPCE,
          "AAAA".repeat(64));

  private final JsonNode shapes;

  private SampleInputs(JsonNode shapes) {
    this.shapes = shapes;
  }

  /** By the whole target. */
  static Map<String, ObjectNode> all() {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    load("firehose.shapes.json").addTo(all, "Firehose_20150804.");
    load("kms.shapes.json").addTo(all, "TrentService.");
    return all;
  }

  private static SampleInputs load(String resource) {
    try (InputStream in = Shapes.class.getResourceAsStream(resource)) {
      return new SampleInputs(Json.MAPPER.readTree(in).get("shapes"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addTo(Map<String, ObjectNode> all, String prefix) {
    for (Map.Entry<String, JsonNode> shape : shapes.properties()) {
      String name = shape.getKey();
      // Structures inside others end like this too.
      if (name.endsWith("Input") && !name.endsWith("ConfigurationInput")) {
        all.put(prefix + name.replaceFirst("Input$", ""), structure(shape.getValue()));
      }
    }
  }

  private ObjectNode structure(JsonNode shape) {
    ObjectNode sample = Json.object();
    for (Map.Entry<String, JsonNode> member : shape.get("members").properties()) {
      sample.set(member.getKey(), sample(member.getValue().textValue().replace("!", "")));
    }
    return sample;
  }

  private JsonNode sample(String name) {
    JsonNode shape = shapes.get(name);
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (shape.get("type").textValue()) {
      case "structure" -> structure(shape);
      case "list" -> nodes.arrayNode().add(sample(shape.get("of").textValue()));
      case "map" -> Json.object().set("key", sample(shape.get("of").textValue()));
      case "blob" -> nodes.textNode("QUJD");
      case "boolean" -> nodes.booleanNode(false);
      case "string" -> nodes.textNode(text(name, shape));
      case "timestamp" -> nodes.numberNode(1_700_000_000L);
      default -> nodes.numberNode(shape.path("min").asLong(1));
    };
  }

  private static String text(String name, JsonNode shape) {
    if (shape.has("enum")) {
      return shape.get("enum").get(0).textValue();
    }
    return TEXTS.stream()
        .filter(text -> text.length() >= shape.path("min").asInt(0))
        .filter(text -> text.matches(shape.path("pattern").asText("(?s).*")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample of " + name));
  }
}
