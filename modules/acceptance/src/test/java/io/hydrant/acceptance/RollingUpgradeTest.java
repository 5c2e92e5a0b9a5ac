package io.hydrant.acceptance;

import static io.hydrant.acceptance.NodeStreams.activeStreams;
import static io.hydrant.acceptance.NodeStreams.encrypt;
import static io.hydrant.acceptance.NodeStreams.encryption;
import static io.hydrant.acceptance.NodeStreams.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hydrant.cli.cluster.LocalCluster;
import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;

/**
 * A cluster of the build before becomes one of this build, node by node, while it is used. {@code
 * HYDRANT_PREVIOUS} names the jar of the build before.
 */
class RollingUpgradeTest extends ThreeNodes {
  private final String thisBuild = System.getProperty("java.class.path");

  /** Has the S3 of both builds: the build before cannot share the folder of this build's S3. */
  @TempDir static Path data;

  private NodeProcess s3;

  @Override
  Map<String, String> own(int number) {
    return Map.of(
        "HYDRANT_S3_ENDPOINT",
        s3().toString(),
        "AWS_ACCESS_KEY_ID",
        "test",
        "AWS_SECRET_ACCESS_KEY",
        "test");
  }

  private URI s3() {
    try {
      if (s3 == null) {
        s3 = new NodeProcess(data);
        s3.start();
      }
      return s3.endpoint();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  void stopS3() {
    if (s3 != null) {
      s3.close();
    }
  }

  @Override
  void prepare(LocalCluster nodes) {
    String previous = System.getenv("HYDRANT_PREVIOUS");
    assumeTrue(previous != null, "HYDRANT_PREVIOUS names no jar of the build before");
    assertThat(Path.of(previous)).matches(Files::isRegularFile);
    nodes.nodes().forEach(node -> node.startFrom(previous));
    // Nodes of the build before that find an empty database together do not all start.
    Flyway.configure()
        .dataSource(database().url(), "hydrant", "hydrant")
        .table("hydrant_schema")
        .baselineVersion("0")
        .load()
        .baseline();
  }

  @Test
  void nodes_of_two_builds_are_one_service_and_no_call_fails() throws Exception {
    awaitAllUp();
    List<String> streams = new ArrayList<>(activeStreams(on(0), 4));
    String key = on(0).kms().createKey().keyMetadata().arn();
    encrypt(on(0), streams.get(0), key);
    // No call goes to the node that is being replaced, as a load balancer does it.
    List<Integer> others = List.of(1, 2, 0);
    for (int replaced = 0; replaced < 3; replaced++) {
      int other = others.get(replaced);
      SdkClients patient = SdkClients.of(node(other).endpoint(), "test");
      try (Producers producers =
          new Producers(streams, (stream, text) -> put(patient, stream, text))) {
        awaitRecords(producers);
        NodeProcess node = node(replaced);
        assertThat(node.stop()).isIn(0, 143);
        node.startFrom(thisBuild);
        node.start();
        awaitAllUp();
        awaitRecords(producers);
        producers.stop();
        // Beyond what the SDK tries again by itself.
        assertThat(producers.refused()).isEmpty();
        awaitDelivered(streams, producers.acknowledged());
      }
      String stream = activeStreams(on(replaced), 1).get(0);
      encrypt(on(other), stream, key);
      for (int asked = 0; asked < 3; asked++) {
        SdkClients client = on(asked);
        await()
            .atMost(PATIENCE)
            .until(() -> encryption(client, stream) == DeliveryStreamEncryptionStatus.ENABLED);
        assertThat(put(client, stream, stream + "/" + asked).encrypted()).isTrue();
      }
      awaitDelivered(List.of(stream), List.of(stream + "/0", stream + "/1", stream + "/2"));
      streams.add(stream);
    }
    journal().assertOneWriterAtATime();
  }
}
