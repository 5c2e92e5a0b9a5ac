package io.hydrant.benchmarks;

import io.hydrant.benchmarks.Load.Figures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests a second and latencies of PutRecord and PutRecordBatch, plain and encrypted, beside a
 * route that only parses the same body; all in one run, each server in a process of its own, load
 * generator and servers on one machine.
 *
 * <p>Arguments: connections, seconds to warm up, seconds to measure; 16, 5 and 5 without.
 */
public final class PutLoad {
  private static final int RECORD_BYTES = 1024;
  private static final int BATCH_RECORDS = 500;

  private PutLoad() {}

  public static void main(String[] arguments) throws Exception {
    int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16;
    int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    System.out.printf(
        Locale.ROOT,
        "%d connections, %d s warm-up, %d s measured, %d processors, Java %s%n%n",
        connections,
        warmUp,
        seconds,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature());
    System.out.printf(
        Locale.ROOT,
        "%-34s %10s %10s %8s %8s %8s%n",
        "what",
        "req/s",
        "rec/s",
        "p50 ms",
        "p95 ms",
        "p99 ms");
    Path data = Files.createTempDirectory("hydrant-load-");
    try (Server bare = Server.start("io.hydrant.benchmarks.BareRoute", List.of());
        Server node =
            Server.start(
                "io.hydrant.server.Main",
                List.of("serve", "--port", "0", "--data", data.toString()))) {
      Api api = new Api(node.endpoint());
      api.prepare();
      for (int records : new int[] {1, BATCH_RECORDS}) {
        Load load = new Load(connections, warmUp, seconds);
        String name = records == 1 ? "PutRecord 1 KiB" : "PutRecordBatch 500 x 1 KiB";
        row(name + ", bare route", records, load, bare.endpoint(), body("plain", records));
        row(name + ", plain", records, load, node.endpoint(), body("plain", records));
        row(name + ", encrypted", records, load, node.endpoint(), body("sealed", records));
      }
    } finally {
      delete(data);
    }
  }

  private static void row(String name, int records, Load load, URI endpoint, String body)
      throws InterruptedException {
    Figures figures = load.run(endpoint, records == 1 ? "PutRecord" : "PutRecordBatch", body);
    System.out.printf(
        Locale.ROOT,
        "%-34s %10.0f %10.0f %8.2f %8.2f %8.2f%s%n",
        name.replace("PutRecordBatch 500 x 1 KiB", "batch 500 x 1 KiB"),
        figures.requestsPerSecond(),
        figures.requestsPerSecond() * records,
        figures.millis(0.5),
        figures.millis(0.95),
        figures.millis(0.99),
        figures.failures() == 0
            ? ""
            : "  (" + figures.failures() + " told to slow down or failed)");
  }

  private static String body(String stream, int records) {
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

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
