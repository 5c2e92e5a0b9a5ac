package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Makes of destinations with all members, which keep their shapes, ones that keep the rules of
 * buckets, processors, partitions and conversions too: one encryption, one serializer, processors
 * with their own parameters.
 */
final class Buckets {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:f";

  private Buckets() {}

  /** All the way down. */
  static void complete(JsonNode node) {
    if (node instanceof ObjectNode configuration) {
      encryption(configuration);
      processors(configuration);
      partitions(configuration);
      conversion(configuration);
      backups(configuration);
    }
    node.forEach(Buckets::complete);
  }

  private static void encryption(ObjectNode configuration) {
    if (configuration.path("EncryptionConfiguration") instanceof ObjectNode encryption) {
      encryption.remove("NoEncryptionConfig");
    }
  }

  private static void processors(ObjectNode configuration) {
    if (configuration.path("ProcessingConfiguration") instanceof ObjectNode processing) {
      ObjectNode lambda = processing.putArray("Processors").addObject().put("Type", "Lambda");
      lambda
          .putArray("Parameters")
          .addObject()
          .put("ParameterName", "LambdaArn")
          .put("ParameterValue", FUNCTION);
    }
  }

  private static void partitions(ObjectNode configuration) {
    if (configuration.has("DynamicPartitioningConfiguration")) {
      configuration.put("Prefix", "p/!{partitionKeyFromLambda:a}/");
      configuration.put("ErrorOutputPrefix", "e/!{firehose:error-output-type}/");
      configuration.putObject("BufferingHints").put("SizeInMBs", 64).put("IntervalInSeconds", 60);
    }
  }

  private static void conversion(ObjectNode configuration) {
    if (configuration.path("DataFormatConversionConfiguration") instanceof ObjectNode conversion) {
      configuration.put("CompressionFormat", "UNCOMPRESSED");
      ((ObjectNode) conversion.at("/InputFormatConfiguration/Deserializer"))
          .remove("HiveJsonSerDe");
      ((ObjectNode) conversion.at("/OutputFormatConfiguration/Serializer")).remove("OrcSerDe");
    }
  }

  private static void backups(ObjectNode configuration) {
    for (String member : List.of("S3Configuration", "S3BackupConfiguration")) {
      if (configuration.path(member).path("BufferingHints") instanceof ObjectNode hints) {
        hints.put("IntervalInSeconds", 60);
      }
    }
  }
}
