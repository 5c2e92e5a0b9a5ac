package io.hydrant.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Writes objects to an external S3 through the AWS SDK, with the node's own credentials. Calls
 * block.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
  private final S3Client client;

  /**
   * Connects to an endpoint.
   *
   * @param endpoint with its scheme and port
   */
  public S3ObjectStore(URI endpoint, String region, AwsCredentialsProvider credentials) {
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .forcePathStyle(true)
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(Duration.ofSeconds(60))
                    .build())
            .build();
  }

  @Override
  public void put(ObjectWrite object, byte[] body) {
    try {
      client.putObject(request(object), RequestBody.fromBytes(body));
    } catch (NoSuchBucketException e) {
      throw new DeliveryException(
          DeliveryException.ofS3("NoSuchBucket"),
          "There is no bucket "
              + object.bucket()
              + "; create it and the records will be delivered.",
          e);
    } catch (S3Exception e) {
      throw new DeliveryException(code(e), "S3 refused the object: " + reason(e), e);
    } catch (SdkException e) {
      throw new DeliveryException("S3 could not be reached: " + e.getMessage(), e);
    }
  }

  private static PutObjectRequest request(ObjectWrite object) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(object.bucket())
            .key(object.key())
            .contentType("application/octet-stream");
    object.contentEncoding().ifPresent(request::contentEncoding);
    object
        .access()
        .kmsKey()
        .ifPresent(
            key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key));
    return request.build();
  }

  private static String code(S3Exception e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .map(details -> DeliveryException.ofS3(details.errorCode()))
        .orElseGet(() -> DeliveryException.ofS3("InternalError"));
  }

  /** Describes an error that lacks S3's own message, for example one from a proxy. */
  private static String reason(S3Exception e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .map(details -> e.statusCode() + " " + details.errorCode() + ", " + details.errorMessage())
        .orElseGet(() -> "status " + e.statusCode());
  }

  @Override
  public void close() {
    client.close();
  }
}
