package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of source files that no rule about classes can see. */
class SourceFilesTest {
  private static final Path MODULES = Path.of("..");
  private static final int LINES_MAX = 250;

  @TempDir private Path folder;

  @Test
  void a_main_file_has_at_most_250_lines() {
    assertThat(tooLong(mainFiles(MODULES))).isEmpty();
  }

  @Test
  void every_package_says_what_it_is_for() {
    assertThat(silentPackages(mainFiles(MODULES))).isEmpty();
  }

  @Test
  void the_rules_above_see_all_modules() {
    assertThat(
            mainFiles(MODULES).stream()
                .map(file -> MODULES.relativize(file).getName(0).toString())
                .distinct())
        .contains(
            "core",
            "api",
            "journal",
            "delivery",
            "s3",
            "runtime",
            "http",
            "replay",
            "inspector",
            "server",
            "cli",
            "benchmarks");
  }

  @Test
  void a_file_that_is_too_long_in_a_package_without_a_sentence_is_found() throws Exception {
    Path file = folder.resolve("one/src/main/java/a/Long.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "\n".repeat(LINES_MAX + 1));
    assertThat(tooLong(mainFiles(folder))).containsExactly(file);
    assertThat(silentPackages(mainFiles(folder))).containsExactly(file.getParent());
    Files.writeString(file, "\n".repeat(LINES_MAX));
    Files.writeString(file.resolveSibling("package-info.java"), "package a;");
    assertThat(tooLong(mainFiles(folder))).isEmpty();
    assertThat(silentPackages(mainFiles(folder))).isEmpty();
  }

  private static List<Path> tooLong(List<Path> files) {
    return files.stream().filter(file -> lines(file) > LINES_MAX).toList();
  }

  private static List<Path> silentPackages(List<Path> files) {
    return files.stream()
        .map(Path::getParent)
        .distinct()
        .filter(each -> !Files.exists(each.resolve("package-info.java")))
        .toList();
  }

  private static List<Path> mainFiles(Path modules) {
    try (Stream<Path> files = Files.walk(modules)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> modules.relativize(file).toString().contains("/src/main/java/"))
          .filter(file -> !modules.relativize(file).toString().contains("/target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
