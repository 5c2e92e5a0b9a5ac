package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Size and interval are given both or neither, and large where rows are turned into columns. */
final class Hints {
  private static final int LARGE = 64;

  private Hints() {}

  /** All the way down. */
  static void complete(JsonNode node) {
    JsonNode hints = node.path("BufferingHints");
    if (hints.path("SizeInMBs").isInt() && !hints.has("IntervalInSeconds")) {
      ((ObjectNode) hints).put("IntervalInSeconds", 60);
    } else if (hints.path("IntervalInSeconds").isInt() && !hints.has("SizeInMBs")) {
      ((ObjectNode) hints).put("SizeInMBs", 5);
    }
    if (hints.path("SizeInMBs").isInt()
        && (node.has("DynamicPartitioningConfiguration")
            || node.has("DataFormatConversionConfiguration"))) {
      ((ObjectNode) hints).put("SizeInMBs", LARGE);
    }
    node.forEach(Hints::complete);
  }
}
