package io.hydrant.runtime.kms;

import io.hydrant.core.collection.RecentMap;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/**
 * Calls the external KMS through the AWS SDK, with one client for each region and one pool of
 * connections.
 */
final class KmsClients implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KmsClients.class);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);
  // A put waits for the call, and clients of Firehose do not wait much longer than this.
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);
  private static final int THREADS = 2;

  private final ExternalKmsSettings settings;
  private final KmsAnswers answers;
  private final SdkAsyncHttpClient http;
  private final DefaultCredentialsProvider credentials =
      DefaultCredentialsProvider.builder().build();
  // The chain of credentials may block on the network, which an actor's thread must not do.
  private final ExecutorService callers = Executors.newSingleThreadExecutor();
  private final AtomicBoolean silent = new AtomicBoolean();

  /** The limit of clients, because callers choose regions; AWS has fewer than this. */
  static final int CLIENTS_MAX = 64;

  private final RecentMap<String, KmsAsyncClient> clients =
      new RecentMap<>(CLIENTS_MAX, KmsClients::closeLater);

  KmsClients(ExternalKmsSettings settings) {
    this.settings = settings;
    this.answers = new KmsAnswers(settings.endpoint());
    this.http =
        NettyNioAsyncHttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(THREADS))
            .build();
  }

  /** Calls KMS. The stage fails with a {@link KmsUnavailableException} if KMS does not answer. */
  <R> CompletionStage<Reply<R>> call(
      String region, Function<KmsAsyncClient, CompletableFuture<R>> call) {
    return CompletableFuture.completedFuture(region)
        .thenComposeAsync(where -> call.apply(client(where)), callers)
        .handle(this::reply);
  }

  /** Logs the first call without an answer and the first one with an answer after it. */
  private <R> Reply<R> reply(R answer, Throwable failure) {
    try {
      Reply<R> reply = answers.reply(answer, failure);
      if (silent.compareAndSet(true, false)) {
        LOG.info("KMS at {} answers again", settings.endpoint());
      }
      return reply;
    } catch (KmsUnavailableException e) {
      if (silent.compareAndSet(false, true)) {
        LOG.warn(e.getMessage());
      }
      throw e;
    }
  }

  private KmsAsyncClient client(String region) {
    return clients.getOrMake(settings.region().orElse(region), this::create);
  }

  private KmsAsyncClient create(String region) {
    return KmsAsyncClient.builder()
        .endpointOverride(settings.endpoint())
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(
            c -> c.apiCallAttemptTimeout(ATTEMPT_TIMEOUT).apiCallTimeout(CALL_TIMEOUT))
        .build();
  }

  /** Closes a client after its calls have ended. */
  private static void closeLater(KmsAsyncClient client) {
    CompletableFuture.delayedExecutor(CALL_TIMEOUT.toMillis() * 2, TimeUnit.MILLISECONDS)
        .execute(client::close);
  }

  /** Returns the number of open clients. */
  int size() {
    return clients.size();
  }

  @Override
  public void close() {
    callers.shutdown();
    clients.clear(KmsAsyncClient::close);
    http.close();
    credentials.close();
  }
}
