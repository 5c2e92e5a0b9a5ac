package io.hydrant.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.http.auth.AuthenticationConfig;
import io.hydrant.http.auth.identity.UnknownKeys;
import io.hydrant.runtime.kms.RootKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIdentitiesTest {
  @TempDir private Path folder;

  private static AuthenticationConfig open(Optional<Path> file, RootKey rootKey) throws Exception {
    return NodeIdentities.open(new AuthSettings(file, UnknownKeys.ROOT, false), rootKey);
  }

  @Test
  void the_error_of_unreadable_identities_is_a_sentence() throws Exception {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> open(Optional.of(missing), RootKey.ephemeral()))
        .isInstanceOf(NodeStartException.class)
        .hasMessage("The file of identities " + missing + " cannot be read.");
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"identities\": [{}]}");
    assertThatThrownBy(() -> open(Optional.of(wrong), RootKey.ephemeral()))
        .isInstanceOf(NodeStartException.class)
        .hasMessage("The identities in " + wrong + ": identities[0].accessKeyId is missing.");
  }

  @Test
  void what_a_node_seals_opens_at_nodes_of_the_same_root_key_alone() throws Exception {
    byte[] text = "session".getBytes(StandardCharsets.US_ASCII);
    RootKey.load(Optional.empty(), folder);
    byte[] sealed =
        open(Optional.empty(), RootKey.load(Optional.empty(), folder)).sessions().seal(text);
    AuthenticationConfig restarted = open(Optional.empty(), RootKey.load(Optional.empty(), folder));
    assertThat(restarted.sessions().open(sealed)).hasValue(text);
    assertThat(open(Optional.empty(), RootKey.ephemeral()).sessions().open(sealed)).isEmpty();
    sealed[sealed.length - 1] ^= 1;
    assertThat(restarted.sessions().open(sealed)).isEmpty();
  }
}
