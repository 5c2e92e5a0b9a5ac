package io.hydrant.acceptance;

import io.hydrant.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code hydrant journal}, as a person runs it. */
final class JournalCommands {
  private JournalCommands() {}

  /** What the command prints, errors too. */
  static String run(String... arguments) {
    StringWriter out = new StringWriter();
    List<String> all = new ArrayList<>(List.of("journal"));
    all.addAll(List.of(arguments));
    new CommandLine(new Main())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out))
        .execute(all.toArray(String[]::new));
    return out.toString();
  }
}
