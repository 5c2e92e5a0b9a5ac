package io.hydrant.benchmarks;

import io.hydrant.benchmarks.Load.Figures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests a second and latencies of PutRecord and PutRecordBatch, plain and encrypted, beside a
 * route that only parses the same body; all in one run, each server in a process of its own, load
 * generator and servers on one machine. Everything is warmed up before anything is measured, and
 * the rows are measured in turns, so that none of them meets a colder or a busier machine.
 *
 * <p>Arguments: connections, seconds to warm up each row, seconds of a turn, turns; 16, 5, 3 and 3
 * without.
 */
public final class PutLoad {
  private static final int RECORD_BYTES = 1024;
  private static final int BATCH_RECORDS = 500;

  private PutLoad() {}

  record Row(String name, int records, URI endpoint, String body) {
    Figures run(Load load, int seconds) throws InterruptedException {
      return load.run(endpoint, records == 1 ? "PutRecord" : "PutRecordBatch", body, seconds);
    }
  }

  public static void main(String[] arguments) throws Exception {
    int connections = argument(arguments, 0, 16);
    int warmUp = argument(arguments, 1, 5);
    int seconds = argument(arguments, 2, 3);
    int turns = argument(arguments, 3, 3);
    System.out.printf(
        Locale.ROOT,
        "%d connections, each row warmed up for %d s and measured in %d turns of %d s,"
            + " %d processors, Java %s%n%n",
        connections,
        warmUp,
        turns,
        seconds,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature());
    Path data = Files.createTempDirectory("hydrant-load-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(data)));
    try (Server bare = Server.start("io.hydrant.benchmarks.BareRoute", List.of());
        Server node =
            Server.start(
                "io.hydrant.cli.Main",
                List.of("serve", "--port", "0", "--data", data.toString()))) {
      new Api(node.endpoint()).prepare();
      print(measure(rows(bare.endpoint(), node.endpoint()), connections, warmUp, seconds, turns));
    }
  }

  static int argument(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static List<Row> rows(URI bare, URI node) {
    List<Row> rows = new ArrayList<>();
    for (int records : new int[] {1, BATCH_RECORDS}) {
      String name = records == 1 ? "PutRecord 1 KiB" : "batch 500 x 1 KiB";
      rows.add(new Row(name + ", bare route", records, bare, body("plain", records)));
      rows.add(new Row(name + ", plain", records, node, body("plain", records)));
      rows.add(new Row(name + ", encrypted", records, node, body("sealed", records)));
    }
    return rows;
  }

  static Map<Row, Figures> measure(
      List<Row> rows, int connections, int warmUp, int seconds, int turns)
      throws InterruptedException {
    Load load = new Load(connections);
    for (Row row : rows) {
      row.run(load, warmUp);
    }
    Map<Row, Figures> figures = new LinkedHashMap<>();
    for (int turn = 0; turn < turns; turn++) {
      for (Row row : rows) {
        figures.merge(row, row.run(load, seconds), Figures::and);
      }
    }
    return figures;
  }

  static void print(Map<Row, Figures> rows) {
    System.out.printf(
        Locale.ROOT,
        "%-32s %10s %10s %8s %8s %8s%n",
        "what",
        "req/s",
        "rec/s",
        "p50 ms",
        "p95 ms",
        "p99 ms");
    rows.forEach(
        (row, figures) ->
            System.out.printf(
                Locale.ROOT,
                "%-32s %10.0f %10.0f %8.2f %8.2f %8.2f%s%n",
                row.name(),
                figures.requestsPerSecond(),
                figures.requestsPerSecond() * row.records(),
                figures.millis(0.5),
                figures.millis(0.95),
                figures.millis(0.99),
                figures.failures() == 0
                    ? ""
                    : "  (" + figures.failures() + " throttled or failed)"));
  }

  static String body(String stream, int records) {
    Random random = new Random(1);
    List<String> data =
        IntStream.range(0, records)
            .mapToObj(
                i -> {
                  byte[] bytes = new byte[RECORD_BYTES];
                  random.nextBytes(bytes);
                  return "{\"Data\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}";
                })
            .toList();
    String name = "{\"DeliveryStreamName\":\"" + stream + "\",";
    return records == 1
        ? name + "\"Record\":" + data.get(0) + "}"
        : name + "\"Records\":" + data.stream().collect(Collectors.joining(",", "[", "]")) + "}";
  }

  /** No server and no folder stays behind, however the run ends. */
  static void leaveNothing(Path folder) {
    List<ProcessHandle> servers = ProcessHandle.current().children().toList();
    servers.forEach(ProcessHandle::destroyForcibly);
    servers.forEach(server -> server.onExit().join());
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      System.err.println("Could not be deleted: " + folder + " (" + e.getMessage() + ")");
    }
  }
}
