package io.hydrant.acceptance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.kms.UnbuiltOperations;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The declared shapes are held against the models that AWS publishes with botocore. A machine whose
 * Pythons have no botocore of 1.43 or later skips this and says so.
 */
class ModelTest {
  @ParameterizedTest
  @ValueSource(strings = {"firehose", "kms"})
  void inputs_have_the_members_and_constraints_of_the_published_model(String service) {
    Forms declared = Forms.declared(service);
    List<String> operations = declared.operations();
    assertThat(
            Difference.of(
                declared, published(service).inputs(operations), named(operations, "Input")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"firehose", "kms"})
  void outputs_have_members_and_constraints_of_the_published_model(String service) {
    Outputs declared = Outputs.of(service);
    List<String> operations =
        declared.forms().operations().stream()
            .filter(operation -> declared.output(operation).isPresent())
            .toList();
    assertThat(
            Difference.ofPart(
                declared.forms(),
                published(service).outputs(operations),
                named(operations, "Output")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"firehose", "kms"})
  void operations_declare_the_errors_of_the_published_model(String service) {
    PublishedModel published = published(service);
    Outputs declared = Outputs.of(service);
    for (String operation : declared.forms().operations()) {
      assertThat(errors(declared, operation)).as(operation).isEqualTo(published.errors(operation));
    }
  }

  @Test
  void every_operation_is_built_or_known_not_to_be() {
    assertThat(Forms.declared("firehose").operations())
        .containsExactlyInAnyOrderElementsOf(published("firehose").operations());
    Set<String> kms = new TreeSet<>(UnbuiltOperations.NAMES);
    assertThat(kms).doesNotContainAnyElementsOf(Forms.declared("kms").operations());
    kms.addAll(Forms.declared("kms").operations());
    assertThat(kms).isEqualTo(published("kms").operations());
  }

  @Test
  void a_wrong_bound_pattern_enum_or_member_is_found() {
    changed("FileExtension", shape -> shape.put("max", 129), "max is 129, published is 128");
    changed("RetryDurationInSeconds", shape -> shape.put("min", 1), "min is 1, published is 0");
    changed("TopicName", shape -> shape.put("pattern", ".*"), "pattern is Optional[.*]");
    changed("HECToken", shape -> shape.put("sensitive", true), "sensitive is true");
    changed("KeyType", shape -> ((ArrayNode) shape.get("enum")).remove(0), "enum is [CUSTOMER");
    changed("TagKey", shape -> shape.put("type", "integer"), "type is INTEGER");
    changed("Tag", shape -> shape.withObject("/members").remove("Value"), "in one of both only");
    changed(
        "Tag",
        shape -> shape.withObject("/members").put("Key", "TagKey"),
        "Key: required is false");
  }

  /** The same published forms on both sides, but for one change of the declared ones. */
  private static void changed(String shape, Consumer<ObjectNode> change, String found) {
    Forms published = Forms.declared("firehose");
    List<String> names = named(published.operations(), "Input");
    assertThat(Difference.of(published, published, names)).isEmpty();
    assertThat(Difference.of(published.with(shape, change), published, names))
        .isNotEmpty()
        .allMatch(difference -> difference.contains(found), found);
  }

  private static Set<String> errors(Outputs declared, String operation) {
    Set<String> all = new TreeSet<>();
    declared.errors().get(operation).forEach(error -> all.add(error.textValue()));
    return all;
  }

  private static List<String> named(List<String> operations, String suffix) {
    return operations.stream().map(operation -> operation + suffix).toList();
  }

  private static PublishedModel published(String service) {
    return PublishedModel.of(service)
        .orElseGet(() -> abort("No Python here has a botocore of 1.43 or later."));
  }
}
