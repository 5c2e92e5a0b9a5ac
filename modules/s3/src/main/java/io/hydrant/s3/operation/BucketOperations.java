package io.hydrant.s3.operation;

import io.hydrant.core.id.Caller;
import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.name.BucketNames;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlReader;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Buckets themselves: created, listed, found and deleted. */
final class BucketOperations {
  private static final String CLASSIC_REGION = "us-east-1";
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]|EU");
  private static final int NO_CONTENT = 204;

  private final Services services;
  private final StoredOnly storedOnly;

  BucketOperations(Services services, StoredOnly storedOnly) {
    this.services = services;
    this.storedOnly = storedOnly;
  }

  BodySink list(S3Request request) {
    Caller caller = Services.caller(request);
    ListParameters parameters = new ListParameters(request.query());
    return Bodies.none(
        () -> {
          List<Bucket> all =
              services.storage().buckets().all().stream()
                  .filter(bucket -> bucket.account().equals(caller.account()))
                  .filter(bucket -> bucket.name().startsWith(parameters.prefix()))
                  .filter(
                      bucket ->
                          parameters
                              .text("continuation-token")
                              .map(token -> bucket.name().compareTo(token) > 0)
                              .orElse(true))
                  .filter(
                      bucket ->
                          parameters
                              .text("bucket-region")
                              .map(bucket.region()::equals)
                              .orElse(true))
                  .toList();
          int most =
              parameters.text("max-buckets").isPresent()
                  ? Math.max(1, parameters.asked("max-buckets"))
                  : Integer.MAX_VALUE;
          List<Bucket> page = all.subList(0, Math.min(most, all.size()));
          return S3Response.xml(
              XmlWriter.document(
                  "ListAllMyBucketsResult",
                  xml -> {
                    Owners.write(xml, "Owner", caller.account());
                    xml.element("Buckets", buckets -> page.forEach(each -> bucket(buckets, each)));
                    if (page.size() < all.size()) {
                      xml.element("ContinuationToken", page.get(page.size() - 1).name());
                    }
                    xml.element("Prefix", parameters.text("prefix"));
                  }));
        });
  }

  private static void bucket(XmlWriter xml, Bucket bucket) {
    xml.element(
        "Bucket",
        each ->
            each.element("Name", bucket.name())
                .element("CreationDate", HttpDates.inDocument(bucket.created()))
                .element("BucketRegion", bucket.region())
                .element("BucketArn", "arn:aws:s3:::" + bucket.name()));
  }

  BodySink create(S3Request request) {
    String name = request.target().bucket().orElseThrow();
    if (!BucketNames.isValid(name)) {
      throw BucketErrors.invalidBucketName(name).exception();
    }
    if (request
        .headers()
        .first("x-amz-bucket-object-lock-enabled")
        .filter("true"::equals)
        .isPresent()) {
      throw S3Errors.notImplemented("x-amz-bucket-object-lock-enabled").exception();
    }
    Caller caller = Services.caller(request);
    Map<String, String> configurations = CannedAcls.ofNewBucket(request.headers());
    return Bodies.document(request, document -> create(request, caller, configurations, document));
  }

  private S3Response create(
      S3Request request, Caller caller, Map<String, String> configurations, byte[] document)
      throws IOException {
    String name = request.target().bucket().orElseThrow();
    Bucket bucket =
        new Bucket(
            name, services.clock().instant(), region(document), caller.account(), configurations);
    Optional<Bucket> there = services.storage().buckets().create(bucket);
    if (there.isPresent()
        && !(there.get().account().equals(caller.account())
            && there.get().region().equals(CLASSIC_REGION)
            && bucket.region().equals(CLASSIC_REGION))) {
      throw (there.get().account().equals(caller.account())
              ? BucketErrors.bucketAlreadyOwnedByYou(name)
              : BucketErrors.bucketAlreadyExists(name))
          .exception();
    }
    if (configurations.containsKey(CannedAcls.SUBRESOURCE)) {
      storedOnly.warn(name, CannedAcls.CONFIGURATION);
    }
    return S3Response.empty(200, Headers.NONE.with("Location", "/" + name));
  }

  /** Returns the region of a new bucket: that of the constraint. */
  private static String region(byte[] document) {
    if (document.length == 0) {
      return CLASSIC_REGION;
    }
    XmlNode configuration = XmlReader.read(document, "CreateBucketConfiguration");
    Optional<String> constraint =
        configuration.text("LocationConstraint").filter(text -> !text.isEmpty());
    if (constraint.isEmpty()) {
      return CLASSIC_REGION;
    }
    if (!REGION.matcher(constraint.get()).matches() || constraint.get().equals(CLASSIC_REGION)) {
      throw BucketErrors.invalidLocation(constraint.get()).exception();
    }
    return constraint.get().equals("EU") ? "eu-west-1" : constraint.get();
  }

  BodySink head(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    return Bodies.none(
        () ->
            S3Response.empty(
                200,
                Headers.NONE
                    .with("x-amz-bucket-region", bucket.region())
                    .with("x-amz-bucket-arn", "arn:aws:s3:::" + bucket.name())
                    .with("x-amz-access-point-alias", "false")
                    .with("Content-Type", "application/xml")));
  }

  BodySink location(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String constraint = bucket.region().equals(CLASSIC_REGION) ? "" : bucket.region();
    return Bodies.none(
        () -> S3Response.xml(XmlWriter.textDocument("LocationConstraint", constraint)));
  }

  BodySink delete(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    return Bodies.none(
        () -> {
          if (!services.storage().buckets().delete(bucket.name())) {
            throw BucketErrors.bucketNotEmpty(bucket.name()).exception();
          }
          return S3Response.empty(NO_CONTENT, Headers.NONE);
        });
  }
}
