package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.multipart.Upload;
import io.hydrant.s3.multipart.UploadedPart;
import io.hydrant.s3.name.ObjectKeys;
import io.hydrant.s3.object.StoredChecksum;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ListMultipartUploads and ListParts. */
final class ListUploads {
  private final Services services;

  ListUploads(Services services) {
    this.services = services;
  }

  BodySink uploads(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    ListParameters parameters = new ListParameters(request.query());
    parameters.isEncoded();
    int most = parameters.most("max-uploads");
    return Bodies.none(
        () -> {
          Page page = new Page(most);
          for (Upload upload : services.storage().uploads().all(bucket.name())) {
            if (!isAsked(upload, parameters)) {
              continue;
            }
            prefix(upload.key(), parameters)
                .ifPresentOrElse(page::addPrefix, () -> page.add(upload));
          }
          return S3Response.xml(document(bucket, parameters, page));
        });
  }

  /** A page that is being filled. */
  private static final class Page {
    private final int most;
    private final List<Upload> uploads = new ArrayList<>();
    private final Set<String> prefixes = new LinkedHashSet<>();
    private String lastKey = "";
    private String lastId = "";
    private boolean truncated;

    Page(int most) {
      this.most = most;
    }

    void add(Upload upload) {
      if (take()) {
        uploads.add(upload);
        lastKey = upload.key();
        lastId = upload.id();
      }
    }

    void addPrefix(String prefix) {
      if (!prefixes.contains(prefix) && take()) {
        prefixes.add(prefix);
        lastKey = prefix;
        lastId = "";
      }
    }

    private boolean take() {
      truncated |= most > 0 && uploads.size() + prefixes.size() == most;
      return !truncated && most > 0;
    }
  }

  private static boolean isAsked(Upload upload, ListParameters parameters) {
    Optional<String> keyMarker = parameters.text("key-marker");
    if (!upload.key().startsWith(parameters.prefix())) {
      return false;
    }
    if (keyMarker.isEmpty()) {
      return true;
    }
    if (prefix(upload.key(), parameters).equals(keyMarker)) {
      return false;
    }
    int order = ObjectKeys.ORDER.compare(upload.key(), keyMarker.get());
    return order > 0
        || (order == 0
            && parameters
                .text("upload-id-marker")
                .filter(marker -> upload.id().compareTo(marker) > 0)
                .isPresent());
  }

  private static Optional<String> prefix(String key, ListParameters parameters) {
    return parameters
        .delimiter()
        .flatMap(
            delimiter -> {
              int found = key.indexOf(delimiter, parameters.prefix().length());
              return found < 0
                  ? Optional.empty()
                  : Optional.of(key.substring(0, found + delimiter.length()));
            });
  }

  private static String document(Bucket bucket, ListParameters parameters, Page page) {
    return XmlWriter.document(
        "ListMultipartUploadsResult",
        xml -> {
          xml.element("Bucket", bucket.name())
              .element("KeyMarker", parameters.shown(parameters.text("key-marker").orElse("")))
              .element("UploadIdMarker", parameters.text("upload-id-marker").orElse(""))
              .element("Prefix", parameters.text("prefix").map(parameters::shown))
              .element("Delimiter", parameters.delimiter().map(parameters::shown))
              .element("EncodingType", parameters.text("encoding-type"))
              .element("MaxUploads", page.most)
              .element("IsTruncated", page.truncated);
          if (page.truncated) {
            xml.element("NextKeyMarker", parameters.shown(page.lastKey))
                .element("NextUploadIdMarker", page.lastId);
          }
          page.uploads.forEach(
              upload -> xml.element("Upload", each -> upload(each, bucket, parameters, upload)));
          page.prefixes.forEach(
              prefix ->
                  xml.element(
                      "CommonPrefixes", each -> each.element("Prefix", parameters.shown(prefix))));
        });
  }

  private static void upload(
      XmlWriter xml, Bucket bucket, ListParameters parameters, Upload upload) {
    xml.element("UploadId", upload.id()).element("Key", parameters.shown(upload.key()));
    xml.element(
        "Initiator",
        who -> who.element("ID", upload.principal()).element("DisplayName", upload.principal()));
    Owners.write(xml, "Owner", bucket.account());
    xml.element("StorageClass", upload.storageClass())
        .element("Initiated", HttpDates.inDocument(upload.begun()))
        .element("ChecksumAlgorithm", upload.checksum().map(ChecksumAlgorithm::name))
        .element("ChecksumType", upload.checksumType().map(StoredChecksum.Type::name));
  }

  BodySink parts(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    Upload upload = Uploads.find(services, request, bucket, Services.key(request));
    ListParameters parameters = new ListParameters(request.query());
    int most = parameters.most("max-parts");
    int marker =
        parameters.text("part-number-marker").isPresent()
            ? parameters.asked("part-number-marker")
            : 0;
    return Bodies.none(
        () -> {
          List<UploadedPart> behind =
              services.storage().uploads().parts(bucket.name(), upload.id()).stream()
                  .filter(part -> part.number() > marker)
                  .toList();
          List<UploadedPart> page = behind.subList(0, Math.min(most, behind.size()));
          return S3Response.xml(
              parts(bucket, upload, marker, most, page, page.size() < behind.size()));
        });
  }

  private static String parts(
      Bucket bucket,
      Upload upload,
      int marker,
      int most,
      List<UploadedPart> page,
      boolean truncated) {
    return XmlWriter.document(
        "ListPartsResult",
        xml -> {
          xml.element("Bucket", bucket.name())
              .element("Key", upload.key())
              .element("UploadId", upload.id())
              .element("PartNumberMarker", marker);
          if (truncated && !page.isEmpty()) {
            xml.element("NextPartNumberMarker", page.get(page.size() - 1).number());
          }
          xml.element("MaxParts", most).element("IsTruncated", truncated);
          page.forEach(part -> xml.element("Part", each -> part(each, part)));
          xml.element(
              "Initiator",
              who ->
                  who.element("ID", upload.principal()).element("DisplayName", upload.principal()));
          Owners.write(xml, "Owner", bucket.account());
          xml.element("StorageClass", upload.storageClass())
              .element("ChecksumAlgorithm", upload.checksum().map(ChecksumAlgorithm::name))
              .element("ChecksumType", upload.checksumType().map(StoredChecksum.Type::name));
        });
  }

  private static void part(XmlWriter xml, UploadedPart part) {
    xml.element("PartNumber", part.number())
        .element("LastModified", HttpDates.inDocument(part.uploaded()))
        .element("ETag", ETags.quoted(part.eTag()))
        .element("Size", part.size());
    Checksums.write(xml, part.checksum());
  }
}
