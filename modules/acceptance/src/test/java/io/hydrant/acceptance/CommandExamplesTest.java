package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.acceptance.Documents.Block;
import io.hydrant.cli.Main;
import io.hydrant.journal.EventNames;
import io.hydrant.replay.projection.EventLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Commands, classes and events in the documents' blocks of code are those of the product. */
class CommandExamplesTest {
  private static final Set<String> SHELL = Set.of("sh", "bash");
  private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\$ )?hydrant ([a-z].*?)( &)?$");
  private static final Pattern CLASS = Pattern.compile("io\\.hydrant\\.benchmarks\\.(\\w+)");
  private static final Pattern HAPPENED =
      Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d [\\d:.]{12}     ([a-z ]+)");

  static Stream<String> commands() {
    return Documents.blocks()
        .flatMap(block -> COMMAND.matcher(block.text()).results())
        .map(command -> command.group(1));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_of_the_documents_has_its_subcommand_and_options(String command) {
    assertThatCode(() -> new CommandLine(new Main()).parseArgs(command.split(" ", -1)))
        .doesNotThrowAnyException();
  }

  static Stream<Block> scripts() {
    return Documents.blocks().filter(block -> SHELL.contains(block.language()));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_script_of_the_documents_is_one_for_bash(Block script) throws Exception {
    Process bash =
        new ProcessBuilder("bash", "-n", "-c", script.text()).redirectErrorStream(true).start();
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(bash.waitFor()).isZero();
  }

  @Test
  void every_json_of_the_documents_is_json() {
    ObjectMapper mapper = new ObjectMapper();
    assertThat(Documents.blocks().filter(block -> block.language().equals("json")))
        .isNotEmpty()
        .allSatisfy(block -> mapper.readTree(block.text()));
  }

  @Test
  void every_benchmark_of_the_documents_exists() {
    List<String> classes =
        Documents.blocks()
            .flatMap(block -> CLASS.matcher(block.text()).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(classes)
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(
                        Documents.TOP.resolve(
                            "modules/benchmarks/src/main/java/io/hydrant/benchmarks/"
                                + name
                                + ".java"))
                    .exists());
  }

  @Test
  void the_events_of_a_timeline_have_names_of_the_journal() {
    Set<String> names = EventNames.all().stream().map(EventLine::what).collect(Collectors.toSet());
    assertThat(
            Documents.blocks()
                .flatMap(block -> HAPPENED.matcher(block.text()).results())
                .map(CommandExamplesTest::event))
        .isNotEmpty()
        .isSubsetOf(names);
  }

  private static String event(MatchResult line) {
    return line.group(1).strip();
  }

  @Test
  void the_two_commands_of_the_readme_are_as_ever() throws Exception {
    assertThat(Files.readString(Documents.README))
        .contains("mvn -q -DskipTests package && java -jar modules/cli/target/hydrant.jar demo ")
        .containsPattern("(?m)^mvn verify ");
  }
}
