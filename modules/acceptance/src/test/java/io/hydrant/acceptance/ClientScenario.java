package io.hydrant.acceptance;

import java.util.List;

/**
 * What every client does, in this order. Each says a step once all that it expects of it has held,
 * so a client that leaves one out is found.
 */
final class ClientScenario {
  static final List<String> STEPS =
      List.of(
          "ResourceNotFoundException",
          "InvalidArgumentException",
          "create",
          "describe until ACTIVE",
          "ResourceInUseException",
          "list in pages",
          "tag",
          "list tags",
          "untag",
          "start encryption until ENABLED",
          "put record",
          "put batch",
          "deliver every byte",
          "InvalidKMSResourceException",
          "update destination",
          "stop encryption until DISABLED",
          "delete");

  private static final String MARK = "step: ";

  private ClientScenario() {}

  /** The steps that a client's output tells, among other lines. */
  static List<String> stepsIn(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith(MARK))
        .map(line -> line.substring(MARK.length()))
        .toList();
  }
}
