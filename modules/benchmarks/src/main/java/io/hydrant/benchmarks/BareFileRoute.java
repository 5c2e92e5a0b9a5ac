package io.hydrant.benchmarks;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SystemMaterializer;
import org.apache.pekko.stream.javadsl.FileIO;

/**
 * The yardstick of {@link S3Load}: a route that streams a body to a file, and a file to a body. It
 * waits for the disk where the query is {@code fsync}.
 *
 * <p>Argument: the folder of the files.
 */
public final class BareFileRoute {
  private final Path folder;
  private final Materializer materializer;
  private final Executor blocking;

  private BareFileRoute(Path folder, Materializer materializer, Executor blocking) {
    this.folder = folder;
    this.materializer = materializer;
    this.blocking = blocking;
  }

  public static void main(String[] arguments) {
    ActorSystem<Void> system =
        ActorSystem.create(
            Behaviors.empty(),
            "bare",
            ConfigFactory.parseString(
                    "pekko.loglevel=ERROR, pekko.stdout-loglevel=OFF,"
                        + " pekko.http.server.parsing.max-content-length=infinite,"
                        + " pekko.actor.default-dispatcher.fork-join-executor {parallelism-min=2,"
                        + " parallelism-max=2}")
                .withFallback(ConfigFactory.load()));
    BareFileRoute route =
        new BareFileRoute(
            Path.of(arguments[0]),
            SystemMaterializer.get(system).materializer(),
            system.dispatchers().lookup(DispatcherSelector.blocking()));
    Function<HttpRequest, CompletionStage<HttpResponse>> answer = route::answer;
    ServerBinding binding =
        Http.get(system)
            .newServerAt("127.0.0.1", 0)
            .bind(answer::apply)
            .toCompletableFuture()
            .join();
    System.out.println(
        "The bare route is ready on http://127.0.0.1:" + binding.localAddress().getPort());
    System.out.flush();
  }

  private CompletionStage<HttpResponse> answer(HttpRequest request) {
    Path file = folder.resolve(request.getUri().path().replaceAll("[^a-z0-9]", "-"));
    if (request.method().equals(HttpMethods.GET)) {
      return CompletableFuture.completedFuture(
          HttpResponse.create()
              .withEntity(
                  HttpEntities.create(
                      ContentTypes.APPLICATION_OCTET_STREAM,
                      file.toFile().length(),
                      FileIO.fromPath(file))));
    }
    boolean fsync = request.getUri().rawQueryString().filter("fsync"::equals).isPresent();
    return request
        .entity()
        .getDataBytes()
        .runWith(FileIO.toPath(file), materializer)
        .thenApplyAsync(
            written -> {
              if (fsync) {
                force(file);
              }
              return HttpResponse.create();
            },
            blocking);
  }

  private static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
