package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

/** Creations and deletions of one name at once: what exists afterwards is what is listed. */
class NameRacesTest extends OneNode {
  private static final int ROUNDS = 12;
  private static final int CALLS = 24;

  @Test
  void after_creations_and_deletions_at_once_every_stream_that_exists_is_listed() throws Exception {
    List<String> names = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(CALLS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        String name = newName();
        names.add(name);
        race(callers, name);
      }
    } finally {
      callers.shutdownNow();
      assertThat(callers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    names.forEach(this::awaitRest);
    // Where every round ends without a stream, there is still one to be compared.
    names.add(activeStream());
    // Names that a creation has left behind are looked at after its time of grace.
    advance(Duration.ofMinutes(1));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(listed()).isEqualTo(existing(names)));
    restart();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(listed()).isEqualTo(existing(names)));
    for (String name : existing(names)) {
      assertThat(put(name, "taken").recordId()).isNotEmpty();
    }
  }

  /** Half of the calls create, half delete, all at the same moment. */
  private void race(ExecutorService callers, String name) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLS);
    List<Future<?>> calls = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      boolean creates = call % 2 == 0;
      calls.add(
          callers.submit(
              () -> {
                start.await();
                if (creates) {
                  unlessRefused(() -> createOnly(name));
                } else {
                  unlessRefused(
                      () -> firehose.deleteDeliveryStream(r -> r.deliveryStreamName(name)));
                }
                return name;
              }));
    }
    for (Future<?> call : calls) {
      call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void createOnly(String name) {
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    c ->
                        c.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .prefix(name + "/")));
  }

  /** That the name is taken, free or not ready is an answer like any other here. */
  private static void unlessRefused(Runnable call) {
    try {
      call.run();
    } catch (FirehoseException refused) {
      assertThat(refused.statusCode()).isEqualTo(400);
    }
  }

  private void awaitRest(String name) {
    await()
        .atMost(PATIENCE)
        .until(() -> !exists(name) || status(name) == DeliveryStreamStatus.ACTIVE);
  }

  private DeliveryStreamStatus status(String name) {
    try {
      return describe(name).deliveryStreamStatus();
    } catch (ResourceNotFoundException gone) {
      return DeliveryStreamStatus.UNKNOWN_TO_SDK_VERSION;
    }
  }

  private boolean exists(String name) {
    return status(name) != DeliveryStreamStatus.UNKNOWN_TO_SDK_VERSION;
  }

  private Set<String> existing(List<String> names) {
    Set<String> existing = new TreeSet<>(names);
    existing.removeIf(name -> !exists(name));
    return existing;
  }

  private Set<String> listed() {
    return new TreeSet<>(firehose.listDeliveryStreams(r -> r.limit(10_000)).deliveryStreamNames());
  }
}
