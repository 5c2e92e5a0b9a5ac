package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.configuration.DefaultDocuments;
import io.hydrant.s3.configuration.DocumentRules;
import io.hydrant.s3.configuration.Subresource;
import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Canned access control lists: stored and shown. Policies alone decide who may do what. */
final class CannedAcls {
  static final String SUBRESOURCE = "acl";
  static final String DEFAULT = "private";

  /** The name of the configuration in the log. */
  static final String CONFIGURATION = "access control list";

  private static final List<String> OWNERS = List.of(DEFAULT, "bucket-owner-full-control");
  private static final String GRANT = "x-amz-grant-";
  private static final String ENFORCED = "BucketOwnerEnforced";
  private static final List<String> OWNERSHIPS =
      List.of(ENFORCED, "BucketOwnerPreferred", "ObjectWriter");
  private static final List<String> NAMES =
      List.of(
          DEFAULT,
          "public-read",
          "public-read-write",
          "aws-exec-read",
          "authenticated-read",
          "bucket-owner-read",
          "bucket-owner-full-control",
          "log-delivery-write");

  private CannedAcls() {}

  /**
   * Returns the name that the header {@code x-amz-acl} gives.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument
   */
  static Optional<String> of(Headers headers) {
    Optional<String> name = headers.first("x-amz-acl");
    if (name.isPresent() && !NAMES.contains(name.get())) {
      throw S3Errors.invalidArgument("", "x-amz-acl", name.get()).exception();
    }
    return name;
  }

  /**
   * Returns the configurations of a new bucket. A list is among them where it gives something to
   * others than the owner.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument, InvalidBucketAclWithObjectOwnership or
   *     NotImplemented
   */
  static Map<String, String> ofNewBucket(Headers headers) {
    if (!headers.startingWith(GRANT).isEmpty()) {
      throw S3Errors.notImplemented(GRANT + "*").exception();
    }
    String ownership = headers.first("x-amz-object-ownership").orElse(ENFORCED);
    if (!OWNERSHIPS.contains(ownership)) {
      throw S3Errors.invalidArgument("", "x-amz-object-ownership", ownership).exception();
    }
    Map<String, String> configurations = new HashMap<>(DefaultDocuments.ofNewBucket(ownership));
    Optional<String> list = of(headers).filter(name -> !name.equals(DEFAULT));
    if (list.isPresent()) {
      if (ownership.equals(ENFORCED)) {
        throw BucketErrors.aclWithOwnership().exception();
      }
      configurations.put(SUBRESOURCE, list.get());
    }
    return configurations;
  }

  /**
   * Checks a list against the ownership controls of the bucket.
   *
   * @throws io.hydrant.s3.error.S3Exception AccessControlListNotSupported
   */
  static void check(Bucket bucket, Optional<String> name) {
    if (name.isPresent() && isEnforced(bucket) && !OWNERS.contains(name.get())) {
      throw BucketErrors.aclsNotSupported().exception();
    }
  }

  /**
   * Checks the list that the write of an object sets. Grants to others are not supported.
   *
   * @throws io.hydrant.s3.error.S3Exception AccessControlListNotSupported or NotImplemented
   */
  static void checkWrite(Services services, S3Request request, String action) throws IOException {
    if (!action.equals(RequiredActions.PUT) || !RequiredActions.setsAcl(request.headers())) {
      return;
    }
    Bucket bucket = services.bucket(request);
    check(bucket, of(request.headers()));
    of(request.headers()).ifPresent(CannedAcls::requireOwners);
    if (!request.headers().startingWith(GRANT).isEmpty()) {
      throw (isEnforced(bucket)
              ? BucketErrors.aclsNotSupported()
              : S3Errors.notImplemented(GRANT + "*"))
          .exception();
    }
  }

  /**
   * Requires a list that gives nothing to others: the lists of objects are not stored.
   *
   * @throws io.hydrant.s3.error.S3Exception NotImplemented
   */
  static void requireOwners(String name) {
    if (!OWNERS.contains(name)) {
      throw S3Errors.notImplemented("x-amz-acl").exception();
    }
  }

  /** Checks a whole list: only one that gives the owner everything can be set. */
  static void checkDocument(Bucket bucket, byte[] document) {
    XmlNode list = DocumentRules.accessControl(document);
    boolean owners =
        list.child("AccessControlList").stream()
            .flatMap(grants -> grants.children("Grant").stream())
            .allMatch(
                grant ->
                    grant
                        .child("Grantee")
                        .flatMap(grantee -> grantee.text("ID"))
                        .filter(Owners.id(bucket.account())::equals)
                        .isPresent());
    if (!owners) {
      throw (isEnforced(bucket)
              ? BucketErrors.aclsNotSupported()
              : S3Errors.notImplemented("AccessControlPolicy"))
          .exception();
    }
  }

  private static boolean isEnforced(Bucket bucket) {
    return bucket
        .configuration(Subresource.OWNERSHIP.parameter())
        .filter(document -> document.contains(ENFORCED))
        .isPresent();
  }

  /** Returns the list as a document. */
  static String document(Bucket bucket, boolean ofObject) {
    String name = ofObject ? DEFAULT : bucket.configuration(SUBRESOURCE).orElse(DEFAULT);
    return XmlWriter.document(
        "AccessControlPolicy",
        xml -> {
          Owners.write(xml, "Owner", bucket.account());
          xml.element(
              "AccessControlList",
              list -> {
                list.element("Grant", grant -> owner(grant, bucket));
                if (name.startsWith("public-read")) {
                  list.element("Grant", grant -> everyone(grant, "READ"));
                }
                if (name.equals("public-read-write")) {
                  list.element("Grant", grant -> everyone(grant, "WRITE"));
                }
              });
        });
  }

  private static void owner(XmlWriter grant, Bucket bucket) {
    grant
        .grantee("CanonicalUser", who -> who.element("ID", Owners.id(bucket.account())))
        .element("Permission", "FULL_CONTROL");
  }

  private static void everyone(XmlWriter grant, String permission) {
    grant
        .grantee(
            "Group", who -> who.element("URI", "http://acs.amazonaws.com/groups/global/AllUsers"))
        .element("Permission", permission);
  }
}
