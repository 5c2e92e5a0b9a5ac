package io.hydrant.delivery.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.core.id.Caller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Invocations of one function at a stub. */
final class Invocations {
  static final String PLAIN = "arn:aws:lambda:eu-west-1:000000000000:function:orders";
  static final String LIVE = PLAIN + ":live";
  static final Caller ROLE = Caller.root("111122223333", "us-east-1");
  static final byte[] EVENT = "{\"records\":[]}".getBytes(StandardCharsets.UTF_8);
  static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret"));

  private Invocations() {}

  static HttpLambdaFunctions atService(LambdaStub lambda) {
    return functions(Optional.of(lambda.address()), Map.of(), CREDENTIALS);
  }

  static HttpLambdaFunctions atEmulator(LambdaStub emulator) {
    return functions(Optional.empty(), Map.of("orders", emulator.address()), CREDENTIALS);
  }

  static HttpLambdaFunctions functions(
      Optional<URI> endpoint, Map<String, URI> functions, AwsCredentialsProvider credentials) {
    return new HttpLambdaFunctions(
        new FunctionPlaces(endpoint, functions), credentials, Duration.ofMinutes(1));
  }

  static LambdaFailure failure(HttpLambdaFunctions functions) {
    LambdaFailure failure =
        catchThrowableOfType(LambdaFailure.class, () -> functions.invoke(LIVE, ROLE, EVENT));
    assertThat(failure).isNotNull();
    return failure;
  }
}
