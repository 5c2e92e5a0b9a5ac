package io.hydrant.cli.journal;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The terminal that standard error writes to. */
final class Terminal {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /** Returns standard error where it is a terminal that can rewrite a line. */
  static Optional<PrintStream> standardError() {
    boolean plain = "dumb".equals(System.getenv("TERM"));
    return !plain && (Files.exists(STANDARD_ERROR) ? isTerminal(STANDARD_ERROR) : hasConsole())
        ? Optional.of(System.err)
        : Optional.empty();
  }

  /** Asks Linux, since Java knows only whether standard input and output are terminals. */
  static boolean isTerminal(Path stream) {
    try {
      String target = Files.readSymbolicLink(stream).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }

  /** Asks the console itself, since from Java 22 on there is always one. */
  @SuppressWarnings("SystemConsoleNull") // Up to Java 21 it is null without a terminal.
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
