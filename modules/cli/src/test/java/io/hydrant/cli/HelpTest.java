package io.hydrant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Whatever a person asks {@code --help} of is described, and wholly. */
class HelpTest {
  private static final int WIDTH = 80;

  /** Behind a label or a bracket dots say that an argument may be repeated. */
  private static final Pattern CUT = Pattern.compile("(?<![A-Z\\]])\\.\\.\\.\\s*$");

  static Stream<CommandSpec> commands() {
    return withSubcommands(new CommandLine(new Main())).stream();
  }

  private static List<CommandSpec> withSubcommands(CommandLine line) {
    List<CommandSpec> commands = new ArrayList<>(List.of(line.getCommandSpec()));
    line.getSubcommands().values().forEach(each -> commands.addAll(withSubcommands(each)));
    return commands;
  }

  @Test
  void all_commands_are_looked_at() {
    assertThat(commands().map(CommandSpec::qualifiedName))
        .contains("hydrant", "hydrant serve", "hydrant journal", "hydrant journal follow");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_and_each_of_its_options_and_parameters_is_described(CommandSpec command) {
    assertThat(command.usageMessage().description()).as(command.qualifiedName()).isNotEmpty();
    assertThat(command.args())
        .allSatisfy(
            arg ->
                assertThat(String.join(" ", described(arg)).strip())
                    .as(command.qualifiedName() + " " + arg)
                    .isNotEmpty());
  }

  private static List<String> described(ArgSpec arg) {
    return List.of(arg.description());
  }

  /** A list of commands shows the first text of a description alone. */
  @ParameterizedTest
  @MethodSource("commands")
  void the_first_text_of_a_description_is_a_whole_sentence(CommandSpec command) {
    assertThat(command.usageMessage().description()[0])
        .as(command.qualifiedName())
        .matches("[A-Z].*\\.");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void no_line_of_a_help_text_is_cut_or_too_long(CommandSpec command) {
    String help =
        command.commandLine().setUsageHelpWidth(WIDTH).getUsageMessage(CommandLine.Help.Ansi.OFF);
    assertThat(help.lines())
        .as(command.qualifiedName())
        .allMatch(line -> line.length() <= WIDTH)
        .noneMatch(line -> CUT.matcher(line).find());
    String text = closed(help);
    assertThat(text).contains(closed(String.join("", command.usageMessage().description())));
    assertThat(command.subcommands().values())
        .allSatisfy(
            each ->
                assertThat(text)
                    .contains(closed(each.getCommandSpec().usageMessage().description()[0])));
    assertThat(command.args().stream().filter(arg -> !arg.hidden()))
        .allSatisfy(
            arg ->
                assertThat(text)
                    .contains(
                        closed(String.join("", described(arg)))
                            .replace("${DEFAULT-VALUE}", String.valueOf(arg.defaultValue()))));
  }

  /** Without spaces, so that it does not matter where lines end. */
  private static String closed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
