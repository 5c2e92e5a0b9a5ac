package io.hydrant.delivery.lambda;

import io.hydrant.core.id.Caller;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Signs invocations at Lambda's API by Signature Version 4, with the node's own credentials. */
final class InvocationSigner {
  /** The JDK's client sets these itself. */
  private static final Set<String> OF_THE_CLIENT = Set.of("host", "content-length");

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsProvider credentials;
  private volatile Instant noneUntil = Instant.MIN;

  InvocationSigner(AwsCredentialsProvider credentials) {
    this.credentials = credentials;
  }

  /** Adds the headers of the signature to a request. */
  void sign(HttpRequest.Builder request, URI address, String region, Caller caller, byte[] event) {
    SdkHttpRequest signed =
        signer
            .sign(
                parameters ->
                    parameters
                        .identity(credentials(caller))
                        .request(
                            SdkHttpFullRequest.builder()
                                .method(SdkHttpMethod.POST)
                                .uri(address)
                                .build())
                        .payload(ContentStreamProvider.fromByteArray(event))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
            .request();
    signed.forEachHeader(
        (name, values) -> {
          if (!OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
  }

  /**
   * Returns the node's credentials. Where it has none, the account is the access key, by which an
   * emulator knows the caller; a search without success takes seconds and is not repeated at once.
   */
  private AwsCredentials credentials(Caller caller) {
    if (Instant.now().isAfter(noneUntil)) {
      try {
        return credentials.resolveCredentials();
      } catch (SdkException none) {
        noneUntil = Instant.now().plus(PAUSE);
      }
    }
    return AwsBasicCredentials.create(caller.account(), "none");
  }
}
