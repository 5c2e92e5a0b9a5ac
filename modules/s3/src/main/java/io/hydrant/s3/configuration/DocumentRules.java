package io.hydrant.s3.configuration;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlReader;
import java.util.List;
import java.util.Optional;

/** The rules for documents of configurations. */
public final class DocumentRules {
  private static final List<String> VERSIONING = List.of("Enabled", "Suspended");
  private static final List<String> ALGORITHMS = List.of("AES256", "aws:kms");
  private static final List<String> OWNERSHIP =
      List.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter");

  private DocumentRules() {}

  /**
   * Checks a document that a client sets.
   *
   * @throws io.hydrant.s3.error.S3Exception MalformedXML, MalformedPolicy or NotImplemented
   */
  public static void check(Subresource subresource, Bucket bucket, byte[] document) {
    if (subresource == Subresource.POLICY) {
      BucketPolicies.read(bucket.name(), document);
      return;
    }
    XmlNode root = XmlReader.read(document, subresource.root());
    switch (subresource) {
      case VERSIONING -> checkVersioning(root);
      case ENCRYPTION -> checkEncryption(root);
      case OWNERSHIP ->
          oneOf(root.child("Rule").flatMap(rule -> rule.text("ObjectOwnership")), OWNERSHIP);
      case TAGGING -> Tags.of(root, Tags.BUCKET_MAX);
      case CORS -> throw S3Errors.notImplemented(subresource.parameter()).exception();
      case POLICY,
          PUBLIC_ACCESS,
          LIFECYCLE,
          NOTIFICATION,
          LOGGING,
          WEBSITE,
          REQUEST_PAYMENT,
          ACCELERATE,
          REPLICATION -> {
        // These are stored as they are.
      }
    }
  }

  private static void checkVersioning(XmlNode root) {
    if (root.text("MfaDelete").filter("Enabled"::equals).isPresent()) {
      throw S3Errors.notImplemented("MfaDelete").exception();
    }
    oneOf(root.text("Status"), VERSIONING);
  }

  private static void checkEncryption(XmlNode root) {
    Optional<String> algorithm =
        root.child("Rule")
            .flatMap(rule -> rule.child("ApplyServerSideEncryptionByDefault"))
            .flatMap(standard -> standard.text("SSEAlgorithm"));
    if (algorithm.filter("aws:kms:dsse"::equals).isPresent()) {
      throw S3Errors.notImplemented("aws:kms:dsse").exception();
    }
    if (root.child("Rule")
        .flatMap(rule -> rule.child("ApplyServerSideEncryptionByDefault"))
        .isPresent()) {
      oneOf(algorithm, ALGORITHMS);
    } else if (root.child("Rule").isEmpty()) {
      throw S3Errors.malformedXml().exception();
    }
  }

  private static void oneOf(Optional<String> value, List<String> allowed) {
    if (value.filter(allowed::contains).isEmpty()) {
      throw S3Errors.malformedXml().exception();
    }
  }
}
