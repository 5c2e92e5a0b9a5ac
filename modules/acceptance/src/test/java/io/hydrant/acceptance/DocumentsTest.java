package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links and paths in the documents lead somewhere, and the README stays short. */
class DocumentsTest {
  private static final long README_BYTES_MAX = 10_240;
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern PATH = Pattern.compile("[\\w.][\\w.-]*(/[\\w.-]+)+/?");

  /** What looks like a path and is none of the repository's. */
  private static final Set<String> NO_FILES =
      Set.of(
          "config/identities.json",
          "./hydrant-data",
          "alias/aws/s3",
          "alias/hydrant/firehose-owned",
          "alias/hydrant/s3",
          "YYYY/MM/dd/HH/");

  @Test
  void the_readme_is_short() throws Exception {
    assertThat(Files.size(Documents.README)).isLessThanOrEqualTo(README_BYTES_MAX);
  }

  @Test
  void the_readme_says_that_older_data_is_not_read() {
    assertThat(Documents.text(Documents.README).replaceAll("\\s+", " "))
        .contains(
            "Data folders and databases of 0.1.0 builds made before 2026-11-28 are not read; a"
                + " node on one says so and does not start.");
  }

  @Test
  void every_link_leads_to_a_file_and_a_heading() {
    List<String> broken = new ArrayList<>();
    for (Path document : Documents.all()) {
      LINK.matcher(Documents.prose(document))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.contains("://") && !leadsSomewhere(document, link))
          .forEach(link -> broken.add(Documents.TOP.relativize(document) + ": " + link));
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path document, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return Files.isRegularFile(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
  }

  /** The names of a document's headings, as web sites make them. */
  private static Set<String> anchors(Path document) {
    return HEADING
        .matcher(Documents.prose(document))
        .results()
        .map(
            heading ->
                heading
                    .group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\w -]", "")
                    .replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void every_path_in_backticks_exists() {
    List<String> missing = new ArrayList<>();
    for (Path document : Documents.all()) {
      CODE.matcher(Documents.prose(document))
          .results()
          .map(code -> code.group(1))
          .filter(code -> PATH.matcher(code).matches() && !NO_FILES.contains(code))
          .filter(code -> !isBuilt(code) && !exists(document, code))
          .forEach(code -> missing.add(Documents.TOP.relativize(document) + ": " + code));
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isBuilt(String path) {
    return path.contains("target/");
  }

  /** A path from the top, from the document's folder, or of a class or package of a module. */
  private static boolean exists(Path document, String path) {
    Path module = Documents.TOP.resolve("modules").resolve(path.split("/", 2)[0]);
    Path core = Documents.TOP.resolve("modules/core/src/main/java/io/hydrant/core");
    return Stream.of(
            Documents.TOP,
            document.getParent(),
            module.resolve("src/main/java/io/hydrant"),
            document.getParent().resolve("src/test/java/io/hydrant/acceptance"),
            core)
        .anyMatch(
            folder ->
                Files.exists(folder.resolve(path)) || Files.exists(folder.resolve(path + ".java")));
  }
}
