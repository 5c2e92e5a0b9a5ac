package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hydrant.acceptance.page.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;

/** Every test can fail: it asserts something, itself or through a helper. */
class TestsAssertTest {
  private static final Pattern ASSERTJ = Pattern.compile("org\\.assertj\\.core\\.api\\..*Assert");

  private static final JavaClasses TESTS =
      ArchConfiguration.withThreadLocalScope(
          configuration -> {
            // What a library calls asserts nothing.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return tests();
          });

  private static JavaClasses tests() {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      List<Path> built =
          modules
              .map(module -> module.resolve("target/test-classes"))
              .filter(Files::isDirectory)
              .toList();
      return new ClassFileImporter().importPaths(built);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<JavaMethod> testMethods() {
    return TESTS.stream()
        .flatMap(each -> each.getMethods().stream())
        .filter(
            method ->
                method.isAnnotatedWith(Test.class)
                    || method.isAnnotatedWith(ParameterizedTest.class)
                    || method.isAnnotatedWith("net.jqwik.api.Property"));
  }

  @Test
  void every_test_asserts_something() {
    assertThat(testMethods()).hasSizeGreaterThan(300);
    assertThat(testMethods().filter(method -> !asserts(method)).map(JavaMethod::getFullName))
        .isEmpty();
  }

  /** The page lists a sentence as proven where a method that runs as a test names it. */
  @Test
  void only_a_test_proves_a_sentence() {
    Set<JavaMethod> tests = new HashSet<>(testMethods().toList());
    assertThat(
            TESTS.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Proves.class)))
        .isNotEmpty()
        .allMatch(tests::contains);
  }

  /** A test that needs another one before it cannot be run alone. */
  @Test
  void no_class_orders_its_tests() {
    assertThat(TESTS.stream().filter(each -> each.isAnnotatedWith(TestMethodOrder.class)))
        .isEmpty();
  }

  private static boolean asserts(JavaCodeUnit test) {
    Set<JavaCodeUnit> seen = new HashSet<>(Set.of(test));
    Deque<JavaCodeUnit> left = new ArrayDeque<>(seen);
    while (!left.isEmpty()) {
      JavaCodeUnit code = left.remove();
      if (code.getCallsFromSelf().stream()
          .anyMatch(call -> isAssertion(call.getTargetOwner().getName(), call.getName()))) {
        return true;
      }
      code.getCallsFromSelf().stream()
          .flatMap(call -> call.getTarget().resolveMember().stream())
          .filter(JavaCodeUnit.class::isInstance)
          .map(JavaCodeUnit.class::cast)
          .filter(called -> called.getOwner().getName().startsWith("io.hydrant."))
          .filter(seen::add)
          .forEach(left::add);
    }
    return false;
  }

  /** {@code assertThat} alone checks nothing; its check is a call on AssertJ's own type. */
  private static boolean isAssertion(String owner, String method) {
    return (ASSERTJ.matcher(owner).matches() && !method.equals("as"))
        || (owner.startsWith("org.awaitility.core.ConditionFactory") && method.startsWith("until"))
        || (owner.startsWith("org.apache.pekko.actor.testkit.") && method.startsWith("expect"))
        || (owner.equals("org.junit.jupiter.api.Assertions") && method.equals("fail"))
        || owner.equals(AssertionError.class.getName());
  }
}
