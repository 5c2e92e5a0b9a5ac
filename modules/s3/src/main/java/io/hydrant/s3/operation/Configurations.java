package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.configuration.DocumentRules;
import io.hydrant.s3.configuration.Subresource;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Content;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import java.io.IOException;
import java.util.Optional;

/** The configurations of a bucket: read, replaced and deleted. */
final class Configurations {
  private static final int NO_CONTENT = 204;

  private final Services services;
  private final StoredOnly storedOnly = new StoredOnly();

  Configurations(Services services) {
    this.services = services;
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
          services
              .storage()
              .buckets()
              .change(bucket.name(), each -> each.with(subresource.parameter(), document));
          if (subresource.use() == Subresource.Use.STORED_ONLY
              && !subresource.isDefault(document)) {
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
          services
              .storage()
              .buckets()
              .change(bucket.name(), each -> each.without(subresource.parameter()));
          return S3Response.empty(NO_CONTENT, Headers.NONE);
        });
  }

  /** Returns the access control list of a bucket, or of an object: the owner may do everything. */
  BodySink acl(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    if (request.target().key().isPresent()) {
      String key = Services.key(request);
      Versions.chosen(request, key, services.storage().objects().find(bucket.name(), key));
    }
    return Bodies.none(
        () -> S3Response.xml(CannedAcls.document(bucket, request.target().key().isPresent())));
  }

  /** Takes a canned list that changes nothing; others are refused. */
  BodySink putAcl(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    Optional<String> name = CannedAcls.of(request.headers());
    CannedAcls.check(bucket, name);
    return Bodies.document(
        request,
        document -> {
          if (name.isEmpty()) {
            CannedAcls.checkDocument(bucket, document);
          } else if (request.target().key().isPresent()) {
            CannedAcls.requireOwners(name.get());
          } else {
            if (!CannedAcls.DEFAULT.equals(name.get())) {
              storedOnly.warn(bucket.name(), "access control list");
            }
            services
                .storage()
                .buckets()
                .change(bucket.name(), each -> each.with(CannedAcls.SUBRESOURCE, name.get()));
          }
          return S3Response.empty(200, Headers.NONE);
        });
  }
}
