package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.TSFBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No reader of JSON or CBOR that a node uses interns names. Every factory of readers is held in a
 * static field, so all of them can be looked at as they are.
 */
class NoInterningTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("benchmarks"))
          .importPackages("io.hydrant");

  /**
   * These read what the node itself wrote. The table of names makes that fast, and Jackson empties
   * it when it has 6,000 names.
   */
  private static final Set<String> READ_OWN_EVENTS =
      Set.of("io.hydrant.journal.EventMapper.FACTORY", "io.hydrant.journal.EventCodec.MAPPER");

  /** The factories that a node uses, by the field that holds each. */
  private static Map<String, JsonFactory> factories() {
    Map<String, JsonFactory> factories = new TreeMap<>();
    for (JavaClass each : CLASSES) {
      each.getFields().stream()
          .filter(field -> field.getModifiers().toString().contains("STATIC"))
          .filter(
              field ->
                  field.getRawType().isAssignableTo(JsonFactory.class)
                      || field.getRawType().isAssignableTo(ObjectMapper.class))
          .forEach(field -> factories.put(field.getFullName(), factory(field.reflect())));
    }
    return factories;
  }

  private static JsonFactory factory(Field field) {
    try {
      assertThat(Modifier.isFinal(field.getModifiers())).as(field.toString()).isTrue();
      field.setAccessible(true);
      Object held = field.get(null);
      return held instanceof ObjectMapper mapper ? mapper.getFactory() : (JsonFactory) held;
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<JavaCall<?>> calls(Predicate<JavaCall<?>> which) {
    return CLASSES.stream()
        .flatMap(each -> each.getAccessesFromSelf().stream())
        .filter(JavaCall.class::isInstance)
        .<JavaCall<?>>map(access -> (JavaCall<?>) access)
        .filter(which);
  }

  private static boolean makes(JavaCall<?> call, Class<?> type, Class<?> builder) {
    JavaClass owner = call.getTargetOwner();
    return (owner.isAssignableTo(type)
            && (call.getName().equals("<init>") || call.getName().equals("builder")))
        || (owner.isAssignableTo(builder) && call.getName().equals("<init>"));
  }

  @Test
  void no_reader_puts_names_into_the_table_of_strings_or_into_one_of_its_own() {
    Map<String, JsonFactory> factories = factories();
    assertThat(factories.keySet())
        .anyMatch(field -> field.startsWith("io.hydrant.api.json.Json."))
        .anyMatch(field -> field.startsWith("io.hydrant.runtime.serialization."))
        .containsAll(READ_OWN_EVENTS);
    assertThat(factories)
        .allSatisfy(
            (field, factory) -> {
              assertThat(factory.isEnabled(JsonFactory.Feature.INTERN_FIELD_NAMES)).isFalse();
              assertThat(factory.isEnabled(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES))
                  .isEqualTo(READ_OWN_EVENTS.contains(field));
            });
  }

  @Test
  void factories_are_made_where_a_static_field_holds_them() {
    List<JavaCall<?>> made =
        calls(call -> makes(call, JsonFactory.class, TSFBuilder.class)).toList();
    assertThat(made).hasSizeGreaterThanOrEqualTo(3);
    assertThat(made)
        .allSatisfy(
            call -> {
              assertThat(call.getOrigin().getName()).isEqualTo("<clinit>");
              assertThat(factories().keySet())
                  .anyMatch(field -> field.startsWith(call.getOriginOwner().getName() + "."));
            });
  }

  @Test
  void no_mapper_is_made_with_a_factory_of_its_own() {
    List<JavaCall<?>> made =
        calls(call -> makes(call, ObjectMapper.class, MapperBuilder.class)).toList();
    assertThat(made).hasSizeGreaterThanOrEqualTo(3);
    assertThat(made)
        .allSatisfy(
            call ->
                assertThat(call.getTarget().getRawParameterTypes())
                    .as(call.getDescription())
                    .anyMatch(type -> type.isAssignableTo(JsonFactory.class)));
  }

  @Test
  void no_code_interns_a_string_by_itself() {
    assertThat(
            calls(
                call ->
                    call.getTargetOwner().isEquivalentTo(String.class)
                        && call.getName().equals("intern")))
        .isEmpty();
  }
}
