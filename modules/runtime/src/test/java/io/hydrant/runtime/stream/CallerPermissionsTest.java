package io.hydrant.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.kms.KmsPort;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which puts have KMS asked, and which do not. */
class CallerPermissionsTest {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final Optional<KeyEpoch> KEY =
      Optional.of(
          new KeyEpoch(
              1,
              KeyType.CUSTOMER_MANAGED_CMK,
              "arn:aws:kms:us-east-1:000000000000:key/a",
              Optional.of("grant"),
              Bytes.ofUtf8("wrapped")));
  private static final Reply<NoOutput> PERMITTED = Reply.success(new NoOutput());
  private static final Reply<NoOutput> DENIED =
      Reply.failure(new ServiceError("AccessDeniedException", "not authorized"));

  private final ServiceClock clock = new ServiceClock();
  private final List<CompletableFuture<Reply<NoOutput>>> questions = new ArrayList<>();
  private final CallerPermissions permissions =
      new CallerPermissions(kms(), clock, true, REMEMBERED);

  /** A KMS that is asked for permissions and for nothing else; it answers when the test says so. */
  private KmsPort kms() {
    return (KmsPort)
        Proxy.newProxyInstance(
            KmsPort.class.getClassLoader(),
            new Class<?>[] {KmsPort.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("canUseDataKeys");
              CompletableFuture<Reply<NoOutput>> question = new CompletableFuture<>();
              questions.add(question);
              return question;
            });
  }

  private static Caller caller(int number) {
    return new Caller(
        "000000000000", "us-east-1", "arn:aws:iam::000000000000:user/" + number, Optional.empty());
  }

  private CompletionStage<Reply<NoOutput>> check(int number) {
    return permissions.check(caller(number), STREAM, KEY);
  }

  private void permitted(int number) {
    CompletionStage<Reply<NoOutput>> check = check(number);
    questions.get(questions.size() - 1).complete(PERMITTED);
    assertThat(check).isCompletedWithValue(PERMITTED);
  }

  @Test
  void a_permission_that_is_remembered_is_not_asked_for() {
    permitted(1);
    assertThat(check(1)).isCompletedWithValue(PERMITTED);
    assertThat(questions).hasSize(1);
  }

  @Test
  void a_permission_that_has_grown_old_is_asked_for_again() {
    permitted(1);
    clock.advance(REMEMBERED);
    assertThat(check(1)).isNotDone();
    assertThat(questions).hasSize(2);
  }

  @Test
  void one_put_asks_ahead_and_none_waits_for_it() {
    permitted(1);
    clock.advance(REMEMBERED.dividedBy(2));
    assertThat(check(1)).isCompletedWithValue(PERMITTED);
    assertThat(check(1)).isCompletedWithValue(PERMITTED);
    assertThat(questions).hasSize(2);
  }

  @Test
  void a_caller_too_many_costs_one_permission_and_not_all() {
    IntStream.rangeClosed(0, CallerPermissions.REMEMBERED_MAX).forEach(this::permitted);
    int asked = questions.size();
    IntStream.rangeClosed(1, CallerPermissions.REMEMBERED_MAX)
        .forEach(number -> assertThat(check(number)).isCompletedWithValue(PERMITTED));
    assertThat(questions).hasSize(asked);
    assertThat(check(0)).isNotDone();
    assertThat(questions).hasSize(asked + 1);
  }

  @Test
  void puts_that_come_at_once_ask_one_question() {
    List<CompletionStage<Reply<NoOutput>>> checks =
        IntStream.range(0, 100).mapToObj(i -> check(1)).toList();
    assertThat(questions).hasSize(1);
    questions.get(0).complete(PERMITTED);
    assertThat(checks).allSatisfy(each -> assertThat(each).isCompletedWithValue(PERMITTED));
    assertThat(questions).hasSize(1);
  }

  @Test
  void a_put_that_waited_for_a_refusal_asks_for_itself() {
    CompletionStage<Reply<NoOutput>> first = check(1);
    CompletionStage<Reply<NoOutput>> second = check(1);
    questions.get(0).complete(DENIED);
    assertThat(first.toCompletableFuture().join()).isInstanceOf(Reply.Failure.class);
    assertThat(second).isNotDone();
    questions.get(1).complete(PERMITTED);
    assertThat(second).isCompletedWithValue(PERMITTED);
  }

  @Test
  void a_refusal_is_not_remembered() {
    CompletionStage<Reply<NoOutput>> first = check(1);
    questions.get(0).complete(DENIED);
    assertThat(first.toCompletableFuture().join()).isInstanceOf(Reply.Failure.class);
    assertThat(check(1)).isNotDone();
    assertThat(questions).hasSize(2);
  }

  @Test
  void a_kms_that_does_not_answer_is_asked_again_by_the_next_put() {
    CompletionStage<Reply<NoOutput>> first = check(1);
    questions.get(0).completeExceptionally(new IllegalStateException("away"));
    assertThat(first).isCompletedWithValue(PERMITTED);
    assertThat(check(1)).isNotDone();
    assertThat(questions).hasSize(2);
  }
}
