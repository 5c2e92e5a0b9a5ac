package io.hydrant.delivery.lambda;

import static io.hydrant.delivery.lambda.Invocations.CREDENTIALS;
import static io.hydrant.delivery.lambda.Invocations.EVENT;
import static io.hydrant.delivery.lambda.Invocations.LIVE;
import static io.hydrant.delivery.lambda.Invocations.PLAIN;
import static io.hydrant.delivery.lambda.Invocations.ROLE;
import static io.hydrant.delivery.lambda.Invocations.atEmulator;
import static io.hydrant.delivery.lambda.Invocations.atService;
import static io.hydrant.delivery.lambda.Invocations.failure;
import static io.hydrant.delivery.lambda.Invocations.functions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Invocations on the wire. */
class HttpLambdaFunctionsTest {
  @Test
  void the_api_of_lambda_gets_a_signed_call_with_the_functions_arn() throws Exception {
    try (LambdaStub lambda = LambdaStub.answering(200, "{}", Map.of())) {
      assertThat(text(atService(lambda).invoke(LIVE, ROLE, EVENT))).isEqualTo("{}");
      LambdaStub.Request request = lambda.requests.get(0);
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path())
          .isEqualTo(
              "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A000000000000"
                  + "%3Afunction%3Aorders%3Alive/invocations");
      assertThat(request.headers().getFirst("X-Amz-Invocation-Type")).isEqualTo("RequestResponse");
      assertThat(request.headers().getFirst("Authorization"))
          .matches(
              "AWS4-HMAC-SHA256 Credential=AKID/\\d{8}/eu-west-1/lambda/aws4_request,"
                  + " SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}");
      assertThat(request.body().toArray()).isEqualTo(EVENT);
    }
  }

  @Test
  void without_credentials_the_account_is_the_access_key() throws Exception {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("none");
        };
    try (LambdaStub lambda = LambdaStub.answering(200, "{}", Map.of())) {
      functions(Optional.of(lambda.address()), Map.of(), none).invoke(LIVE, ROLE, EVENT);
      assertThat(lambda.requests.get(0).headers().getFirst("Authorization"))
          .contains("Credential=111122223333/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "orders, " + LIVE,
    "orders, " + PLAIN,
    "orders:live, " + LIVE,
    "orders:$LATEST, " + PLAIN,
    PLAIN + ", " + LIVE,
    LIVE + ", " + LIVE,
  })
  void a_function_is_found_by_name_or_arn(String name, String arn) throws Exception {
    try (LambdaStub emulator = LambdaStub.answering(200, "{}", Map.of())) {
      functions(Optional.empty(), Map.of(name, emulator.address()), CREDENTIALS)
          .invoke(arn, ROLE, EVENT);
      assertThat(emulator.requests)
          .extracting(LambdaStub.Request::path)
          .containsExactly("/2015-03-31/functions/function/invocations");
      assertThat(emulator.requests.get(0).headers().containsKey("Authorization")).isFalse();
    }
  }

  @Test
  void the_most_exact_name_counts() throws Exception {
    try (LambdaStub exact = LambdaStub.answering(200, "\"exact\"", Map.of());
        LambdaStub other = LambdaStub.answering(200, "\"other\"", Map.of())) {
      HttpLambdaFunctions functions =
          functions(
              Optional.empty(),
              Map.of("orders", other.address(), "orders:live", exact.address()),
              CREDENTIALS);
      assertThat(text(functions.invoke(LIVE, ROLE, EVENT))).isEqualTo("\"exact\"");
      assertThat(text(functions.invoke(PLAIN + ":test", ROLE, EVENT))).isEqualTo("\"other\"");
    }
  }

  @Test
  void a_function_that_no_setting_names_is_not_found_and_one_line_says_what_to_set() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Logger logger = (Logger) LoggerFactory.getLogger(HttpLambdaFunctions.class);
    logger.addAppender(lines);
    logger.setLevel(Level.WARN);
    try {
      HttpLambdaFunctions functions =
          functions(
              Optional.empty(),
              Map.of("orders:live", URI.create("http://127.0.0.1:1")),
              CREDENTIALS);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> functions.invoke(PLAIN, ROLE, EVENT))
            .isInstanceOfSatisfying(
                LambdaFailure.class,
                e -> assertThat(e.code()).isEqualTo("Lambda.ResourceNotFound"));
      }
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(null);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "The Lambda function orders could not be found: set hydrant.lambda.functions.\"orders\""
                + " to the URL of its runtime interface emulator, or hydrant.lambda.endpoint to an"
                + " API of Lambda");
  }

  @Test
  void a_refused_connection_and_a_closed_one_are_servers_that_failed_to_respond() throws Exception {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    HttpLambdaFunctions refused = functions(Optional.of(closed), Map.of(), CREDENTIALS);
    assertThat(failure(refused).code()).isEqualTo("Lambda.TargetServerFailedToRespond");
    try (LambdaStub closing = new LambdaStub(exchange -> exchange.close())) {
      assertThat(failure(atService(closing)).code())
          .isEqualTo("Lambda.TargetServerFailedToRespond");
    }
  }

  @Test
  void a_function_without_an_answer_in_its_time_is_given_up() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (LambdaStub slow =
        new LambdaStub(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
              await(done);
            })) {
      LambdaFailure failure =
          failure(
              new HttpLambdaFunctions(
                  new FunctionPlaces(Optional.of(slow.address()), Map.of()),
                  CREDENTIALS,
                  Duration.ofMillis(300)));
      assertThat(failure.code()).isEqualTo("Lambda.FunctionRequestTimedOut");
      done.countDown();
    }
  }

  @Test
  void an_answer_is_read_up_to_the_limit_and_one_byte_more() throws Exception {
    byte[] endless = new byte[LambdaFunctions.ANSWER_BYTES_MAX * 2];
    try (LambdaStub lambda = new LambdaStub(each -> LambdaStub.respond(each, 200, endless))) {
      assertThat(atService(lambda).invoke(LIVE, ROLE, EVENT))
          .hasSize(LambdaFunctions.ANSWER_BYTES_MAX + 1);
    }
  }

  @Test
  void an_emulator_gets_one_invocation_at_a_time() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (LambdaStub emulator =
        new LambdaStub(
            exchange -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              // Work for some milliseconds, in which a second invocation would be seen.
              assertThat(Arrays.hashCode(new byte[8 * 1024 * 1024])).isNotZero();
              now.decrementAndGet();
              LambdaStub.respond(exchange, 200, EVENT);
            })) {
      HttpLambdaFunctions functions = atEmulator(emulator);
      CompletableFuture<?>[] calls = new CompletableFuture<?>[20];
      for (int i = 0; i < calls.length; i++) {
        calls[i] = CompletableFuture.runAsync(() -> invoke(functions));
      }
      CompletableFuture.allOf(calls).get();
      assertThat(emulator.requests).hasSize(20);
      assertThat(most).hasValue(1);
    }
  }

  @Test
  void a_node_that_stops_meanwhile_gives_no_record_up() throws Exception {
    try (LambdaStub lambda = LambdaStub.answering(200, "{}", Map.of())) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> atService(lambda).invoke(LIVE, ROLE, EVENT))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void invoke(HttpLambdaFunctions functions) {
    try {
      functions.invoke(LIVE, ROLE, EVENT);
    } catch (LambdaFailure e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch done) throws IOException {
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String text(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8);
  }
}
