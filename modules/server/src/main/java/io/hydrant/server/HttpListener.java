package io.hydrant.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hydrant.http.HttpSettings;
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

/** The node's one port, open from its first moment to its last. */
final class HttpListener implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofSeconds(5);

  /** The time for an answer once the request is whole. */
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Settings settings;
  private final ActorSystem<Void> system;
  private final ServerBinding binding;

  private HttpListener(Settings settings, ActorSystem<Void> system, ServerBinding binding) {
    this.settings = settings;
    this.system = system;
    this.binding = binding;
  }

  static HttpListener open(
      Settings settings, Function<HttpRequest, CompletionStage<HttpResponse>> handler)
      throws NodeStartException {
    Optional<SSLContext> tls =
        settings.tls().isPresent() ? Optional.of(Tls.load(settings.tls().get())) : Optional.empty();
    ActorSystem<Void> system =
        ActorSystem.create(Behaviors.empty(), "hydrant-http", config(settings));
    try {
      return new HttpListener(
          settings,
          system,
          HydrantServer.bind(system, http(settings), tls, handler).toCompletableFuture().join());
    } catch (CompletionException e) {
      system.terminate();
      throw new NodeStartException(
          "Port "
              + settings.port()
              + " on "
              + settings.host()
              + " is taken or may not be used; choose another one (--port, 0 for any free one).",
          e);
    }
  }

  /**
   * The door has no part in the cluster and no journal. HTTP/2 is spoken with a certificate only:
   * in clear text an upgrade together with a body would close the connection, and some clients
   * offer it with every request.
   */
  private static Config config(Settings settings) {
    ConnectionBounds bounds = settings.connections();
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.http.server.max-connections",
                bounds.accepted(),
                // Idle connections and slow bodies are ended, and answered, before these are over;
                // a client that does not read its answer, and one over TLS, meets them.
                "pekko.http.server.idle-timeout",
                bounds.idle().plus(bounds.request()).plus(ANSWER).toMillis() + "ms",
                "pekko.http.server.request-timeout",
                bounds.request().plus(ANSWER).toMillis() + "ms",
                "pekko.actor.provider",
                "local",
                // Its timeouts are seconds: a timer that ticks every 10 ms would never let it rest.
                "pekko.scheduler.tick-duration",
                "100ms",
                "pekko.http.server.enable-http2",
                settings.tls().isPresent(),
                // A signature covers the path and the headers as they were sent.
                "pekko.http.server.raw-request-uri-header",
                settings.auth().signaturesVerified(),
                "pekko.http.server.parsing.modeled-header-parsing",
                !settings.auth().signaturesVerified()))
        .withFallback(settings.config());
  }

  static HttpSettings http(Settings settings) {
    return new HttpSettings(
        settings.host(),
        settings.port(),
        settings.hosts(),
        settings.connections(),
        settings.account(),
        settings.apiBodyBytesMax(),
        settings.apiRateLimited());
  }

  ActorSystem<Void> system() {
    return system;
  }

  int port() {
    return binding.localAddress().getPort();
  }

  /** For example {@code http://127.0.0.1:4573}. */
  String endpoint() {
    String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
    return (settings.tls().isPresent() ? "https://" : "http://") + host + ":" + port();
  }

  /** Takes no more requests and answers those under way. */
  void drain() {
    binding.terminate(DRAIN).toCompletableFuture().join();
  }

  @Override
  public void close() {
    system.terminate();
  }
}
