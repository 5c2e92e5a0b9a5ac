package io.hydrant.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hydrant.http.HydrantServer;
import io.hydrant.http.connection.ConnectionBounds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** The node's one port. It is open from the start of the node to its end. */
final class HttpListener implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofSeconds(5);

  /** The time for an answer once the request is whole. */
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final ListenerSettings settings;
  private final ActorSystem<Void> system;
  private final ServerBinding binding;

  private HttpListener(ListenerSettings settings, ActorSystem<Void> system, ServerBinding binding) {
    this.settings = settings;
    this.system = system;
    this.binding = binding;
  }

  static HttpListener open(
      Settings all, Function<HttpRequest, CompletionStage<HttpResponse>> handler)
      throws NodeStartException {
    ListenerSettings settings = all.listener();
    Optional<SSLContext> tls =
        settings.tls().isPresent() ? Optional.of(Tls.load(settings.tls().get())) : Optional.empty();
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "hydrant-http", config(all));
    try {
      return new HttpListener(
          settings,
          system,
          HydrantServer.bind(system, settings.http(), tls, handler).toCompletableFuture().join());
    } catch (CompletionException e) {
      system.terminate();
      throw new NodeStartException(
          "Port "
              + settings.http().port()
              + " on "
              + settings.http().host()
              + " is taken or may not be used; choose another one (--port, 0 for any free one).",
          e);
    }
  }

  /**
   * Returns the configuration of an actor system without cluster and journal. HTTP/2 needs a
   * certificate: in clear text an upgrade together with a body would close the connection, and some
   * clients offer it with every request.
   */
  private static Config config(Settings all) {
    ListenerSettings settings = all.listener();
    ConnectionBounds bounds = settings.http().connections();
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.http.server.max-connections",
                bounds.accepted(),
                // Idle connections and slow bodies are ended, and answered, before these timeouts;
                // they remain for clients that do not read their answer, and for TLS.
                "pekko.http.server.idle-timeout",
                bounds.idle().plus(bounds.request()).plus(ANSWER).toMillis() + "ms",
                "pekko.http.server.request-timeout",
                bounds.request().plus(ANSWER).toMillis() + "ms",
                "pekko.actor.provider",
                "local",
                // Its timeouts are seconds: ticks of 10 ms would cost CPU time without a use.
                "pekko.scheduler.tick-duration",
                "100ms",
                "pekko.http.server.enable-http2",
                settings.tls().isPresent(),
                // Keys of S3 and signatures cover the path as it was sent.
                "pekko.http.server.raw-request-uri-header",
                true))
        .withFallback(all.config());
  }

  ActorSystem<Void> system() {
    return system;
  }

  int port() {
    return binding.localAddress().getPort();
  }

  /** Returns the address, for example {@code http://127.0.0.1:4573}. */
  String endpoint() {
    String host = settings.http().host().equals("0.0.0.0") ? "127.0.0.1" : settings.http().host();
    return (settings.tls().isPresent() ? "https://" : "http://") + host + ":" + port();
  }

  /** Takes no more requests and answers those in progress. */
  void drain() {
    binding.terminate(DRAIN).toCompletableFuture().join();
  }

  @Override
  public void close() {
    system.terminate();
  }
}
