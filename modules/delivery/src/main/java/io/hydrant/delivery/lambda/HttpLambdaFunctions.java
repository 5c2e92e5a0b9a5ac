package io.hydrant.delivery.lambda;

import io.hydrant.core.id.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Invokes functions over HTTP, each at its runtime interface emulator or at an API of Lambda. */
public final class HttpLambdaFunctions implements LambdaFunctions {
  /** Firehose's limit of an invocation, in real time. */
  public static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(HttpLambdaFunctions.class);
  private static final String PATH = "/2015-03-31/functions/";
  private static final int WARNINGS_MAX = 1000;

  private final FunctionPlaces places;
  private final InvocationSigner signer;
  private final Duration timeLimit;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<URI, Semaphore> emulators = new ConcurrentHashMap<>();
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  /**
   * @param credentials the node's own, for the API of Lambda
   * @param timeLimit of an invocation
   */
  public HttpLambdaFunctions(
      FunctionPlaces places, AwsCredentialsProvider credentials, Duration timeLimit) {
    this.places = places;
    this.signer = new InvocationSigner(credentials);
    this.timeLimit = timeLimit;
  }

  /**
   * @throws CancellationException where the node stops meanwhile
   */
  @Override
  public byte[] invoke(String functionArn, Caller role, byte[] event) throws LambdaFailure {
    FunctionArn function = FunctionArn.of(functionArn);
    Optional<URI> emulator = places.emulator(function);
    if (emulator.isPresent()) {
      return atEmulator(emulator.get(), event);
    }
    if (places.endpoint().isPresent()) {
      return atService(places.endpoint().get(), functionArn, function.region(), role, event);
    }
    warn(function.name());
    throw LambdaFailure.resourceNotFound();
  }

  /** An emulator serves one invocation at a time and refuses others. */
  private byte[] atEmulator(URI emulator, byte[] event) throws LambdaFailure {
    Semaphore free = emulators.computeIfAbsent(emulator, each -> new Semaphore(1, true));
    acquire(free);
    try {
      URI address = address(emulator, "function");
      return InvocationResult.ofEmulator(send(request(address, event), address));
    } finally {
      free.release();
    }
  }

  private void acquire(Semaphore free) throws LambdaFailure {
    try {
      if (!free.tryAcquire(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw LambdaFailure.tooLate();
      }
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private byte[] atService(
      URI endpoint, String functionArn, String region, Caller role, byte[] event)
      throws LambdaFailure {
    URI address = address(endpoint, URLEncoder.encode(functionArn, StandardCharsets.UTF_8));
    HttpRequest.Builder request = request(address, event);
    signer.sign(request, address, region, role, event);
    return InvocationResult.ofService(send(request, address));
  }

  private static URI address(URI base, String function) {
    String start = base.toString().replaceFirst("/+$", "");
    return URI.create(start + PATH + function + "/invocations");
  }

  private static HttpRequest.Builder request(URI address, byte[] event) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .header("X-Amz-Invocation-Type", "RequestResponse")
        .POST(HttpRequest.BodyPublishers.ofByteArray(event));
  }

  /** Blocks this thread alone: a call of sendAsync would need threads that all of the JVM share. */
  private HttpResponse<byte[]> send(HttpRequest.Builder request, URI address) throws LambdaFailure {
    try {
      return client.send(
          request.timeout(timeLimit).build(), head -> new BoundedBody(ANSWER_BYTES_MAX, timeLimit));
    } catch (HttpConnectTimeoutException e) {
      throw LambdaFailure.noResponse();
    } catch (HttpTimeoutException e) {
      throw LambdaFailure.tooLate();
    } catch (IOException e) {
      LOG.debug("No answer from {}: {}", address, e.toString());
      throw BoundedBody.isTooLate(e) ? LambdaFailure.tooLate() : LambdaFailure.noResponse();
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private static CancellationException stopped() {
    Thread.currentThread().interrupt();
    return new CancellationException(
        "The node stops; the function is invoked again after its start.");
  }

  /** A stream invokes its function again and again; one line says what to do. */
  private void warn(String name) {
    if (warned.size() < WARNINGS_MAX && warned.add(name)) {
      LOG.warn(
          "The Lambda function {} could not be found: set hydrant.lambda.functions.\"{}\" to the URL"
              + " of its runtime interface emulator, or hydrant.lambda.endpoint to an API of Lambda",
          name,
          name);
    }
  }
}
