package io.hydrant.delivery.processing;

import io.hydrant.delivery.jq.JqException;
import io.hydrant.delivery.jq.JqQuery;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the queries that were compiled last. Safe for several threads. */
final class CompiledQueries {
  private static final int QUERIES_MAX = 100;
  private static final float LOAD_FACTOR = 0.75f;

  private final InstantSource clock;
  private final Map<String, Query> compiled =
      new LinkedHashMap<>(QUERIES_MAX, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Query> eldest) {
          return size() > QUERIES_MAX;
        }
      };

  CompiledQueries(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns the query of a text. A text that is no query gives a query that always fails. */
  synchronized Query of(String text) {
    return compiled.computeIfAbsent(text, this::compile);
  }

  private Query compile(String text) {
    try {
      JqQuery query = JqQuery.compile(text, clock);
      return query::apply;
    } catch (JqException notAQuery) {
      String reason = notAQuery.getMessage();
      return input -> {
        throw new JqException(reason);
      };
    }
  }
}
