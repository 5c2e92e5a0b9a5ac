package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.encryption.EncryptionChoice;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The default encryption of a bucket, from its configuration. */
final class BucketEncryption {
  static final String SUBRESOURCE = "encryption";

  private BucketEncryption() {}

  /** Returns the encryption of objects that are written without headers about it. */
  static EncryptionChoice defaultOf(Bucket bucket) {
    return bucket
        .configuration(SUBRESOURCE)
        .map(
            document ->
                XmlReader.read(
                    document.getBytes(StandardCharsets.UTF_8), "ServerSideEncryptionConfiguration"))
        .flatMap(configuration -> configuration.child("Rule"))
        .map(BucketEncryption::of)
        .orElseGet(EncryptionChoice.Managed::new);
  }

  private static EncryptionChoice of(XmlNode rule) {
    Optional<XmlNode> standard = rule.child("ApplyServerSideEncryptionByDefault");
    String algorithm = standard.flatMap(node -> node.text("SSEAlgorithm")).orElse("AES256");
    return algorithm.equals("aws:kms")
        ? new EncryptionChoice.Kms(
            standard.flatMap(node -> node.text("KMSMasterKeyID")).filter(key -> !key.isEmpty()),
            Map.of(),
            rule.text("BucketKeyEnabled").filter("true"::equals).isPresent())
        : new EncryptionChoice.Managed();
  }
}
