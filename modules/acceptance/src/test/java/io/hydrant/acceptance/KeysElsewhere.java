package io.hydrant.acceptance;

import io.hydrant.server.Node;
import io.hydrant.server.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kms.KmsClient;

/** Tests of a node whose keys are in the KMS of another node. */
abstract class KeysElsewhere extends OneNode {
  @TempDir private static Path keysFolder;

  Node keysNode;
  KmsClient keys;

  @Override
  Map<String, Object> settings() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    startKeysNode(0);
    return Map.of("hydrant.kms.endpoint", keysNode.endpoint());
  }

  void startKeysNode(int port) {
    try {
      keysNode =
          Node.start(
              Settings.load(
                  Optional.empty(),
                  Map.of("hydrant.port", port, "hydrant.data", keysFolder.toString())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    keys = SdkClients.of(URI.create(keysNode.endpoint()), "test").kms();
  }

  @AfterAll
  void stopKeysNode() {
    keysNode.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  String keyElsewhere() {
    return keys.createKey().keyMetadata().arn();
  }
}
