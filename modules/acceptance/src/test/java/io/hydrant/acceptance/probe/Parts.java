package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Adds to buckets, processors, partitions and conversions what a rule demands beside a member that
 * is given. Nothing is taken away, so that what breaks a shape still does.
 */
final class Parts {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:f";
  private static final String ROLE = "arn:aws:iam::000000000000:role/r";

  private Parts() {}

  /** All the way down. */
  static void complete(JsonNode node) {
    if (node.path("DynamicPartitioningConfiguration").path("Enabled").asBoolean()) {
      partitions((ObjectNode) node);
    }
    if (node.path("DataFormatConversionConfiguration") instanceof ObjectNode conversion) {
      conversion(conversion);
    }
    if (node.path("ProcessingConfiguration") instanceof ObjectNode processing) {
      processors(processing);
    }
    if (node.path("EncryptionConfiguration") instanceof ObjectNode encryption
        && encryption.isEmpty()) {
      encryption.put("NoEncryptionConfig", "NoEncryption");
    }
    if (node.path("CloudWatchLoggingOptions") instanceof ObjectNode logging) {
      absent(logging, "LogGroupName", "group");
      absent(logging, "LogStreamName", "stream");
    }
    node.forEach(Parts::complete);
  }

  private static void partitions(ObjectNode configuration) {
    absent(configuration, "Prefix", "!{partitionKeyFromLambda:a}/");
    absent(configuration, "ErrorOutputPrefix", "e/!{firehose:error-output-type}/");
    if (!configuration.has("ProcessingConfiguration")) {
      configuration.putObject("ProcessingConfiguration").put("Enabled", true);
    }
  }

  private static void conversion(ObjectNode conversion) {
    one(conversion, "InputFormatConfiguration", "Deserializer", "OpenXJsonSerDe");
    one(conversion, "OutputFormatConfiguration", "Serializer", "ParquetSerDe");
    if (!conversion.has("SchemaConfiguration")) {
      conversion.putObject("SchemaConfiguration");
    }
    if (conversion.path("SchemaConfiguration") instanceof ObjectNode schema) {
      absent(schema, "RoleARN", ROLE);
      absent(schema, "DatabaseName", "database");
      absent(schema, "TableName", "table");
    }
  }

  private static void one(ObjectNode conversion, String part, String member, String serde) {
    if (!conversion.has(part)) {
      conversion.putObject(part);
    }
    if (conversion.path(part) instanceof ObjectNode format && !format.has(member)) {
      format.putObject(member);
    }
    if (conversion.path(part).path(member) instanceof ObjectNode chosen && chosen.isEmpty()) {
      chosen.putObject(serde);
    }
  }

  private static void processors(ObjectNode processing) {
    if (!processing.has("Processors") && processing.path("Enabled").asBoolean()) {
      processing.putArray("Processors").addObject().put("Type", "Lambda");
    }
    for (JsonNode processor : processing.path("Processors")) {
      boolean bare = processor.isObject() && !processor.has("Parameters");
      if (bare && processor.path("Type").asText().equals("Lambda")) {
        parameter(((ObjectNode) processor).putArray("Parameters"), "LambdaArn", FUNCTION);
      }
    }
  }

  private static void parameter(ArrayNode parameters, String name, String value) {
    parameters.addObject().put("ParameterName", name).put("ParameterValue", value);
  }

  private static void absent(ObjectNode node, String member, String value) {
    if (!node.has(member)) {
      node.put(member, value);
    }
  }
}
