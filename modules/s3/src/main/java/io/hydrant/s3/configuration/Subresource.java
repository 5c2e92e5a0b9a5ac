package io.hydrant.s3.configuration;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import java.util.Arrays;
import java.util.Optional;

/** A configuration of a bucket: a document under a name in the query. */
public enum Subresource {
  VERSIONING("versioning", "VersioningConfiguration", "BucketVersioning", Use.ACTED_ON),
  ENCRYPTION(
      "encryption", "ServerSideEncryptionConfiguration", "EncryptionConfiguration", Use.ACTED_ON),
  POLICY("policy", "", "BucketPolicy", Use.ACTED_ON),
  TAGGING("tagging", "Tagging", "BucketTagging", Use.INFORMATION),
  OWNERSHIP("ownershipControls", "OwnershipControls", "BucketOwnershipControls", Use.ACTED_ON),
  PUBLIC_ACCESS(
      "publicAccessBlock",
      "PublicAccessBlockConfiguration",
      "BucketPublicAccessBlock",
      Use.STORED_ONLY),
  LIFECYCLE("lifecycle", "LifecycleConfiguration", "LifecycleConfiguration", Use.STORED_ONLY),
  NOTIFICATION("notification", "NotificationConfiguration", "BucketNotification", Use.STORED_ONLY),
  CORS("cors", "CORSConfiguration", "BucketCORS", Use.STORED_ONLY),
  LOGGING("logging", "BucketLoggingStatus", "BucketLogging", Use.STORED_ONLY),
  WEBSITE("website", "WebsiteConfiguration", "BucketWebsite", Use.STORED_ONLY),
  REQUEST_PAYMENT(
      "requestPayment", "RequestPaymentConfiguration", "BucketRequestPayment", Use.STORED_ONLY),
  ACCELERATE("accelerate", "AccelerateConfiguration", "AccelerateConfiguration", Use.STORED_ONLY),
  REPLICATION(
      "replication", "ReplicationConfiguration", "ReplicationConfiguration", Use.STORED_ONLY);

  /** What a configuration does here. */
  public enum Use {
    ACTED_ON,
    /** It means nothing to S3 itself. */
    INFORMATION,
    /** It is stored and shown, and has no effect, which the log says. */
    STORED_ONLY
  }

  private final String parameter;
  private final String root;
  private final String action;
  private final Use use;

  Subresource(String parameter, String root, String action, Use use) {
    this.parameter = parameter;
    this.root = root;
    this.action = action;
    this.use = use;
  }

  /** Returns the name in the query, under which the document is stored, too. */
  public String parameter() {
    return parameter;
  }

  /** Returns the name of the document's root element; empty text for JSON. */
  public String root() {
    return root;
  }

  /** Returns the name of the permission behind {@code Get}, {@code Put} and {@code Delete}. */
  public String action() {
    return action;
  }

  public Use use() {
    return use;
  }

  /** Returns the subresource of a name in the query. */
  public static Optional<Subresource> named(String parameter) {
    return Arrays.stream(values())
        .filter(subresource -> subresource.parameter.equals(parameter))
        .findFirst();
  }

  /** Returns the document of a bucket that never set it; empty where GET answers an error. */
  public Optional<String> absent() {
    return switch (this) {
      case VERSIONING, NOTIFICATION, LOGGING, ACCELERATE ->
          Optional.of(DefaultDocuments.empty(root));
      case ENCRYPTION -> Optional.of(DefaultDocuments.encryption());
      case REQUEST_PAYMENT -> Optional.of(DefaultDocuments.requestPayment());
      case POLICY, TAGGING, OWNERSHIP, PUBLIC_ACCESS, LIFECYCLE, CORS, WEBSITE, REPLICATION ->
          Optional.empty();
    };
  }

  /** Returns whether a document asks for something that does not happen here. */
  public boolean isWithoutEffect(String document) {
    return switch (use) {
      case ACTED_ON, INFORMATION -> false;
      case STORED_ONLY ->
          this == PUBLIC_ACCESS
              ? document.contains(">true<")
              : absent().filter(document::equals).isEmpty();
    };
  }

  /** Returns the error of GET where there is no document. */
  public S3Error missing(Bucket bucket) {
    return switch (this) {
      case POLICY -> error(bucket, "NoSuchBucketPolicy", "The bucket policy does not exist");
      case TAGGING -> error(bucket, "NoSuchTagSet", "The TagSet does not exist");
      case OWNERSHIP ->
          error(
              bucket,
              "OwnershipControlsNotFoundError",
              "The bucket ownership controls were not found");
      case PUBLIC_ACCESS ->
          error(
              bucket,
              "NoSuchPublicAccessBlockConfiguration",
              "The public access block configuration was not found");
      case LIFECYCLE ->
          error(
              bucket, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
      case CORS ->
          error(bucket, "NoSuchCORSConfiguration", "The CORS configuration does not exist");
      case WEBSITE ->
          error(
              bucket,
              "NoSuchWebsiteConfiguration",
              "The specified bucket does not have a website configuration");
      case REPLICATION ->
          error(
              bucket,
              "ReplicationConfigurationNotFoundError",
              "The replication configuration was not found");
      case VERSIONING, ENCRYPTION, NOTIFICATION, LOGGING, REQUEST_PAYMENT, ACCELERATE ->
          S3Errors.internalError();
    };
  }

  private static S3Error error(Bucket bucket, String code, String message) {
    return BucketErrors.noSuchConfiguration(code, message, bucket.name());
  }
}
