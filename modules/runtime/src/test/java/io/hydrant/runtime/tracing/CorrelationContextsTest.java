package io.hydrant.runtime.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hydrant.core.id.CorrelationContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a thread's work comes from, on this thread and on the next. */
class CorrelationContextsTest {
  private static final CorrelationContext ONE = CorrelationContext.request("one");
  private static final CorrelationContext OTHER = CorrelationContext.request("other");

  private static CorrelationContext asked() {
    return CorrelationContexts.current();
  }

  @Test
  void work_has_its_origin_and_what_comes_after_it_has_the_one_before() {
    assertThat(CorrelationContexts.current()).isEqualTo(CorrelationContext.NONE);
    CorrelationContext inside =
        CorrelationContexts.runIn(
            ONE, () -> CorrelationContexts.runIn(OTHER, CorrelationContextsTest::asked));
    assertThat(inside).isEqualTo(OTHER);
    CorrelationContext after =
        CorrelationContexts.runIn(
            ONE,
            () -> {
              CorrelationContexts.runIn(OTHER, CorrelationContextsTest::asked);
              return CorrelationContexts.current();
            });
    assertThat(after).isEqualTo(ONE);
    assertThat(CorrelationContexts.current()).isEqualTo(CorrelationContext.NONE);
  }

  @Test
  void work_that_fails_leaves_no_origin_behind() {
    Throwable failure =
        catchThrowable(
            () ->
                CorrelationContexts.runIn(
                    ONE,
                    () -> {
                      throw new IllegalStateException("it failed");
                    }));
    assertThat(failure).hasMessage("it failed");
    assertThat(CorrelationContexts.current()).isEqualTo(CorrelationContext.NONE);
  }

  @Test
  void an_answer_arrives_in_the_context_of_its_question() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletionStage<CorrelationContext> seen =
        CorrelationContexts.runIn(
            ONE,
            () ->
                CorrelationContexts.kept(answer).thenApply(text -> CorrelationContexts.current()));
    Thread other =
        new Thread(() -> CorrelationContexts.runIn(OTHER, () -> answer.complete("answer")));
    other.start();
    other.join();
    assertThat(seen.toCompletableFuture().join()).isEqualTo(ONE);
  }

  @Test
  void the_context_is_kept_when_the_stage_fails() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    AtomicReference<CorrelationContext> seen = new AtomicReference<>(CorrelationContext.NONE);
    CompletionStage<String> kept =
        CorrelationContexts.runIn(
            ONE,
            () ->
                CorrelationContexts.kept(answer)
                    .whenComplete((text, failure) -> seen.set(CorrelationContexts.current())));
    answer.completeExceptionally(new IllegalStateException("no answer"));
    assertThat(seen.get()).isEqualTo(ONE);
    assertThat(kept.toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void an_answer_without_an_origin_is_handed_on_as_it_is() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    assertThat(CorrelationContexts.kept(answer)).isSameAs(answer);
  }
}
