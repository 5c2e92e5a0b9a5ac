package io.hydrant.runtime.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hydrant.core.id.Origin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a thread's work comes from, on this thread and on the next. */
class OriginsTest {
  private static final Origin ONE = Origin.request("one");
  private static final Origin OTHER = Origin.request("other");

  private static Origin asked() {
    return Origins.current();
  }

  @Test
  void work_has_its_origin_and_what_comes_after_it_has_the_one_before() {
    assertThat(Origins.current()).isEqualTo(Origin.NONE);
    Origin inside = Origins.during(ONE, () -> Origins.during(OTHER, OriginsTest::asked));
    assertThat(inside).isEqualTo(OTHER);
    Origin after =
        Origins.during(
            ONE,
            () -> {
              Origins.during(OTHER, OriginsTest::asked);
              return Origins.current();
            });
    assertThat(after).isEqualTo(ONE);
    assertThat(Origins.current()).isEqualTo(Origin.NONE);
  }

  @Test
  void work_that_fails_leaves_no_origin_behind() {
    Throwable failure =
        catchThrowable(
            () ->
                Origins.during(
                    ONE,
                    () -> {
                      throw new IllegalStateException("it failed");
                    }));
    assertThat(failure).hasMessage("it failed");
    assertThat(Origins.current()).isEqualTo(Origin.NONE);
  }

  @Test
  void who_waits_for_an_answer_is_told_it_under_the_origin_of_the_question() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletionStage<Origin> told =
        Origins.during(ONE, () -> Origins.kept(answer).thenApply(text -> Origins.current()));
    Thread other = new Thread(() -> Origins.during(OTHER, () -> answer.complete("answer")));
    other.start();
    other.join();
    assertThat(told.toCompletableFuture().join()).isEqualTo(ONE);
  }

  @Test
  void so_is_who_waits_in_vain() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    AtomicReference<Origin> told = new AtomicReference<>(Origin.NONE);
    CompletionStage<String> kept =
        Origins.during(
            ONE,
            () ->
                Origins.kept(answer).whenComplete((text, failure) -> told.set(Origins.current())));
    answer.completeExceptionally(new IllegalStateException("no answer"));
    assertThat(told.get()).isEqualTo(ONE);
    assertThat(kept.toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void an_answer_without_an_origin_is_handed_on_as_it_is() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    assertThat(Origins.kept(answer)).isSameAs(answer);
  }
}
