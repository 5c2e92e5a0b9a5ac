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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ListObjectVersions: all versions and delete markers, by key and from the newest on. */
final class ListVersions implements Operation {
  private final Services services;

  ListVersions(Services services) {
    this.services = services;
  }

  /** A version in the listing, with its key. */
  private record Row(String key, ObjectVersion version, boolean newest) {}

  /** A page that is being filled. */
  private static final class Page {
    private final List<Row> rows = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private Optional<String> lastKey = Optional.empty();
    private Optional<String> lastVersion = Optional.empty();
    private boolean truncated;

    void add(Row row, int most) {
      if (take(most)) {
        rows.add(row);
        lastKey = Optional.of(row.key());
        lastVersion = Optional.of(row.version().versionId());
      }
    }

    void addPrefix(String prefix, int most) {
      if (take(most)) {
        prefixes.add(prefix);
        lastKey = Optional.of(prefix);
        lastVersion = Optional.empty();
      }
    }

    private boolean take(int most) {
      truncated |= size() >= most;
      return !truncated;
    }

    int size() {
      return rows.size() + prefixes.size();
    }
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    ListParameters parameters = new ListParameters(request.query());
    parameters.isEncoded();
    int most = parameters.most("max-keys");
    if (parameters.text("version-id-marker").isPresent()
        && parameters.text("key-marker").isEmpty()) {
      throw S3Errors.invalidArgument(
              "A version-id marker cannot be specified without a key marker.",
              "version-id-marker",
              parameters.text("version-id-marker").get())
          .exception();
    }
    return Bodies.none(
        () -> S3Response.xml(document(bucket, parameters, read(bucket, parameters, most))));
  }

  private Page read(Bucket bucket, ListParameters parameters, int most) throws IOException {
    Page page = new Page();
    if (most == 0) {
      return page;
    }
    Optional<String> after = parameters.text("key-marker");
    Optional<String> versionMarker = parameters.text("version-id-marker");
    if (after.isPresent() && versionMarker.isPresent()) {
      rest(bucket, after.get(), versionMarker.get(), page, most);
    }
    while (!page.truncated) {
      KeyListing keys =
          KeyListing.read(
              services.storage().buckets().keys(bucket.name()),
              new KeyListing.Page(
                  parameters.prefix(), parameters.delimiter(), after, ListParameters.MOST),
              key -> true);
      for (KeyListing.Entry entry : keys.entries()) {
        if (entry.isPrefix()) {
          page.addPrefix(entry.name(), most);
        } else {
          versions(bucket, entry.name(), page, most);
        }
      }
      if (!keys.truncated()) {
        return page;
      }
      after = Optional.of(keys.entries().get(keys.entries().size() - 1).name());
    }
    return page;
  }

  private void rest(Bucket bucket, String key, String marker, Page page, int most)
      throws IOException {
    boolean behind = false;
    for (Row row : rows(bucket, key)) {
      if (behind) {
        page.add(row, most);
      }
      behind |= row.version().versionId().equals(marker);
    }
  }

  private void versions(Bucket bucket, String key, Page page, int most) throws IOException {
    for (Row row : rows(bucket, key)) {
      page.add(row, most);
    }
  }

  private List<Row> rows(Bucket bucket, String key) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<ObjectVersion> versions =
        services
            .storage()
            .objects()
            .find(bucket.name(), key)
            .map(StoredObject::versions)
            .orElse(List.of());
    for (ObjectVersion version : versions) {
      rows.add(new Row(key, version, rows.isEmpty()));
    }
    return rows;
  }

  private static String document(Bucket bucket, ListParameters parameters, Page page) {
    return XmlWriter.document(
        "ListVersionsResult",
        xml -> {
          xml.element("Name", bucket.name())
              .element("Prefix", parameters.shown(parameters.prefix()))
              .element("KeyMarker", parameters.shown(parameters.text("key-marker").orElse("")))
              .element("VersionIdMarker", parameters.text("version-id-marker").orElse(""))
              .element("MaxKeys", parameters.asked("max-keys"))
              .element("Delimiter", parameters.delimiter().map(parameters::shown))
              .element("EncodingType", parameters.text("encoding-type"))
              .element("IsTruncated", page.truncated);
          if (page.truncated) {
            xml.element("NextKeyMarker", page.lastKey.map(parameters::shown))
                .element("NextVersionIdMarker", page.lastVersion);
          }
          page.rows.forEach(row -> row(xml, bucket, parameters, row));
          page.prefixes.forEach(
              prefix ->
                  xml.element(
                      "CommonPrefixes", each -> each.element("Prefix", parameters.shown(prefix))));
        });
  }

  private static void row(XmlWriter xml, Bucket bucket, ListParameters parameters, Row row) {
    ObjectVersion version = row.version();
    xml.element(
        version.isDeleteMarker() ? "DeleteMarker" : "Version",
        each -> {
          each.element("Key", parameters.shown(row.key()))
              .element("VersionId", version.versionId())
              .element("IsLatest", row.newest())
              .element("LastModified", HttpDates.inDocument(version.lastModified()));
          if (!version.isDeleteMarker()) {
            each.element("ETag", ETags.quoted(version)).element("Size", version.size());
            each.element("StorageClass", version.storageClass());
          }
          Owners.write(each, "Owner", bucket.account());
        });
  }
}
