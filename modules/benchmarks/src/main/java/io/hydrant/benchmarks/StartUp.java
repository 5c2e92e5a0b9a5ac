package io.hydrant.benchmarks;

import io.hydrant.api.shape.Shapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long a node takes from its process's start to its first answer, and the shapes' part in it.
 */
public final class StartUp {
  private static final int RUNS = 7;
  private static final String SHAPES = "shapes";

  private StartUp() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 1 && arguments[0].equals(SHAPES)) {
      System.out.println(loadShapes());
      return;
    }
    List<Double> shapes = new ArrayList<>();
    List<Double> nodes = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      shapes.add(inAProcess());
      nodes.add(untilReady());
    }
    System.out.printf(
        Locale.ROOT,
        "Medians of %d fresh processes: shapes of both services loaded in %.0f ms (Jackson's own"
            + " start included), node ready after %.0f ms.%n",
        RUNS,
        median(shapes),
        median(nodes));
  }

  private static double loadShapes() {
    long started = System.nanoTime();
    if (!Shapes.firehose().hasInput("PutRecord") || !Shapes.kms().hasInput("Encrypt")) {
      throw new IllegalStateException("an operation is missing");
    }
    return (System.nanoTime() - started) / 1e6;
  }

  private static double inAProcess() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartUp.class.getName(),
                SHAPES)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return Double.parseDouble(printed);
  }

  private static double untilReady() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("hydrant-start-");
    long started = System.nanoTime();
    Server server =
        Server.start(
            "io.hydrant.cli.Main", List.of("serve", "--port", "0", "--data", data.toString()));
    double millis = (System.nanoTime() - started) / 1e6;
    server.close();
    delete(data);
    return millis;
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
