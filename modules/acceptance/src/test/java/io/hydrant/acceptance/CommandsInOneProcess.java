package io.hydrant.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs commands in a process with a temporary folder of its own and prints what each left there:
 * {@code LEFT COMMAND [FILES]}. Arguments of one command end with {@code ;}.
 */
final class CommandsInOneProcess {
  private CommandsInOneProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<String> command = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(";")) {
        System.out.println(JournalCommands.run(command.toArray(String[]::new)));
        try (var files = Files.list(temporary)) {
          System.out.println(
              "LEFT " + command.get(0) + " " + files.map(Path::getFileName).toList());
        }
        command.clear();
      } else {
        command.add(argument);
      }
    }
  }
}
