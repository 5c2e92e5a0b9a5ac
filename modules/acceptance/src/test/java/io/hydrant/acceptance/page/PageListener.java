package io.hydrant.acceptance.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes {@code target/api-page.html} and {@code target/api-page.md}. Tests run in several JVMs at
 * once; each adds its outcomes to one file of the run, and the pages show all that is in it.
 */
public final class PageListener implements TestExecutionListener {
  private static final Path FOLDER = Path.of("target");
  private static final Path ALL =
      FOLDER.resolve("api-page-" + System.getProperty("hydrant.test.run", "alone") + ".txt");
  private static final String SEPARATOR = "\t";

  private final List<String> lines = new ArrayList<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    proves(test)
        .ifPresent(
            method -> {
              boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
              for (Sentence sentence : method.getAnnotation(Proves.class).value()) {
                add(String.join(SEPARATOR, sentence.name(), name(method), "" + passed));
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

  private synchronized void add(String line) {
    lines.add(line);
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    if (lines.isEmpty() || !Files.isDirectory(FOLDER)) {
      return;
    }
    try (FileChannel file =
            FileChannel.open(
                FOLDER.resolve("api-page.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      Files.write(ALL, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      lines.clear();
      Outcomes outcomes = new Outcomes();
      for (String line : Files.readAllLines(ALL)) {
        String[] parts = line.split(SEPARATOR, -1);
        outcomes.add(Sentence.valueOf(parts[0]), parts[1], Boolean.parseBoolean(parts[2]));
      }
      Files.writeString(FOLDER.resolve("api-page.html"), new HtmlPage(outcomes).write());
      Files.writeString(FOLDER.resolve("api-page.md"), new MarkdownPage(outcomes).write());
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
