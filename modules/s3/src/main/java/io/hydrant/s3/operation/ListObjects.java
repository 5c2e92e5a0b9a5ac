package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** ListObjects in both versions. */
final class ListObjects implements Operation {
  /** Every token begins so; other texts are no tokens. */
  private static final String TOKEN = "after:";

  private final Services services;
  private final boolean second;

  /**
   * @param second whether the request is for version 2
   */
  ListObjects(Services services, boolean second) {
    this.services = services;
    this.second = second;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    return Bodies.none(() -> S3Response.xml(document(bucket, request)));
  }

  private String document(Bucket bucket, S3Request request) throws IOException {
    ListParameters parameters = new ListParameters(request.query());
    parameters.isEncoded();
    Optional<String> token = second ? parameters.text("continuation-token") : Optional.empty();
    Optional<String> after =
        second
            ? token.map(ListObjects::ofToken).or(() -> parameters.text("start-after"))
            : parameters.text("marker");
    Map<String, ObjectVersion> found = new HashMap<>();
    KeyListing page =
        KeyListing.read(
            services.storage().buckets().keys(bucket.name()),
            new KeyListing.Page(
                parameters.prefix(), parameters.delimiter(), after, parameters.most("max-keys")),
            key -> {
              Optional<ObjectVersion> current =
                  services
                      .storage()
                      .objects()
                      .find(bucket.name(), key)
                      .flatMap(StoredObject::current);
              current.ifPresent(version -> found.put(key, version));
              return current.isPresent();
            });
    return XmlWriter.document(
        "ListBucketResult",
        xml -> {
          head(xml, bucket, parameters);
          if (second) {
            secondPart(xml, parameters, token, page);
          } else {
            firstPart(xml, parameters, page);
          }
          entries(xml, bucket, parameters, page, found);
        });
  }

  private static void head(XmlWriter xml, Bucket bucket, ListParameters parameters) {
    xml.element("Name", bucket.name())
        .element("Prefix", parameters.shown(parameters.prefix()))
        .element("MaxKeys", parameters.asked("max-keys"))
        .element("Delimiter", parameters.delimiter().map(parameters::shown))
        .element("EncodingType", parameters.text("encoding-type"));
  }

  private static void firstPart(XmlWriter xml, ListParameters parameters, KeyListing page) {
    xml.element("Marker", parameters.shown(parameters.text("marker").orElse("")))
        .element("IsTruncated", page.truncated());
    if (page.truncated() && parameters.delimiter().isPresent()) {
      xml.element("NextMarker", parameters.shown(last(page)));
    }
  }

  private static void secondPart(
      XmlWriter xml, ListParameters parameters, Optional<String> token, KeyListing page) {
    xml.element("KeyCount", page.entries().size())
        .element("IsTruncated", page.truncated())
        .element("StartAfter", parameters.text("start-after").map(parameters::shown))
        .element("ContinuationToken", token);
    if (page.truncated()) {
      xml.element("NextContinuationToken", token(last(page)));
    }
  }

  private static String last(KeyListing page) {
    return page.entries().get(page.entries().size() - 1).name();
  }

  private void entries(
      XmlWriter xml,
      Bucket bucket,
      ListParameters parameters,
      KeyListing page,
      Map<String, ObjectVersion> found) {
    for (KeyListing.Entry entry : page.entries()) {
      if (!entry.isPrefix()) {
        xml.element(
            "Contents",
            contents ->
                object(contents, bucket, parameters, entry.name(), found.get(entry.name())));
      }
    }
    for (KeyListing.Entry entry : page.entries()) {
      if (entry.isPrefix()) {
        xml.element(
            "CommonPrefixes", prefix -> prefix.element("Prefix", parameters.shown(entry.name())));
      }
    }
  }

  private void object(
      XmlWriter xml, Bucket bucket, ListParameters parameters, String key, ObjectVersion version) {
    xml.element("Key", parameters.shown(key))
        .element("LastModified", HttpDates.inDocument(version.lastModified()))
        .element("ETag", ETags.quoted(version));
    version
        .checksum()
        .ifPresent(
            checksum ->
                xml.element("ChecksumAlgorithm", checksum.algorithm().name())
                    .element("ChecksumType", checksum.type().name()));
    xml.element("Size", version.size()).element("StorageClass", version.storageClass());
    if (!second || parameters.text("fetch-owner").filter("true"::equals).isPresent()) {
      Owners.write(xml, "Owner", bucket.account());
    }
  }

  /** A token is opaque to clients; it holds the last entry of the page before. */
  private static String token(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((TOKEN + last).getBytes(StandardCharsets.UTF_8));
  }

  private static String ofToken(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith(TOKEN)) {
        return text.substring(TOKEN.length());
      }
    } catch (IllegalArgumentException malformed) {
      // The error below says so.
    }
    throw S3Errors.invalidArgument(
            "The continuation token provided is incorrect", "continuation-token", token)
        .exception();
  }
}
