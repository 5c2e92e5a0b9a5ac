package io.hydrant.acceptance;

import java.net.URI;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The ordinary clients, pointed at a node. */
record SdkClients(FirehoseClient firehose, KmsClient kms, S3Client s3, StsClient sts) {
  static SdkClients of(URI endpoint, String accessKey) {
    return of(endpoint, Region.US_EAST_1, credentials(accessKey), override -> {});
  }

  /** What is refused is not tried again. */
  static SdkClients withoutRetries(URI endpoint) {
    return withoutRetries(endpoint, AwsBasicCredentials.create("test", "secret"));
  }

  static SdkClients withoutRetries(URI endpoint, AwsCredentials credentials) {
    return withoutRetries(endpoint, Region.US_EAST_1, credentials);
  }

  static SdkClients withoutRetries(URI endpoint, Region region) {
    return withoutRetries(endpoint, region, AwsBasicCredentials.create("test", "secret"));
  }

  private static SdkClients withoutRetries(
      URI endpoint, Region region, AwsCredentials credentials) {
    return of(
        endpoint,
        region,
        StaticCredentialsProvider.create(credentials),
        override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }

  private static SdkClients of(
      URI endpoint,
      Region region,
      StaticCredentialsProvider credentials,
      Consumer<ClientOverrideConfiguration.Builder> own) {
    Consumer<ClientOverrideConfiguration.Builder> override =
        own.andThen(with -> with.addExecutionInterceptor(new AnswerInspector()));
    return new SdkClients(
        FirehoseClient.builder()
            .endpointOverride(endpoint)
            .region(region)
            .credentialsProvider(credentials)
            .overrideConfiguration(override)
            .httpClient(UrlConnectionHttpClient.create())
            .build(),
        KmsClient.builder()
            .endpointOverride(endpoint)
            .region(region)
            .credentialsProvider(credentials)
            .overrideConfiguration(override)
            .httpClient(UrlConnectionHttpClient.create())
            .build(),
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(region)
            .credentialsProvider(credentials)
            .overrideConfiguration(override)
            .forcePathStyle(true)
            .httpClient(UrlConnectionHttpClient.create())
            .build(),
        StsClient.builder()
            .endpointOverride(endpoint)
            .region(region)
            .credentialsProvider(credentials)
            .overrideConfiguration(override)
            .httpClient(UrlConnectionHttpClient.create())
            .build());
  }

  static StaticCredentialsProvider credentials(String accessKey) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret"));
  }
}
