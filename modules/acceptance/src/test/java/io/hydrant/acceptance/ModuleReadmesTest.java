package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each module's README describes the module as it is. */
class ModuleReadmesTest {
  private static final Pattern PACKAGE_ROW =
      Pattern.compile("(?m)^\\| `(io\\.[\\w.]+)` \\| (.*) \\|$");
  private static final Pattern PACKAGE_INFO =
      Pattern.compile("/\\*\\*(.*?)\\*/.*package ([\\w.]+);", Pattern.DOTALL);
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency><groupId>io\\.hydrant</groupId>.*?</dependency>");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>hydrant-(\\w+)</artifactId>");
  private static final Pattern MODULE_ROW =
      Pattern.compile("(?m)^\\| \\[(\\w+)]\\(\\w+/README\\.md\\) \\| [^|]* \\| ([^|;]*)[^|]* \\|$");
  private static final Pattern ENFORCER = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");

  static List<Path> modules() throws IOException {
    return Documents.modules();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_readme_has_the_packages_with_their_sentences_two_rules_and_a_start(Path module)
      throws IOException {
    String readme = Documents.text(module.resolve("README.md"));
    Map<String, String> described = new TreeMap<>();
    PACKAGE_ROW.matcher(readme).results().forEach(row -> described.put(row.group(1), row.group(2)));
    assertThat(described).isEqualTo(packages(module));
    assertThat(readme).containsPattern("(?s)\nTwo rules:\n\n1\\. .*\n2\\. .*\nStart reading at `");
  }

  private static Map<String, String> packages(Path module) throws IOException {
    Path main = module.resolve("src/main/java");
    Map<String, String> packages = new TreeMap<>();
    try (Stream<Path> files =
        Files.walk(Files.isDirectory(main) ? main : module.resolve("src/test/java"))) {
      for (Path file : files.filter(each -> each.endsWith("package-info.java")).toList()) {
        Matcher info = PACKAGE_INFO.matcher(Files.readString(file));
        assertThat(info.find()).as(file.toString()).isTrue();
        packages.put(info.group(2), plain(info.group(1)));
      }
    }
    return packages;
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\n \\*", " ")
        .replaceAll("\\s+", " ")
        .strip()
        .replaceAll("\\{@code ([^}]*)}", "`$1`");
  }

  @Test
  void the_table_of_the_house_names_the_dependencies_of_each_module() throws IOException {
    Map<String, Set<String>> described = new TreeMap<>();
    MODULE_ROW
        .matcher(Documents.text(Documents.TOP.resolve("modules/README.md")))
        .results()
        .forEach(row -> described.put(row.group(1), names(row.group(2))));
    Map<String, Set<String>> built = new TreeMap<>();
    for (Path module : modules()) {
      built.put(module.getFileName().toString(), dependencies(module));
    }
    assertThat(described).isEqualTo(built);
  }

  private static Set<String> names(String cell) {
    return Stream.of(cell.strip().split(", ", -1))
        .filter(name -> name.matches("[a-z][a-z0-9]*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> dependencies(Path module) throws IOException {
    return DEPENDENCY
        .matcher(Files.readString(module.resolve("pom.xml")))
        .results()
        .map(MatchResult::group)
        .filter(dependency -> !dependency.contains("test-jar"))
        .flatMap(dependency -> ARTIFACT.matcher(dependency).results())
        .map(artifact -> artifact.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void what_enforces_an_invariant_exists() throws IOException {
    Map<String, Path> classes = classes();
    List<String> missing = new ArrayList<>();
    Documents.text(Documents.TOP.resolve("modules/core/INVARIANTS.md"))
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| invariant"))
        .flatMap(row -> ENFORCER.matcher(row.split(" \\| ", 2)[1]).results())
        .filter(
            name ->
                !classes.containsKey(name.group(1))
                    || (name.group(2) != null
                        && !Documents.text(classes.get(name.group(1))).contains(name.group(2))))
        .forEach(name -> missing.add(name.group()));
    assertThat(missing).isEmpty();
  }

  private static Map<String, Path> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Documents.TOP.resolve("modules"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  Function.identity(),
                  (first, second) -> first));
    }
  }
}
