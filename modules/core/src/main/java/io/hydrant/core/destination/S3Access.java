package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.policy.Principal;
import io.hydrant.core.policy.PrincipalArns;
import java.util.Optional;

/**
 * The authority and the key with which Firehose writes the objects of a stream.
 *
 * @param caller the destination's role
 * @param kmsKey the ARN of the KMS key that encrypts the objects; empty where the bucket decides
 */
public record S3Access(Caller caller, Optional<String> kmsKey) {
  /** The name of the session in which Firehose assumes the role, as AWS's logs show it. */
  private static final String SESSION = "AWSFirehoseToS3";

  /** Reads the access from a destination; from its own bucket where it is not S3 itself. */
  public static S3Access of(Destination destination, StreamArn stream) {
    Structure configuration = destination.configuration();
    Structure s3 =
        destination.type().isS3()
            ? configuration
            : configuration.structure("S3Configuration").orElse(configuration);
    return new S3Access(caller(s3.text("RoleARN"), stream), kmsKey(s3));
  }

  /** Reads the access to the bucket of the backup. */
  public static S3Access ofBackup(Destination destination, StreamArn stream) {
    Structure s3 =
        destination
            .configuration()
            .structure(BackupRules.member(destination.type()))
            .orElse(Structure.empty());
    return new S3Access(caller(s3.text("RoleARN"), stream), kmsKey(s3));
  }

  private static Optional<String> kmsKey(Structure s3) {
    return s3.structure("EncryptionConfiguration")
        .flatMap(encryption -> encryption.structure("KMSEncryptionConfig"))
        .flatMap(key -> key.text("AWSKMSKeyARN"));
  }

  /** The root of the stream's account acts where the ARN names no principal. */
  private static Caller caller(Optional<String> roleArn, StreamArn stream) {
    return roleArn
        .flatMap(PrincipalArns::principal)
        .map(role -> caller(role, stream))
        .orElseGet(() -> Caller.root(stream.account(), stream.region()));
  }

  private static Caller caller(Principal role, StreamArn stream) {
    return new Caller(
        role.account().orElse(stream.account()),
        stream.region(),
        assumed(role).arn(),
        Optional.empty());
  }

  /**
   * A session's ARN leaves out the role's path, and a key policy that names the role has it: a role
   * with a path acts as itself.
   */
  private static Principal assumed(Principal principal) {
    return principal instanceof Principal.Role role && !role.name().contains("/")
        ? new Principal.Session(role, SESSION)
        : principal;
  }
}
