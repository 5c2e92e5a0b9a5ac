package io.hydrant.s3.operation;

import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.checksum.Digest;
import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.error.UploadErrors;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.multipart.Upload;
import io.hydrant.s3.multipart.UploadedPart;
import io.hydrant.s3.object.ObjectEncryption;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts that a client names to complete an upload. */
final class CompletedParts {
  /** The limit of an object. */
  private static final long OBJECT_BYTES_MAX = 5L << 40;

  /** The smallest part but the last one. */
  private static final long BYTES_MIN = 5L << 20;

  private CompletedParts() {}

  /**
   * Returns the parts of the document in their order.
   *
   * @param uploaded all parts of the upload
   * @throws io.hydrant.s3.error.S3Exception MalformedXML, InvalidPart, InvalidPartOrder or
   *     EntityTooSmall
   */
  static List<UploadedPart> read(byte[] document, Upload upload, List<UploadedPart> uploaded) {
    List<XmlNode> named = XmlReader.read(document, "CompleteMultipartUpload").children("Part");
    if (named.isEmpty()) {
      throw S3Errors.malformedXml().exception();
    }
    Map<Integer, UploadedPart> byNumber =
        uploaded.stream().collect(Collectors.toMap(UploadedPart::number, Function.identity()));
    List<UploadedPart> parts = new ArrayList<>();
    for (XmlNode node : named) {
      int number =
          node.text("PartNumber")
              .map(String::strip)
              .map(PartRanges::number)
              .orElseThrow(() -> S3Errors.malformedXml().exception());
      if (!parts.isEmpty() && parts.get(parts.size() - 1).number() >= number) {
        throw UploadErrors.invalidPartOrder(upload.id()).exception();
      }
      parts.add(matching(node, Optional.ofNullable(byNumber.get(number)), upload, number));
    }
    for (UploadedPart part : parts.subList(0, parts.size() - 1)) {
      if (part.size() < BYTES_MIN) {
        throw UploadErrors.entityTooSmall(part.size(), BYTES_MIN, part.number()).exception();
      }
    }
    return parts;
  }

  private static UploadedPart matching(
      XmlNode node, Optional<UploadedPart> part, Upload upload, int number) {
    String eTag = node.text("ETag").orElse("").replace("\"", "").strip();
    return part.filter(found -> found.eTag().equals(eTag))
        .filter(found -> hasChecksum(node, found))
        .orElseThrow(() -> UploadErrors.invalidPart(upload.id(), number).exception());
  }

  private static boolean hasChecksum(XmlNode node, UploadedPart part) {
    return part.checksum().stream()
        .allMatch(
            checksum ->
                node.text(checksum.algorithm().element())
                    .map(text -> text.strip().equals(checksum.value()))
                    .orElse(true));
  }

  /**
   * Checks the size of the whole, also against what the client announced.
   *
   * @throws io.hydrant.s3.error.S3Exception EntityTooLarge or InvalidRequest
   */
  static void checkSize(Headers headers, List<UploadedPart> parts) {
    long size = parts.stream().mapToLong(UploadedPart::size).sum();
    if (size > OBJECT_BYTES_MAX) {
      throw ContentErrors.entityTooLarge(size, OBJECT_BYTES_MAX).exception();
    }
    Optional<String> announced = headers.first("x-amz-mp-object-size");
    if (announced.isPresent() && !announced.get().equals(Long.toString(size))) {
      throw S3Errors.invalidRequest(
              "The provided 'x-amz-mp-object-size' header does not match what was computed.")
          .exception();
    }
  }

  /**
   * Returns the ETag of the whole: the MD5 of the MD5s of the parts, a hyphen and their number.
   * Under SSE-KMS and SSE-C the part before the hyphen tells nothing about the bytes.
   */
  static String eTag(List<UploadedPart> parts, ObjectEncryption encryption) {
    String value =
        encryption.fold(
            managed -> md5(parts), kms -> Services.uniqueId(), c -> Services.uniqueId());
    return value + "-" + parts.size();
  }

  private static String md5(List<UploadedPart> parts) {
    Digest md5 = ChecksumAlgorithm.md5();
    parts.forEach(part -> md5.update(ByteBuffer.wrap(HexFormat.of().parseHex(part.eTag()))));
    return HexFormat.of().formatHex(md5.value());
  }
}
