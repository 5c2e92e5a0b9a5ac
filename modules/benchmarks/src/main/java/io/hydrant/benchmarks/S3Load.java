package io.hydrant.benchmarks;

import io.hydrant.benchmarks.Load.Figures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Puts and gets of objects of 1 MiB a second at the embedded S3, beside a route that only streams
 * the same bytes to a file and back; all in one run, each server in a process of its own, load
 * generator and servers on one machine. Everything is warmed up before anything is measured, and
 * the rows are measured in turns.
 *
 * <p>Arguments: connections, seconds to warm up each row, seconds of a turn, turns; 4, 4, 3 and 3
 * without.
 */
public final class S3Load {
  private static final int OBJECT_BYTES = 1 << 20;

  private S3Load() {}

  /**
   * @param request returns the request of a connection, by its number
   */
  private record Row(String name, IntFunction<HttpRequest> request) {}

  public static void main(String[] arguments) throws Exception {
    int connections = PutLoad.argument(arguments, 0, 4);
    int warmUp = PutLoad.argument(arguments, 1, 4);
    int seconds = PutLoad.argument(arguments, 2, 3);
    int turns = PutLoad.argument(arguments, 3, 3);
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
    Runtime.getRuntime().addShutdownHook(new Thread(() -> PutLoad.leaveNothing(data)));
    Path files = Files.createDirectory(data.resolve("bare"));
    try (Server bare =
            Server.start("io.hydrant.benchmarks.BareFileRoute", List.of(files.toString()));
        Server node =
            Server.start(
                "io.hydrant.cli.Main",
                List.of("serve", "--port", "0", "--data", data.resolve("node").toString()))) {
      List<Row> rows = rows(bare.endpoint(), node.endpoint());
      prepare(node.endpoint());
      print(measure(rows, new Load(connections), warmUp, seconds, turns));
    }
  }

  private static List<Row> rows(URI bare, URI node) {
    byte[] body = new byte[OBJECT_BYTES];
    new Random(1).nextBytes(body);
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("put, bare route", put(bare, "/bucket/bare", "", body)));
    rows.add(new Row("put, bare route with fsync", put(bare, "/bucket/fsync", "?fsync", body)));
    rows.add(new Row("put, S3", put(node, "/bucket/plain", "", body)));
    rows.add(new Row("put, S3 with SSE-KMS", sealed(node, "/bucket/sealed", body)));
    rows.add(new Row("get, bare route", get(bare, "/bucket/bare")));
    rows.add(new Row("get, S3", get(node, "/bucket/plain")));
    rows.add(new Row("get, S3 with SSE-KMS", get(node, "/bucket/sealed")));
    return rows;
  }

  private static IntFunction<HttpRequest> put(URI server, String path, String query, byte[] body) {
    return connection ->
        HttpRequest.newBuilder(server.resolve(path + connection + query))
            .timeout(Api.TIMEOUT)
            .PUT(BodyPublishers.ofByteArray(body))
            .build();
  }

  private static IntFunction<HttpRequest> sealed(URI node, String path, byte[] body) {
    return connection ->
        HttpRequest.newBuilder(node.resolve(path + connection))
            .timeout(Api.TIMEOUT)
            .header("x-amz-server-side-encryption", "aws:kms")
            .PUT(BodyPublishers.ofByteArray(body))
            .build();
  }

  private static IntFunction<HttpRequest> get(URI server, String path) {
    return connection ->
        HttpRequest.newBuilder(server.resolve(path + connection)).timeout(Api.TIMEOUT).build();
  }

  private static void prepare(URI node) throws IOException, InterruptedException {
    HttpRequest bucket =
        HttpRequest.newBuilder(node.resolve("/bucket")).PUT(BodyPublishers.noBody()).build();
    HttpClient.newHttpClient().send(bucket, HttpResponse.BodyHandlers.discarding());
  }

  private static Map<Row, Figures> measure(
      List<Row> rows, Load load, int warmUp, int seconds, int turns) throws InterruptedException {
    for (Row row : rows) {
      load.run(requests(row, load), warmUp);
    }
    Map<Row, Figures> figures = new LinkedHashMap<>();
    for (int turn = 0; turn < turns; turn++) {
      for (Row row : rows) {
        figures.merge(row, load.run(requests(row, load), seconds), Figures::and);
      }
    }
    return figures;
  }

  private static List<HttpRequest> requests(Row row, Load load) {
    return IntStream.range(0, load.connections()).mapToObj(row.request()).toList();
  }

  private static void print(Map<Row, Figures> rows) {
    System.out.printf(
        Locale.ROOT, "%-30s %8s %8s %8s %8s%n", "what", "MiB/s", "p50 ms", "p95 ms", "p99 ms");
    rows.forEach(
        (row, figures) ->
            System.out.printf(
                Locale.ROOT,
                "%-30s %8.0f %8.2f %8.2f %8.2f%s%n",
                row.name(),
                figures.requestsPerSecond(),
                figures.millis(0.5),
                figures.millis(0.95),
                figures.millis(0.99),
                figures.failures() == 0 ? "" : "  (" + figures.failures() + " failed)"));
  }
}
