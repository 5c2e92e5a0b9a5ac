package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.hydrant.acceptance.architecture.Outsider;
import io.hydrant.acceptance.architecture.Root;
import io.hydrant.acceptance.architecture.low.Low;
import org.junit.jupiter.api.Test;

/** A rule that cannot fail is no rule: each is tried on classes of these tests that break it. */
class ArchitectureRulesFailTest {
  private static final JavaClasses CIRCLE =
      new ClassFileImporter().importClasses(Root.class, Low.class);
  private static final JavaClasses TESTS =
      new ClassFileImporter().importPackages("io.hydrant.acceptance");

  private static boolean fails(ArchRule rule, JavaClasses classes) {
    return rule.allowEmptyShould(true).evaluate(classes).hasViolation();
  }

  @Test
  void a_circle_through_a_root_package_is_found() {
    assertThat(fails(ArchitectureTest.noCycles("io.hydrant"), CIRCLE)).isTrue();
  }

  @Test
  void an_arrow_to_a_module_that_is_not_allowed_is_found() {
    assertThat(
            fails(
                ArchRuleDefinition.classes().should(ModuleArrows.dependOnAllowedModulesOnly()),
                TESTS))
        .as("acceptance is no module of the table and uses the others")
        .isTrue();
    assertThat(
            fails(
                ArchRuleDefinition.classes().should(ModuleArrows.dependOnAllowedModulesOnly()),
                CIRCLE))
        .as("classes of one module")
        .isFalse();
  }

  @Test
  void a_library_outside_of_its_wall_is_found() {
    assertThat(
            fails(
                ArchRuleDefinition.classes().should(ModuleArrows.useLibrariesOfTheirModuleOnly()),
                TESTS))
        .as("tests run commands of picocli")
        .isTrue();
  }

  @Test
  void a_command_that_is_decided_elsewhere_is_found() {
    assertThat(
            fails(
                ArchitectureTest.commands_are_decided_by_the_actor_and_by_replay_only,
                new ClassFileImporter().importClasses(Outsider.class)))
        .isTrue();
  }
}
