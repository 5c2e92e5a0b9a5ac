package io.hydrant.acceptance;

import io.hydrant.cli.process.NodeProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Makes an archive of a node's classes (class data sharing), so that the processes that tests start
 * need half the time. The first of the JVMs that run tests makes it in the background; a process
 * that starts earlier does without. The JVM archives classes of jars only: there is no archive
 * where the modules are not packaged.
 */
public final class ClassArchive implements TestExecutionListener {
  private static final String CLASS_PATH = "java.class.path";
  private static final String RUN = System.getProperty("hydrant.test.run", "");
  private static final Path FOLDER = Path.of("target").toAbsolutePath();
  private static final Path ARCHIVE = FOLDER.resolve("classes-" + RUN + ".jsa");

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    List<String> parts = List.of(System.getProperty(CLASS_PATH).split(File.pathSeparator));
    List<String> jars = parts.stream().filter(part -> part.endsWith(".jar")).toList();
    if (RUN.isEmpty() || jars.stream().noneMatch(jar -> jar.contains("hydrant-cli"))) {
      return;
    }
    // An archive fits a class path that begins with the one it was made of.
    String all = Stream.concat(jars.stream(), parts.stream()).distinct().collect(joined());
    System.setProperty(CLASS_PATH, all);
    System.setProperty(NodeProcess.ARCHIVE, ARCHIVE.toString());
    try {
      Files.createFile(FOLDER.resolve("classes-" + RUN + ".claimed"));
      Thread maker = new Thread(() -> make(jars.stream().collect(joined())), "class-archive");
      maker.setDaemon(true);
      maker.start();
    } catch (FileAlreadyExistsException e) {
      // Another JVM makes it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(File.pathSeparator);
  }

  private static void make(String jars) {
    try {
      removeEarlier();
      Path unfinished = Files.createTempDirectory(FOLDER, "classes").resolve("archive");
      List<String> command = new ArrayList<>(NodeProcess.java(jars));
      command.add(1, "-XX:ArchiveClassesAtExit=" + unfinished);
      command.addAll(
          List.of("io.hydrant.cli.Main", "serve", "--port", "0", "--data", unfinished + "-data"));
      Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(node::destroyForcibly));
      try (var lines = node.inputReader()) {
        lines.lines().filter(line -> line.contains("ready on")).forEach(line -> stop(node));
      }
      node.waitFor();
      Files.move(unfinished, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Process node) {
    node.toHandle().destroy();
  }

  private static void removeEarlier() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "classes-*.*")) {
      for (Path earlier : files) {
        if (!earlier.toString().contains(RUN)) {
          Files.delete(earlier);
        }
      }
    }
  }
}
