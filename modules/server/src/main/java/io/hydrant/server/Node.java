package io.hydrant.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hydrant.delivery.EmbeddedS3;
import io.hydrant.delivery.S3ObjectStore;
import io.hydrant.http.Admin;
import io.hydrant.http.ClockControl;
import io.hydrant.http.FirehoseApi;
import io.hydrant.http.HttpSettings;
import io.hydrant.http.HydrantServer;
import io.hydrant.http.KmsApi;
import io.hydrant.http.s3.S3PassThrough;
import io.hydrant.runtime.Engine;
import io.hydrant.runtime.EngineSettings;
import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.kms.KmsGateway;
import io.hydrant.runtime.kms.KmsParts;
import io.hydrant.runtime.kms.RootKey;
import io.hydrant.runtime.kms.RootKeyException;
import io.hydrant.runtime.stream.FirehoseGateway;
import io.hydrant.runtime.stream.FirehoseParts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * One running node: the door on its port, the engine with the entities, the S3. The door stays open
 * while the engine is started anew by a reset.
 */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Settings settings;
  private final DataFolder folder;
  private final Optional<EmbeddedS3> embeddedS3;
  private final S3ObjectStore store;
  private final RootKey rootKey;
  private final ServiceClock clock = new ServiceClock();
  private final ActorSystem<Void> door;
  private final ServerBinding binding;
  private volatile Optional<Engine> engine = Optional.empty();
  private volatile Function<HttpRequest, CompletionStage<HttpResponse>> handler = Starting::answer;

  private Node(Settings settings, DataFolder folder) throws NodeStartException {
    this.settings = settings;
    this.folder = folder;
    try {
      this.rootKey = RootKey.load(settings.kmsRootKey(), folder.path());
      this.embeddedS3 =
          settings.s3().isPresent() ? Optional.empty() : Optional.of(EmbeddedS3.start(folder.s3()));
    } catch (IOException | RootKeyException e) {
      throw new NodeStartException(e.getMessage(), e);
    }
    this.store = store(settings, s3Endpoint());
    this.door = ActorSystem.create(Behaviors.empty(), "hydrant-door", doorConfig(settings));
    this.binding = bind();
  }

  /**
   * @throws NodeStartException with one sentence that says what is in the way
   */
  public static Node start(Settings settings) throws NodeStartException {
    DataFolder folder = DataFolder.open(settings.data());
    Node node = null;
    try {
      node = new Node(settings, folder);
      node.startEngine();
      return node;
    } catch (NodeStartException | RuntimeException e) {
      if (node != null) {
        node.close();
      }
      throw e;
    }
  }

  private ServerBinding bind() throws NodeStartException {
    try {
      return HydrantServer.bind(
              door,
              new HttpSettings(
                  settings.host(), settings.port(), settings.account(), settings.apiBodyBytesMax()),
              request -> handler.apply(request))
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      door.terminate();
      throw new NodeStartException(
          "Port "
              + settings.port()
              + " on "
              + settings.host()
              + " is taken or may not be used; choose another one (--port, 0 for any free one).",
          e);
    }
  }

  private void startEngine() throws NodeStartException {
    try {
      Engine started =
          Engine.start(
              new EngineSettings(
                  engineConfig(),
                  settings.pace(),
                  settings.dataKeyCache(),
                  settings.pendingBytesMax(),
                  settings.streamsMax(),
                  settings.streamsPerKeyMax(),
                  rootKey,
                  store),
              clock);
      engine = Optional.of(started);
      handler =
          HydrantServer.handler(
              door,
              new HttpSettings(
                  settings.host(), settings.port(), settings.account(), settings.apiBodyBytesMax()),
              new Firehose(started.firehose()),
              new Kms(started.kms()),
              new S3PassThrough(door, s3Endpoint()),
              admin());
    } catch (TimeoutException e) {
      throw new NodeStartException("The node did not get up in time; see its log.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeStartException("The start was interrupted.", e);
    }
  }

  private Admin admin() {
    ClockControl control =
        new ClockControl() {
          @Override
          public Instant now() {
            return clock.now();
          }

          @Override
          public void advance(Duration by) {
            clock.advance(by);
          }
        };
    return new Admin(
        () -> true, settings.resetEnabled() ? Optional.of(this::reset) : Optional.empty(), control);
  }

  /** Stops the engine, deletes all that it knew, starts it again. Objects in S3 go too. */
  private CompletionStage<?> reset() {
    handler = Starting::answer;
    return CompletableFuture.runAsync(
        () -> {
          try {
            engine.ifPresent(Engine::close);
            engine = Optional.empty();
            DataFolder.empty(folder.journal());
            DataFolder.empty(folder.snapshots());
            if (embeddedS3.isPresent()) {
              DataFolder.empty(folder.s3());
            }
            startEngine();
            LOG.info("All state was reset");
          } catch (IOException | NodeStartException e) {
            LOG.error("The reset did not succeed; restart the node", e);
            throw new CompletionException(e);
          }
        },
        runnable -> new Thread(runnable, "reset").start());
  }

  private static S3ObjectStore store(Settings settings, URI endpoint) {
    return settings
        .s3()
        .map(
            s3 ->
                new S3ObjectStore(
                    endpoint, s3.region(), DefaultCredentialsProvider.builder().build()))
        .orElseGet(
            () -> new S3ObjectStore(endpoint, "us-east-1", AnonymousCredentialsProvider.create()));
  }

  private URI s3Endpoint() {
    return settings
        .s3()
        .map(s3 -> URI.create(s3.endpoint()))
        .or(() -> embeddedS3.map(EmbeddedS3::endpoint))
        .orElseThrow();
  }

  /** The door has no part in the cluster and no journal. */
  private static Config doorConfig(Settings settings) {
    return ConfigFactory.parseMap(Map.of("pekko.actor.provider", "local"))
        .withFallback(settings.config());
  }

  private Config engineConfig() {
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.persistence.journal.leveldb.dir", folder.journal().toString(),
                "pekko.persistence.snapshot-store.local.dir", folder.snapshots().toString()))
        .withFallback(settings.config());
  }

  public int port() {
    return binding.localAddress().getPort();
  }

  /** For example {@code http://127.0.0.1:4573}. */
  public String endpoint() {
    String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
    return "http://" + host + ":" + port();
  }

  public DataFolder folder() {
    return folder;
  }

  /** Returns once the node has been closed. */
  public void awaitTermination() {
    door.getWhenTerminated().toCompletableFuture().join();
  }

  /** Takes no more requests, answers those under way, stops the entities and the S3. */
  @Override
  public void close() {
    binding.terminate(DRAIN).toCompletableFuture().join();
    engine.ifPresent(Engine::close);
    store.close();
    try {
      if (embeddedS3.isPresent()) {
        embeddedS3.get().close();
      }
      folder.close();
    } catch (IOException e) {
      LOG.warn("The node did not stop cleanly: {}", e.getMessage());
    }
    door.terminate();
  }

  private static final class Firehose extends FirehoseGateway implements FirehoseApi {
    Firehose(FirehoseParts parts) {
      super(parts);
    }
  }

  private static final class Kms extends KmsGateway implements KmsApi {
    Kms(KmsParts parts) {
      super(parts.keys(), parts.directories(), parts.rootKey());
    }
  }
}
