package io.hydrant.cli.demo;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The ordinary AWS SDK clients, pointed at a node. */
record Clients(FirehoseClient firehose, KmsClient kms, S3Client s3) {
  static Clients of(URI endpoint) {
    StaticCredentialsProvider any =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("demo", "demo"));
    return new Clients(
        FirehoseClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(any)
            .httpClient(UrlConnectionHttpClient.create())
            .build(),
        KmsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(any)
            .httpClient(UrlConnectionHttpClient.create())
            .build(),
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(any)
            .forcePathStyle(true)
            .httpClient(UrlConnectionHttpClient.create())
            .build());
  }
}
