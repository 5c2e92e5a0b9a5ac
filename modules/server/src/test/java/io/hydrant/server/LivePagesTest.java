package io.hydrant.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.inspector.LiveNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LivePagesTest {
  private final List<Integer> wanted = new ArrayList<>();

  /** A directory whose pages begin where a marker says. */
  private LivePages directory(int size) {
    return (from, most) -> {
      wanted.add(most);
      int first = from.map(marker -> Integer.parseInt(marker.substring(1))).orElse(0);
      int end = Math.min(size, first + most);
      return CompletableFuture.completedFuture(
          new LivePages.Part(
              names(first, end), end < size ? Optional.of("m" + end) : Optional.empty()));
    };
  }

  private static List<String> names(int first, int end) {
    return IntStream.range(first, end).mapToObj("name-%d"::formatted).toList();
  }

  private LiveNames upTo(int most, int size) {
    return directory(size).upTo(most).toCompletableFuture().join();
  }

  @Test
  void all_names_come_page_by_page() {
    assertThat(upTo(100_000, 2_500)).isEqualTo(new LiveNames(names(0, 2_500), false));
    assertThat(wanted).containsExactly(1_000, 1_000, 1_000);
  }

  @Test
  void no_more_names_come_than_are_wanted() {
    assertThat(upTo(1_500, 2_500)).isEqualTo(new LiveNames(names(0, 1_500), true));
    assertThat(wanted).containsExactly(1_000, 500);
    assertThat(upTo(2_000, 2_000)).isEqualTo(new LiveNames(names(0, 2_000), false));
  }

  @Test
  void a_directory_without_names_has_none() {
    assertThat(upTo(10, 0)).isEqualTo(new LiveNames(List.of(), false));
  }

  @Test
  void a_directory_that_stays_silent_fails_in_time() {
    LivePages silent = (from, most) -> new CompletableFuture<>();
    assertThat(silent.upTo(10).toCompletableFuture())
        .failsWithin(20, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void an_answer_that_comes_late_is_not_taken_and_the_one_who_was_asked_is_left_alone() {
    CompletableFuture<String> asked = new CompletableFuture<>();
    CompletableFuture<String> waiting = Patience.with(asked).toCompletableFuture();
    assertThat(waiting)
        .failsWithin(20, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class);
    assertThat(asked).isNotDone();
    assertThat(Patience.with(CompletableFuture.completedFuture("soon")))
        .isCompletedWithValue("soon");
  }
}
