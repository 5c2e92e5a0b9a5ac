package io.hydrant.acceptance;

import static io.hydrant.acceptance.JournalCommands.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.server.Node;
import io.hydrant.server.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
    assertThat(run("export", file, "--with-records", "--data", data.toString()))
        .contains("events written");
    assertThat(run("import", file, "--postgresql", database)).contains("events imported");
  }
}
