package io.hydrant.s3.configuration;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlReader;
import io.hydrant.s3.xml.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rules for documents of configurations. */
public final class DocumentRules {
  private DocumentRules() {}

  /**
   * Checks a document that a client sets.
   *
   * @return the document as it is stored: XML as S3 itself writes it, a policy as it came
   * @throws io.hydrant.s3.error.S3Exception MalformedXML, MalformedPolicy, InvalidTag or
   *     NotImplemented
   */
  public static String check(Subresource subresource, Bucket bucket, byte[] document) {
    if (subresource == Subresource.POLICY) {
      BucketPolicies.read(bucket.name(), document);
      return new String(document, StandardCharsets.UTF_8);
    }
    XmlNode root = XmlReader.read(document, subresource.root());
    DocumentSchema.check(root);
    switch (subresource) {
      case VERSIONING -> checkVersioning(root);
      case ENCRYPTION -> checkEncryption(root);
      case TAGGING -> Tags.of(root, Tags.BUCKET_MAX);
      case CORS -> throw S3Errors.notImplemented(subresource.parameter()).exception();
      case POLICY,
          OWNERSHIP,
          PUBLIC_ACCESS,
          LIFECYCLE,
          NOTIFICATION,
          LOGGING,
          WEBSITE,
          REQUEST_PAYMENT,
          ACCELERATE,
          REPLICATION -> {
        // Their elements are all that is checked.
      }
    }
    return XmlWriter.document(root);
  }

  /**
   * Reads an access control list.
   *
   * @throws io.hydrant.s3.error.S3Exception MalformedXML
   */
  public static XmlNode accessControl(byte[] document) {
    XmlNode root = XmlReader.read(document, "AccessControlPolicy");
    DocumentSchema.check(root);
    return root;
  }

  private static void checkVersioning(XmlNode root) {
    if (root.text("MfaDelete").filter("Enabled"::equals).isPresent()) {
      throw S3Errors.notImplemented("MfaDelete").exception();
    }
    if (root.text("Status").isEmpty()) {
      throw S3Errors.malformedXml().exception();
    }
  }

  private static void checkEncryption(XmlNode root) {
    Optional<XmlNode> standard =
        root.child("Rule").flatMap(rule -> rule.child("ApplyServerSideEncryptionByDefault"));
    Optional<String> algorithm = standard.flatMap(each -> each.text("SSEAlgorithm"));
    if (algorithm.filter("aws:kms:dsse"::equals).isPresent()) {
      throw S3Errors.notImplemented("aws:kms:dsse").exception();
    }
    Optional<String> key = standard.flatMap(each -> each.text("KMSMasterKeyID"));
    if (key.isPresent() && algorithm.filter("aws:kms"::equals).isEmpty()) {
      throw S3Errors.invalidArgument(
              "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or"
                  + " aws:kms:dsse",
              "ApplyServerSideEncryptionByDefault",
              "")
          .exception();
    }
    if (root.child("Rule").flatMap(rule -> rule.child("BlockedEncryptionTypes")).isPresent()) {
      throw S3Errors.notImplemented("BlockedEncryptionTypes").exception();
    }
  }
}
