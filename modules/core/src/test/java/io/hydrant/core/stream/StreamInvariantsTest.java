package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.WRAPPED;
import static io.hydrant.core.stream.StreamHistory.arn;
import static io.hydrant.core.stream.StreamHistory.start;
import static io.hydrant.core.stream.StreamHistory.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any sequence of calls and outcomes, whatever is lost, late or doubled, keeps:
 *
 * <ul>
 *   <li>a key in force never vanishes by a failed or unfinished change;
 *   <li>an encrypted stream is sealed under the key of its newest finished change;
 *   <li>every grant that KMS made is either in use or owed to be retired, until it is retired;
 *   <li>ENABLING and DISABLING always owe something, so that no stream hangs in them.
 * </ul>
 */
class StreamInvariantsTest {
  private final Set<String> liveGrants = new HashSet<>();

  enum Step {
    START_A,
    START_B,
    STOP,
    GRANT,
    GRANT_DOUBLED,
    GRANT_REFUSED,
    KEY,
    KEY_REFUSED,
    STEP,
    DRAINED,
    RETIRED,
    DELETE,
    EMPTIED,
    UNLISTED,
    TIME
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.of(Step.class).list().ofMaxSize(60);
  }

  @Property(tries = 400)
  void every_sequence_keeps_the_invariants(@ForAll("steps") List<Step> steps) {
    liveGrants.clear();
    StreamHistory history = StreamHistory.active();
    for (Step step : steps) {
      Optional<KeyEpoch> before = inForce(history.state());
      take(step, history);
      check(step, before, history.state(), history);
    }
  }

  private void take(Step step, StreamHistory history) {
    Reply<String> refused = Reply.failure(new ServiceError("DisabledException", "x is disabled."));
    int epoch = history.state() instanceof DeliveryStream stream ? stream.lastEpoch() : 0;
    switch (step) {
      case START_A -> history.handle(start("a"));
      case START_B -> history.handle(start("b"));
      case STOP -> history.handle(stop());
      case GRANT, GRANT_DOUBLED -> grant(history, epoch, step == Step.GRANT_DOUBLED);
      case GRANT_REFUSED ->
          history.handle(new StreamTaskResult.CreateGrantCompleted(epoch, arn("a"), refused));
      case KEY ->
          history.handle(
              new StreamTaskResult.GenerateDataKeyCompleted(
                  epoch, Reply.success(WRAPPED), Duration.ZERO));
      case KEY_REFUSED ->
          history.handle(
              new StreamTaskResult.GenerateDataKeyCompleted(
                  epoch,
                  Reply.failure(new ServiceError("NotFoundException", "gone")),
                  Duration.ZERO));
      case STEP -> history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
      case DRAINED ->
          history.due().stream()
              .filter(StreamTask.AwaitDrained.class::isInstance)
              .forEach(
                  task ->
                      history.handle(
                          new StreamTaskResult.Drained(((StreamTask.AwaitDrained) task).epoch())));
      case RETIRED ->
          history.due().stream()
              .filter(StreamTask.RetireGrant.class::isInstance)
              .map(StreamTask.RetireGrant.class::cast)
              .forEach(
                  task -> {
                    liveGrants.remove(task.grantId());
                    history.handle(new StreamTaskResult.GrantRetired(task.epoch(), task.grantId()));
                  });
      case DELETE -> history.handle(new DeleteDeliveryStream(false));
      case EMPTIED -> history.handle(new StreamTaskResult.BufferDrained());
      case UNLISTED -> history.handle(new StreamTaskResult.NameDeregistered());
      case TIME -> history.pass(Duration.ofMillis(300));
    }
  }

  /** KMS makes a grant when it is asked; the name makes a second asking the same grant. */
  private void grant(StreamHistory history, int epoch, boolean doubled) {
    List<StreamTask> asked =
        history.due().stream().filter(StreamTask.CreateGrant.class::isInstance).toList();
    for (StreamTask task : asked) {
      String grant = "grant-" + ((StreamTask.CreateGrant) task).epoch();
      liveGrants.add(grant);
      Reply<String> answer = Reply.success(grant);
      history.handle(new StreamTaskResult.CreateGrantCompleted(epoch, arn("a"), answer));
      if (doubled) {
        history.handle(new StreamTaskResult.CreateGrantCompleted(epoch, arn("a"), answer));
      }
    }
  }

  private void check(
      Step step, Optional<KeyEpoch> before, StreamState state, StreamHistory history) {
    if (!(state instanceof DeliveryStream stream)) {
      assertThat(liveGrants).isEmpty();
      return;
    }
    if (step == Step.START_A
        || step == Step.START_B
        || step == Step.GRANT_REFUSED
        || step == Step.KEY_REFUSED
        || step == Step.DELETE) {
      assertThat(inForce(state)).isEqualTo(before);
    }
    if (stream.encryption().status() == EncryptionStatus.ENABLED) {
      assertThat(inForce(state)).isPresent();
    }
    Set<String> accounted = new HashSet<>();
    stream.encryption().keys().latest().flatMap(KeyEpoch::grantId).ifPresent(accounted::add);
    if (stream.encryption() instanceof Encryption.Enabling enabling) {
      enabling.grantId().ifPresent(accounted::add);
    }
    stream.retiringKeys().forEach(key -> key.grantId().ifPresent(accounted::add));
    assertThat(accounted).isEqualTo(liveGrants);
    boolean moving =
        stream.encryption().status() == EncryptionStatus.ENABLING
            || stream.encryption().status() == EncryptionStatus.DISABLING
            || stream.lifecycle() instanceof Lifecycle.Deleting;
    if (moving) {
      assertThat(history.owed()).isNotEmpty();
    }
  }

  private static Optional<KeyEpoch> inForce(StreamState state) {
    return state instanceof DeliveryStream stream
        ? stream.encryption().keys().latest()
        : Optional.empty();
  }
}
