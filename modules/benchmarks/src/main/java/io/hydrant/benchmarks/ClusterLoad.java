package io.hydrant.benchmarks;

import io.hydrant.cli.cluster.LocalCluster;
import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Many streams on three nodes: how fast they are created, what each takes of the memory, and how
 * long it takes until all answer after a node was stopped, killed, and started again. Give it the
 * URL of an empty PostgreSQL database of the user {@code hydrant}, and how many streams.
 */
public final class ClusterLoad {
  private static final int STREAMS = 10_000;
  private static final int CALLERS = 16;
  private static final int TRIES = 60;
  private static final long PAUSE_MILLIS = 500;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LocalCluster cluster;
  private final int streams;

  private ClusterLoad(LocalCluster cluster, int streams) {
    this.cluster = cluster;
    this.streams = streams;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println("Usage: ClusterLoad jdbc:postgresql://HOST:PORT/EMPTY_DATABASE [STREAMS]");
      System.exit(2);
    }
    int streams = arguments.length > 1 ? Integer.parseInt(arguments[1]) : STREAMS;
    Path folder = Files.createTempDirectory("hydrant-cluster-load-");
    try (LocalCluster cluster =
        LocalCluster.of(
            new LocalCluster.Plan(
                3,
                0,
                folder,
                Map.of(
                    "HYDRANT_POSTGRESQL_URL",
                    arguments[0],
                    "HYDRANT_STREAMS_MAX",
                    String.valueOf(streams)),
                number -> Map.of(),
                List.of()),
            (number, line) -> {})) {
      cluster.start();
      new ClusterLoad(cluster, streams).run();
    } finally {
      StartUp.delete(folder);
    }
  }

  private void run() throws Exception {
    long before = heapOfAll();
    long start = System.nanoTime();
    each(this::create);
    double creating = seconds(start);
    say("%d streams created in %.1f s: %.0f a second", streams, creating, streams / creating);
    each(this::describe);
    say("all ACTIVE %.1f s after the first was created", seconds(start));
    say(
        "heap of the three nodes: %.0f MB before, %.0f MB with the streams; %.1f KB a stream",
        before / 1024.0, heapOfAll() / 1024.0, (heapOfAll() - before) / (double) streams);
    start = System.nanoTime();
    node(0).stop();
    say("a node was stopped: it had handed over after %.1f s", seconds(start));
    each(this::describe);
    say("all streams had answered %.1f s after the order to stop", seconds(start));
    start = System.nanoTime();
    node(0).start();
    say("it was started: ready after %.1f s", seconds(start));
    each(this::describe);
    say("all streams had answered after %.1f s", seconds(start));
    start = System.nanoTime();
    node(0).kill();
    each(this::describe);
    say("it was killed: all streams had answered after %.1f s", seconds(start));
  }

  private NodeProcess node(int number) {
    return cluster.nodes().get(number);
  }

  private interface Call {
    void make(int stream) throws IOException, InterruptedException;
  }

  /** For all streams, by so many callers at once. */
  private void each(Call call) throws InterruptedException, ExecutionException {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<?>> calls = new ArrayList<>();
    IntStream.range(0, streams)
        .forEach(
            stream ->
                calls.add(
                    callers.submit(
                        () -> {
                          call.make(stream);
                          return true;
                        })));
    for (Future<?> made : calls) {
      made.get();
    }
    callers.shutdown();
  }

  private void create(int stream) throws IOException, InterruptedException {
    String answer =
        call(
            stream,
            "CreateDeliveryStream",
            "{\"DeliveryStreamName\":\"stream-"
                + stream
                + "\",\"ExtendedS3DestinationConfiguration\":{\"RoleARN\":"
                + "\"arn:aws:iam::000000000000:role/r\",\"BucketARN\":\"arn:aws:s3:::load\"}}");
    if (!answer.contains("DeliveryStreamARN")) {
      throw new IOException(answer);
    }
  }

  /** Asks until the stream answers that it is active. */
  private void describe(int stream) throws IOException, InterruptedException {
    String answer = "";
    for (int tries = 0; tries < TRIES; tries++) {
      answer =
          call(
              stream,
              "DescribeDeliveryStream",
              "{\"DeliveryStreamName\":\"stream-" + stream + "\"}");
      if (answer.contains("\"DeliveryStreamStatus\":\"ACTIVE\"")) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IOException("stream-" + stream + " did not get active: " + answer);
  }

  /** At one of the nodes that run. */
  private String call(int stream, String operation, String body)
      throws IOException, InterruptedException {
    List<URI> endpoints =
        cluster.nodes().stream().filter(NodeProcess::isAlive).map(NodeProcess::endpoint).toList();
    HttpRequest request =
        Api.request(
            endpoints.get(stream % endpoints.size()), "Firehose_20150804." + operation, body);
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** In use after a collection, in KB. */
  private long heapOfAll() throws IOException, InterruptedException {
    long used = 0;
    for (NodeProcess node : cluster.nodes()) {
      jcmd(node, "GC.run");
      Matcher found = USED.matcher(jcmd(node, "GC.heap_info"));
      if (!found.find()) {
        throw new IOException("jcmd tells no heap");
      }
      used += Long.parseLong(found.group(1));
    }
    return used;
  }

  private static String jcmd(NodeProcess node, String command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(node.pid()),
                command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void say(String format, Object... figures) {
    System.out.printf(Locale.ROOT, format + "%n", figures);
  }
}
