package io.hydrant.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.TableErrors;
import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.delivery.schema.TableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A table is looked up on another thread, and its problem is the refusal of the call. */
class TableResolutionTest {
  private static final TableReference TABLE =
      new TableReference("000000000000", "us-east-1", "db", "t", "LATEST", "role");

  private final List<TableReference> lookedUp = new ArrayList<>();
  private final Queue<Runnable> blocking = new ArrayDeque<>();
  private final TableResolution resolution =
      new TableResolution(
          table -> {
            lookedUp.add(table);
            if (table.table().equals("missing")) {
              throw new TableException(TableProblem.NOT_FOUND, "No.");
            }
            return List.of();
          },
          blocking::add);

  private static TableReference missing() {
    return new TableReference("000000000000", "us-east-1", "db", "missing", "LATEST", "role");
  }

  private static Reply<NoOutput> result(CompletionStage<Reply<NoOutput>> stage) {
    return stage
        .toCompletableFuture()
        .getNow(Reply.failure(TableErrors.of(TableProblem.UNAVAILABLE, "")));
  }

  @Test
  void nothing_is_looked_up_for_a_stream_that_converts_nothing() {
    assertThat(result(resolution.check(Optional.empty()))).isEqualTo(Reply.success(new NoOutput()));
    assertThat(blocking).isEmpty();
  }

  @Test
  void a_table_is_looked_up_where_calls_may_block() {
    CompletionStage<Reply<NoOutput>> checked = resolution.check(Optional.of(TABLE));
    assertThat(lookedUp).isEmpty();
    blocking.remove().run();
    assertThat(lookedUp).containsExactly(TABLE);
    assertThat(result(checked)).isEqualTo(Reply.success(new NoOutput()));
  }

  @Test
  void a_table_that_is_missing_is_the_refusal() {
    CompletionStage<Reply<NoOutput>> checked = resolution.check(Optional.of(missing()));
    blocking.remove().run();
    assertThat(result(checked))
        .isEqualTo(Reply.failure(TableErrors.of(TableProblem.NOT_FOUND, "No.")));
  }
}
