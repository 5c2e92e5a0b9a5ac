package io.hydrant.s3.configuration;

import io.hydrant.s3.xml.XmlWriter;
import java.util.List;
import java.util.Map;

/** The configurations of a bucket before a client sets them. */
public final class DefaultDocuments {
  private static final List<String> PUBLIC_ACCESS =
      List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

  private DefaultDocuments() {}

  /**
   * Returns what S3 sets itself for each new bucket, since 2023.
   *
   * @param ownership {@code BucketOwnerEnforced} where the client asks for nothing else
   */
  public static Map<String, String> ofNewBucket(String ownership) {
    return Map.of(
        Subresource.PUBLIC_ACCESS.parameter(), publicAccess(),
        Subresource.OWNERSHIP.parameter(), ownership(ownership));
  }

  static String empty(String root) {
    return XmlWriter.document(root, xml -> {});
  }

  static String encryption() {
    return XmlWriter.document(
        Subresource.ENCRYPTION.root(),
        xml ->
            xml.element(
                "Rule",
                rule ->
                    rule.element(
                            "ApplyServerSideEncryptionByDefault",
                            standard -> standard.element("SSEAlgorithm", "AES256"))
                        .element("BucketKeyEnabled", false)));
  }

  static String requestPayment() {
    return XmlWriter.document(
        Subresource.REQUEST_PAYMENT.root(), xml -> xml.element("Payer", "BucketOwner"));
  }

  private static String publicAccess() {
    return XmlWriter.document(
        Subresource.PUBLIC_ACCESS.root(),
        xml -> PUBLIC_ACCESS.forEach(member -> xml.element(member, true)));
  }

  private static String ownership(String name) {
    return XmlWriter.document(
        Subresource.OWNERSHIP.root(),
        xml -> xml.element("Rule", rule -> rule.element("ObjectOwnership", name)));
  }
}
