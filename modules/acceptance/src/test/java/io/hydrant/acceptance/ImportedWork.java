package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.server.Main;
import io.hydrant.server.Node;
import io.hydrant.server.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** A stream of another node that was exported with a record to deliver and half encrypted. */
final class ImportedWork {
  private final String stream = NodeStreams.newNames(1).get(0);

  String stream() {
    return stream;
  }

  /**
   * @param environment of the nodes that go on: they must have the same root key
   */
  void into(String database, Map<String, String> environment) throws Exception {
    Path data = Files.createTempDirectory("hydrant-imported");
    Map<String, Object> settings =
        Map.of(
            "hydrant.port",
            0,
            "hydrant.data",
            data.toString(),
            "hydrant.kms.root-key",
            environment.get("HYDRANT_KMS_ROOT_KEY"),
            "hydrant.streams.creating-duration",
            "0ms",
            "hydrant.encryption.enabling-duration",
            "10m");
    try (Node node = Node.start(Settings.load(Optional.empty(), settings))) {
      SdkClients client = SdkClients.withoutRetries(URI.create(node.endpoint()));
      NodeStreams.createStream(client, stream, 300);
      NodeStreams.awaitActive(client, stream);
      NodeStreams.put(client, stream, "imported");
      NodeStreams.encrypt(client, stream, client.kms().createKey().keyMetadata().arn());
    }
    String file = data.resolve("journal.jsonl").toString();
    run("export", file, "--with-records", "--data", data.toString());
    run("import", file, "--postgresql", database);
  }

  private static void run(String command, String file, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "journal";
    arguments[1] = command;
    arguments[2] = file;
    System.arraycopy(more, 0, arguments, 3, more.length);
    assertThat(new CommandLine(new Main()).execute(arguments)).isZero();
  }
}
