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

/** The external KMS through the AWS SDK, a client a region, over one pool of connections. */
final class KmsClients implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KmsClients.class);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);
  // A put waits for it, and clients of Firehose do not wait much longer than this.
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);
  private static final int THREADS = 2;

  private final ExternalKmsSettings settings;
  private final KmsAnswers answers;
  private final SdkAsyncHttpClient http;
  private final DefaultCredentialsProvider credentials =
      DefaultCredentialsProvider.builder().build();
  // The credentials' chain may wait for a network: that is not for an actor's thread.
  private final ExecutorService callers = Executors.newSingleThreadExecutor();
  private final AtomicBoolean silent = new AtomicBoolean();

  /** Callers choose regions; there are fewer of AWS's than this. */
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

  /** The stage fails with a {@link KmsUnavailableException} where KMS had nothing to say. */
  <R> CompletionStage<Reply<R>> call(
      String region, Function<KmsAsyncClient, CompletableFuture<R>> call) {
    return CompletableFuture.completedFuture(region)
        .thenComposeAsync(where -> call.apply(client(where)), callers)
        .handle(this::reply);
  }

  /** The log hears of a silence once, not at every call. */
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

  /** Calls that are under way end before. */
  private static void closeLater(KmsAsyncClient client) {
    CompletableFuture.delayedExecutor(CALL_TIMEOUT.toMillis() * 2, TimeUnit.MILLISECONDS)
        .execute(client::close);
  }

  /** Clients that are kept. */
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
