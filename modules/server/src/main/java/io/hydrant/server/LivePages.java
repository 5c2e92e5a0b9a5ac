package io.hydrant.server;

import io.hydrant.core.entity.Reply;
import io.hydrant.inspector.LiveNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads a directory page by page: an answer of a node of the cluster must not be long. */
@FunctionalInterface
interface LivePages {
  /** The number of names in a page; KMS returns no more. */
  int PAGE = 1_000;

  /**
   * Some names of a directory.
   *
   * @param next the beginning of the next page; empty where there is none
   */
  record Part(List<String> names, Optional<String> next) {}

  /**
   * Returns one page of the directory.
   *
   * @param from the end of the page before; empty for the first page
   * @param most the greatest number of names
   */
  CompletionStage<Part> page(Optional<String> from, int most);

  /** Returns the first names. */
  default CompletionStage<LiveNames> upTo(int most) {
    return rest(most, Optional.empty(), new ArrayList<>());
  }

  private CompletionStage<LiveNames> rest(int most, Optional<String> from, List<String> names) {
    return Patience.withNames(page(from, Math.min(PAGE, most - names.size())))
        .thenCompose(
            page -> {
              names.addAll(page.names());
              return page.next().isPresent() && names.size() < most
                  ? rest(most, page.next(), names)
                  : CompletableFuture.completedFuture(
                      new LiveNames(names, page.next().isPresent()));
            });
  }

  /** Returns a directory's output; a directory never answers with an error. */
  static <T> T output(Reply<T> reply) {
    return reply.fold(
        output -> output,
        error -> {
          throw new IllegalStateException(error.message());
        });
  }
}
