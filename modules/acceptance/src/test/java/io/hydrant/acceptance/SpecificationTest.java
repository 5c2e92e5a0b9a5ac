package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hydrant.acceptance.page.Proves;
import io.hydrant.acceptance.page.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The specification itself is whole. */
class SpecificationTest {
  private static final Path CORE = Path.of("../core/src/main/java/io/hydrant/core");

  @Test
  void every_sentence_has_a_test_or_says_what_it_waits_for() {
    Set<Sentence> open = EnumSet.allOf(Sentence.class);
    new ClassFileImporter()
        .importPackages("io.hydrant.acceptance").stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Proves.class))
            .map(SpecificationTest::proven)
            .forEach(open::removeAll);
    open.removeIf(sentence -> !sentence.waitsFor().isEmpty());
    assertThat(open).isEmpty();
  }

  private static List<Sentence> proven(JavaMethod method) {
    return List.of(method.getAnnotationOfType(Proves.class).value());
  }

  @ParameterizedTest
  @EnumSource(Sentence.class)
  void the_rule_of_a_sentence_is_where_the_page_says(Sentence sentence) {
    assertThat(Files.isRegularFile(CORE.resolve(sentence.rule() + ".java")))
        .as(sentence.rule())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(Sentence.class)
  void the_table_of_the_core_names_the_rule_of_each_sentence(Sentence sentence) {
    assertThat(Documents.text(Documents.TOP.resolve("modules/core/README.md")))
        .contains("`" + sentence.rule() + "`");
  }
}
