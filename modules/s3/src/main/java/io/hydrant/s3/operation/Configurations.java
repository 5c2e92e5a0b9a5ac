package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.configuration.DocumentRules;
import io.hydrant.s3.configuration.Subresource;
import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Content;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The configurations of a bucket: read, replaced and deleted. */
final class Configurations {
  private static final int NO_CONTENT = 204;

  private final Services services;
  private final StoredOnly storedOnly;

  Configurations(Services services, StoredOnly storedOnly) {
    this.services = services;
    this.storedOnly = storedOnly;
  }

  BodySink get(S3Request request, Subresource subresource) throws IOException {
    Bucket bucket = services.bucket(request);
    return Bodies.none(
        () -> {
          String document =
              bucket
                  .configuration(subresource.parameter())
                  .or(subresource::absent)
                  .orElseThrow(() -> subresource.missing(bucket).exception());
          return subresource == Subresource.POLICY ? json(document) : S3Response.xml(document);
        });
  }

  /** Answers that the bucket has no Object Lock, which no bucket has. */
  BodySink objectLock(S3Request request) throws IOException {
    S3Error missing =
        BucketErrors.noSuchConfiguration(
            "ObjectLockConfigurationNotFoundError",
            "Object Lock configuration does not exist for this bucket",
            services.bucket(request).name());
    return Bodies.none(
        () -> {
          throw missing.exception();
        });
  }

  private static S3Response json(String document) {
    return new S3Response(
        200, Headers.NONE.with("Content-Type", "application/json"), new Content.Text(document));
  }

  BodySink put(S3Request request, Subresource subresource) throws IOException {
    Bucket bucket = services.bucket(request);
    return Bodies.document(
        request,
        bytes -> {
          if (bytes.length == 0) {
            throw S3Errors.missingRequestBody().exception();
          }
          String document = DocumentRules.check(subresource, bucket, bytes);
          change(bucket, each -> each.with(subresource.parameter(), document));
          if (subresource.isWithoutEffect(document)) {
            storedOnly.warn(bucket.name(), subresource.root());
          }
          return S3Response.empty(
              subresource == Subresource.POLICY || subresource == Subresource.TAGGING
                  ? NO_CONTENT
                  : 200,
              Headers.NONE);
        });
  }

  BodySink delete(S3Request request, Subresource subresource) throws IOException {
    Bucket bucket = services.bucket(request);
    return Bodies.none(
        () -> {
          change(bucket, each -> each.without(subresource.parameter()));
          return S3Response.empty(NO_CONTENT, Headers.NONE);
        });
  }

  /** Returns the access control list of a bucket, or of an object: the owner may do everything. */
  BodySink acl(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    requireObject(request, bucket);
    return Bodies.none(
        () -> S3Response.xml(CannedAcls.document(bucket, request.target().key().isPresent())));
  }

  private void requireObject(S3Request request, Bucket bucket) throws IOException {
    if (request.target().key().isPresent()) {
      String key = Services.key(request);
      Versions.chosen(request, key, services.storage().objects().find(bucket.name(), key));
    }
  }

  /** Changes the bucket that the caller was allowed to change, and no later one of its name. */
  private void change(Bucket allowed, UnaryOperator<Bucket> change) throws IOException {
    services
        .storage()
        .buckets()
        .change(
            allowed.name(),
            each -> {
              if (!each.created().equals(allowed.created())
                  || !each.account().equals(allowed.account())) {
                throw BucketErrors.noSuchBucket(allowed.name()).exception();
              }
              return change.apply(each);
            });
  }

  /** Takes a canned list that changes nothing; others are refused. */
  BodySink putAcl(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    Optional<String> name = CannedAcls.of(request.headers());
    CannedAcls.check(bucket, name);
    requireObject(request, bucket);
    return Bodies.document(
        request,
        document -> {
          if (name.isEmpty()) {
            CannedAcls.checkDocument(bucket, document);
          }
          if (request.target().key().isPresent()) {
            name.ifPresent(CannedAcls::requireOwners);
          } else {
            String list = name.orElse(CannedAcls.DEFAULT);
            if (!list.equals(CannedAcls.DEFAULT)) {
              storedOnly.warn(bucket.name(), CannedAcls.CONFIGURATION);
            }
            change(bucket, each -> each.with(CannedAcls.SUBRESOURCE, list));
          }
          return S3Response.empty(200, Headers.NONE);
        });
  }
}
