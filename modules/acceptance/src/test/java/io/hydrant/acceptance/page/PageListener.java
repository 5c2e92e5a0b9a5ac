package io.hydrant.acceptance.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes {@code target/api-page.html} and {@code target/api-page.md} when the tests have run. */
public final class PageListener implements TestExecutionListener {
  private static final Path FOLDER = Path.of("target");

  private final Outcomes outcomes = new Outcomes();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    proves(test)
        .ifPresent(
            method -> {
              boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
              for (Sentence sentence : method.getAnnotation(Proves.class).value()) {
                outcomes.add(sentence, name(method), passed);
              }
            });
  }

  private static Optional<Method> proves(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getJavaMethod())
        .filter(method -> method.isAnnotationPresent(Proves.class));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + ": " + method.getName().replace('_', ' ');
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (outcomes.isEmpty() || !Files.isDirectory(FOLDER)) {
      return;
    }
    try {
      Files.writeString(FOLDER.resolve("api-page.html"), new HtmlPage(outcomes).write());
      Files.writeString(FOLDER.resolve("api-page.md"), new MarkdownPage(outcomes).write());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
