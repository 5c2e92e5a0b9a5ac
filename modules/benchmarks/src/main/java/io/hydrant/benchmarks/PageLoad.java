package io.hydrant.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How long the inspector's page of a stream with a long history takes, from the request to the last
 * byte of what a browser paints. Argument: the number of events; 100,000 without.
 */
public final class PageLoad {
  private static final int LOOKS = 7;
  private static final String PAGE = "/_hydrant/streams/000000000000/us-east-1/orders";

  private PageLoad() {}

  public static void main(String[] arguments) throws Exception {
    long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000;
    Path data = Files.createTempDirectory("hydrant-page-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> PutLoad.leaveNothing(data)));
    BigJournal.write(data, events);
    try (Server node =
        Server.start(
            "io.hydrant.cli.Main", List.of("serve", "--port", "0", "--data", data.toString()))) {
      for (int look = 1; look <= LOOKS; look++) {
        long start = System.nanoTime();
        int bytes = get(node.endpoint().resolve(PAGE));
        System.out.printf(
            Locale.ROOT,
            "look %d at a stream with %,d events in its journal: %.2f s, %,d bytes%n",
            look,
            events,
            (System.nanoTime() - start) / 1e9,
            bytes);
      }
    }
  }

  private static int get(URI page) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(page + " answers " + answer.statusCode());
    }
    return answer.body().length;
  }
}
