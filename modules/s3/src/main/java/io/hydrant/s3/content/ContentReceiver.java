package io.hydrant.s3.content;

import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.checksum.Digest;
import io.hydrant.s3.chunked.ChunkedDecoder;
import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.object.StoredChecksum;
import io.hydrant.s3.storage.ContentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Receives the body of an upload: decodes it, writes the content to a file, and verifies lengths,
 * hashes and checksums.
 */
public final class ContentReceiver {
  /** The limit of one upload that is not in parts, and of one part. */
  public static final long BYTES_MAX = 5L << 30;

  private final S3Request request;
  private final ExpectedChecksum expected;
  private final Optional<String> contentMd5;
  private final ContentWriter writer;
  private final Optional<ChunkedDecoder> chunked;
  private final Optional<Digest> sha256;
  private final Digest md5 = ChecksumAlgorithm.md5();
  private final Digest checksum;
  private long received;

  /**
   * @throws io.hydrant.s3.error.S3Exception where the headers already show that the content cannot
   *     be taken
   */
  public ContentReceiver(S3Request request, ExpectedChecksum expected, ContentWriter writer) {
    this.request = request;
    this.writer = writer;
    this.expected = expected;
    this.contentMd5 = contentMd5(request);
    this.checksum = expected.algorithm().start();
    this.chunked =
        request
            .payload()
            .chunked()
            .map(form -> new ChunkedDecoder(form.signed(), form.signatures(), this::content));
    this.sha256 = request.payload().bodySha256().map(given -> ChecksumAlgorithm.SHA256.start());
    if (!isDelimited()) {
      requireLength(length());
    }
  }

  private static void requireLength(Optional<Long> length) {
    if (length.isEmpty()) {
      throw S3Errors.missingContentLength().exception();
    }
    if (length.get() > BYTES_MAX) {
      throw ContentErrors.entityTooLarge(length.get(), BYTES_MAX).exception();
    }
  }

  private boolean isDelimited() {
    return request.payload() instanceof Payload.Delimited;
  }

  /** Returns the length of the content, as the client announced it. */
  private Optional<Long> length() {
    return request
        .payload()
        .chunked()
        .map(Payload.Chunked::decodedLength)
        .or(() -> request.length().stream().boxed().findFirst());
  }

  private static Optional<String> contentMd5(S3Request request) {
    Optional<String> value = request.headers().first("Content-MD5");
    if (value.isPresent() && !isMd5(value.get())) {
      throw ContentErrors.invalidContentMd5(value.get()).exception();
    }
    return value;
  }

  private static boolean isMd5(String value) {
    try {
      return Base64.getDecoder().decode(value).length == 16;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** Takes the next bytes of the body. */
  public void write(ByteBuffer bytes) {
    sha256.ifPresent(digest -> digest.update(bytes));
    if (chunked.isPresent()) {
      chunked.get().write(bytes);
    } else {
      content(bytes);
    }
  }

  private void content(ByteBuffer bytes) {
    received += bytes.remaining();
    if (isDelimited()) {
      requireLength(Optional.of(received));
    } else if (received > length().orElse(0L)) {
      throw ContentErrors.incompleteBody().exception();
    }
    md5.update(bytes);
    checksum.update(bytes);
    try {
      writer.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the content. The file is complete and on disk afterwards.
   *
   * @throws io.hydrant.s3.error.S3Exception where it is not what the client announced
   */
  public ReceivedContent finish() throws IOException {
    Map<String, String> trailers = chunked.map(ChunkedDecoder::finish).orElse(Map.of());
    if (!isDelimited() && received != length().orElse(0L)) {
      throw ContentErrors.incompleteBody().exception();
    }
    verifySha256();
    byte[] md5Value = md5.value();
    verifyMd5(Base64.getEncoder().encodeToString(md5Value));
    String value = Base64.getEncoder().encodeToString(checksum.value());
    expected.verify(value, trailers);
    writer.finish();
    return new ReceivedContent(
        received,
        HexFormat.of().formatHex(md5Value),
        new StoredChecksum(expected.algorithm(), value, StoredChecksum.Type.FULL_OBJECT));
  }

  private void verifySha256() {
    Optional<String> given = request.payload().bodySha256();
    if (given.isPresent()) {
      String computed = HexFormat.of().formatHex(sha256.orElseThrow().value());
      if (!computed.equals(given.get())) {
        throw ContentErrors.contentSha256Mismatch(given.get(), computed).exception();
      }
    }
  }

  private void verifyMd5(String computed) {
    if (contentMd5.isPresent() && !contentMd5.get().equals(computed)) {
      throw ContentErrors.badContentMd5(contentMd5.get(), computed).exception();
    }
  }
}
