package io.hydrant.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What it costs to ask a key whether the caller of PutRecord may use it: the same load on a node
 * that asks ({@code hydrant.firehose.sse.caller-permissions = required}) and on one that does not
 * ({@code legacy}), in turns.
 *
 * <p>Arguments: connections, seconds to warm up, seconds of a turn, turns; 16, 10, 3 and 8 without.
 */
public final class CallerLoad {
  private CallerLoad() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createTempDirectory("hydrant-callers-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> PutLoad.leaveNothing(data)));
    try (Server required = node(data, "required");
        Server legacy = node(data, "legacy")) {
      new Api(required.endpoint()).prepare();
      new Api(legacy.endpoint()).prepare();
      String body = PutLoad.body("sealed", 1);
      PutLoad.print(
          PutLoad.measure(
              List.of(
                  new PutLoad.Row("PutRecord, required", 1, required.endpoint(), body),
                  new PutLoad.Row("PutRecord, legacy", 1, legacy.endpoint(), body)),
              PutLoad.argument(arguments, 0, 16),
              PutLoad.argument(arguments, 1, 10),
              PutLoad.argument(arguments, 2, 3),
              PutLoad.argument(arguments, 3, 8)));
    }
  }

  private static Server node(Path folder, String rule) throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            folder.resolve(rule + ".conf"),
            "hydrant.firehose.sse.caller-permissions = " + rule + "\n");
    return Server.start(
        "io.hydrant.cli.Main",
        List.of(
            "serve",
            "--port",
            "0",
            "--data",
            folder.resolve(rule).toString(),
            "--config",
            config.toString()));
  }
}
