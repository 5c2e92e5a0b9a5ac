package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.stream.StreamTask;
import io.hydrant.runtime.buffer.BufferMessage;
import io.hydrant.runtime.entity.EntityMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code that treats the cases of a sealed type differently is a visitor or a fold, which does not
 * compile while it lacks a case. A chain of {@code instanceof} has a default branch that takes a
 * new case for an old one.
 */
class ExhaustivenessTest {
  private static final JavaClasses HYDRANT =
      ArchConfiguration.withThreadLocalScope(
          configuration -> {
            // The sealed types are Hydrant's own.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.hydrant");
          });

  /** Types whose cases only a visitor may distinguish, even where one case alone matters. */
  private static final List<Class<?>> DISPATCHED =
      List.of(
          StreamTask.class,
          BufferTask.class,
          BufferEvent.class,
          EntityMessage.class,
          BufferMessage.class);

  @Test
  void no_code_asks_for_two_cases_of_one_sealed_type() {
    assertThat(chains(HYDRANT)).isEmpty();
  }

  @Test
  void no_code_asks_whether_a_task_or_a_message_is_of_one_case() {
    assertThat(
            codeUnits(HYDRANT)
                .filter(
                    code ->
                        code.getInstanceofChecks().stream()
                            .anyMatch(check -> isCaseOf(DISPATCHED, check.getRawType())))
                .map(JavaCodeUnit::getFullName))
        .isEmpty();
  }

  @Test
  void a_chain_is_found_where_there_is_one() {
    assertThat(chains(new ClassFileImporter().importClasses(Chain.class)))
        .singleElement()
        .asString()
        .contains("Chain.toString", "CreateGrant", "CompleteTransition");
  }

  /** What must not be written. */
  private record Chain(StreamTask task) {
    @Override
    public String toString() {
      return task instanceof StreamTask.CreateGrant
          ? "grant"
          : task instanceof StreamTask.CompleteTransition ? "step" : "something else";
    }
  }

  private static Stream<JavaCodeUnit> codeUnits(JavaClasses classes) {
    return classes.stream().flatMap(each -> each.getCodeUnits().stream());
  }

  private static List<String> chains(JavaClasses classes) {
    return codeUnits(classes).flatMap(ExhaustivenessTest::chains).sorted().toList();
  }

  private static Stream<String> chains(JavaCodeUnit code) {
    Map<Class<?>, Set<String>> cases =
        code.getInstanceofChecks().stream()
            .map(check -> check.getRawType())
            .filter(type -> type.getName().startsWith("io.hydrant."))
            .flatMap(type -> sealedAbove(type).map(above -> Map.entry(above, type.getSimpleName())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(
                        Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    return cases.entrySet().stream()
        .filter(found -> found.getValue().size() > 1)
        .map(
            found ->
                code.getFullName()
                    + " tells cases of "
                    + found.getKey().getSimpleName()
                    + " apart: "
                    + found.getValue());
  }

  private static Stream<Class<?>> sealedAbove(JavaClass type) {
    return type.getAllRawInterfaces().stream().map(JavaClass::reflect).filter(Class::isSealed);
  }

  private static boolean isCaseOf(List<Class<?>> types, JavaClass type) {
    return types.stream().anyMatch(each -> each.isAssignableFrom(type.reflect()));
  }
}
