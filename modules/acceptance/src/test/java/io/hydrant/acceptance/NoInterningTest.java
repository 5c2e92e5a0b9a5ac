package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No reader of JSON that clients send interns names. */
class NoInterningTest {
  private static final Pattern MAKES_A_READER =
      Pattern.compile(
          "new (ObjectMapper|JsonMapper|CBORMapper|JsonFactory|CBORFactory)\\(|(Mapper|Factory)\\.builder\\(");

  @Test
  void every_reader_of_json_that_a_node_makes_leaves_names_out_of_the_table_of_strings()
      throws IOException {
    List<Path> readers =
        Sources.main().stream()
            .filter(file -> !file.toString().contains("benchmarks"))
            .filter(file -> MAKES_A_READER.matcher(text(file)).find())
            .toList();
    assertThat(readers).hasSizeGreaterThanOrEqualTo(3);
    assertThat(readers)
        .allSatisfy(
            file ->
                assertThat(text(file)).contains("disable(JsonFactory.Feature.INTERN_FIELD_NAMES)"));
  }

  @Test
  void no_code_interns_a_string_by_itself() throws IOException {
    assertThat(Sources.main()).noneMatch(file -> text(file).contains(".intern()"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
