package io.hydrant.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.SystemMaterializer;

/** The yardstick: a route that parses the body of a put and decodes its records, nothing more. */
public final class BareRoute {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long BODY_MILLIS_MAX = 10_000;

  private BareRoute() {}

  public static void main(String[] arguments) {
    ActorSystem<Void> system =
        ActorSystem.create(
            Behaviors.empty(),
            "bare",
            ConfigFactory.parseString(
                    "pekko.loglevel=ERROR, pekko.stdout-loglevel=OFF,"
                        + " pekko.actor.default-dispatcher.fork-join-executor {parallelism-min=2,"
                        + " parallelism-max=2}")
                .withFallback(ConfigFactory.load()));
    ServerBinding binding =
        Http.get(system)
            .newServerAt("127.0.0.1", 0)
            .bind(
                (org.apache.pekko.japi.function.Function<
                        HttpRequest, CompletionStage<HttpResponse>>)
                    request -> answer(system, request))
            .toCompletableFuture()
            .join();
    System.out.println(
        "The bare route is ready on http://127.0.0.1:" + binding.localAddress().getPort());
    System.out.flush();
  }

  private static CompletionStage<HttpResponse> answer(ActorSystem<?> system, HttpRequest request) {
    return request
        .entity()
        .toStrict(BODY_MILLIS_MAX, SystemMaterializer.get(system).materializer())
        .thenCompose(
            entity ->
                CompletableFuture.completedFuture(
                    HttpResponse.create()
                        .withEntity(
                            "{\"bytes\":" + parse(entity.getData().toArrayUnsafe()) + "}")));
  }

  private static long parse(byte[] body) {
    try {
      JsonNode input = MAPPER.readTree(body);
      long bytes = 0;
      if (input.has("Record")) {
        bytes = size(input.get("Record"));
      } else {
        for (JsonNode record : input.get("Records")) {
          bytes += size(record);
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int size(JsonNode record) {
    return Base64.getDecoder().decode(record.get("Data").textValue()).length;
  }
}
