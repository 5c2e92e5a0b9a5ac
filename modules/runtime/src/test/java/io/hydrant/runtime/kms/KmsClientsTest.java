package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KmsClientsTest {
  @Test
  void clients_for_regions_that_callers_make_up_are_not_kept_for_ever() {
    try (KmsClients clients =
        new KmsClients(
            new ExternalKmsSettings(
                URI.create("http://127.0.0.1:1"), Optional.empty(), "firehose.amazonaws.com"))) {
      for (int region = 0; region < KmsClients.CLIENTS_MAX + 10; region++) {
        assertThat(
                clients
                    .call("region-" + region, client -> CompletableFuture.completedFuture("done"))
                    .toCompletableFuture()
                    .join())
            .isEqualTo(Reply.success("done"));
      }
      assertThat(clients.size()).isEqualTo(KmsClients.CLIENTS_MAX);
    }
  }
}
