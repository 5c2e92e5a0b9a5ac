package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.StreamArn;
import java.util.Map;

/** The errors of a stream. */
public final class StreamErrors {
  private StreamErrors() {}

  public static ServiceError notFound(StreamArn arn) {
    return new ServiceError(
        "ResourceNotFoundException",
        "Firehose " + arn.name() + " under account " + arn.account() + " not found.");
  }

  public static boolean isNotFound(ServiceError refusal) {
    return refusal.code().equals("ResourceNotFoundException");
  }

  public static ServiceError alreadyExists(StreamArn arn) {
    return new ServiceError(
        "ResourceInUseException",
        "Firehose " + arn.name() + " under accountId " + arn.account() + " already exists");
  }

  static ServiceError notActive(DeliveryStream stream, String operation) {
    return new ServiceError(
        "ResourceInUseException",
        "Firehose "
            + stream.arn().name()
            + " under account "
            + stream.arn().account()
            + " is "
            + stream.lifecycle().status()
            + "; "
            + operation
            + " needs it to be ACTIVE.");
  }

  /**
   * "Attempts to send data to a delivery stream that is not in the ACTIVE state cause an
   * exception."
   */
  static ServiceError notAccepting(DeliveryStream stream, String operation) {
    return new ServiceError(
        "ResourceNotFoundException",
        "Firehose "
            + stream.arn().name()
            + " under account "
            + stream.arn().account()
            + " is "
            + stream.lifecycle().status()
            + ", not ACTIVE; "
            + operation
            + " needs an ACTIVE stream.");
  }

  static ServiceError notDeletable(DeliveryStream stream) {
    return new ServiceError(
        "ResourceInUseException",
        "Firehose "
            + stream.arn().name()
            + " under account "
            + stream.arn().account()
            + " is "
            + stream.lifecycle().status()
            + " and cannot be deleted in this state.");
  }

  static ServiceError encryptionInTransition(DeliveryStream stream) {
    return new ServiceError(
        "ResourceInUseException",
        "The encryption status of Firehose "
            + stream.arn().name()
            + " is "
            + stream.encryption().status()
            + "; wait until this change has ended.");
  }

  public static ServiceError invalidArgument(String message) {
    return new ServiceError("InvalidArgumentException", message);
  }

  static ServiceError limitExceeded(String message) {
    return new ServiceError("LimitExceededException", message);
  }

  /**
   * Returns the error for a put to a stream that reads from a source. The message was recorded for
   * a Kinesis source; for other sources it is assumed. InvalidSourceException is for puts that do
   * not come from CloudWatch Logs where records are decompressed.
   */
  static ServiceError putNotPermitted(DeliveryStreamType type) {
    return invalidArgument(
        "This operation is not permitted on " + type.wireName() + " delivery stream type.");
  }

  /** Recorded from AWS, September 2026, for a creation; assumed for a start. */
  static ServiceError encryptionNotPermitted() {
    return invalidArgument(
        "Server side encryption from firehose is only allowed for direct put delivery streams and"
            + " database as a source delivery streams");
  }

  /** Recorded from AWS, September 2026. */
  static ServiceError keyArnMissing() {
    return invalidArgument("KeyARN has to be specified when KeyType is CUSTOMER_MANAGED_CMK");
  }

  /** Recorded from AWS, September 2026. */
  static ServiceError keyArnNotTaken() {
    return invalidArgument("KeyARN cannot be specified when KeyType is AWS_OWNED_CMK");
  }

  static ServiceError versionMismatch(DeliveryStream stream, String given) {
    return new ServiceError(
        "ConcurrentModificationException",
        "Cannot update firehose: "
            + stream.arn().name()
            + " since the current version id: "
            + stream.versionId()
            + " and specified version id: "
            + given
            + " do not match");
  }

  /**
   * InvalidKMSResourceException: "when an attempt to put records or to start or stop Firehose
   * stream encryption fails", with KMS's own exception in {@code code}.
   */
  public static ServiceError invalidKmsResource(ServiceError kms) {
    return new ServiceError(
        "InvalidKMSResourceException", kms.message(), Map.of("code", kms.code()));
  }

  /** Returns the error for a put under a key that KMS does not let Firehose use. */
  public static ServiceError keyUnusable(ServiceError kms) {
    String why =
        kms.code().startsWith("AccessDenied")
            ? "The grant for the CMK to this delivery stream might have been revoked or the caller"
                + " might not have sufficient permissions for the CMK. "
            : "";
    return new ServiceError(
        "InvalidKMSResourceException", why + kms.message(), Map.of("code", kms.code()));
  }

  static ServiceError sessionTooOld() {
    return new ServiceError(
        "ExpiredTokenException",
        "The grant cannot be created with session credentials that are more than 6 hours old.");
  }

  public static ServiceError serviceUnavailable(String message) {
    return new ServiceError("ServiceUnavailableException", message);
  }
}
