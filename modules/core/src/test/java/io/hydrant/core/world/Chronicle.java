package io.hydrant.core.world;

import io.hydrant.core.entity.Event;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The histories of the entities that an objection is about, as one table in the order of time. */
final class Chronicle {
  private static final int WIDTH = 200;

  private record Row(Event<?> event, String entity) {}

  private Chronicle() {}

  static String of(World world, String objection) {
    List<String> concerned = World.STREAMS.stream().filter(objection::contains).toList();
    List<String> streams = concerned.isEmpty() ? World.STREAMS : concerned;
    return world
        .ledgers()
        .filter(ledger -> streams.stream().anyMatch(name -> concerns(ledger, name)))
        .flatMap(Chronicle::rows)
        .sorted(Comparator.comparing(row -> row.event().at()))
        .map(row -> String.format("%-24s  %-20s  %s", row.event().at(), row.entity(), text(row)))
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  /** A key is noted once it has had a grant for the stream. */
  private static boolean concerns(Ledger<?, ?> ledger, String stream) {
    return ledger.name().contains(stream) || ledger.events().toString().contains(stream + "-");
  }

  private static Stream<Row> rows(Ledger<?, ?> ledger) {
    return ledger.events().stream().map(event -> new Row((Event<?>) event, brief(ledger.name())));
  }

  private static String text(Row row) {
    String all = brief(row.event().toString().replaceFirst("at=[^,\\]]*(, )?", ""));
    return all.length() <= WIDTH ? all : all.substring(0, WIDTH) + "...";
  }

  private static String brief(String text) {
    return text.replaceAll("\\s*\n\\s*", " ")
        .replaceAll("arn:aws:[^/]*/", "")
        .replaceAll("StreamArn\\[[^\\]]*\\]\\]", "stream");
  }
}
