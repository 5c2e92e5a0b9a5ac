package io.hydrant.s3.operation;

import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.checksum.Digest;
import io.hydrant.s3.chunked.ChunkedDecoder;
import io.hydrant.s3.content.ExpectedChecksum;
import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Receivers of bodies that are not objects. */
final class Bodies {
  /** The limit of a document, in bytes: that of AWS for DeleteObjects with 1,000 long keys. */
  private static final int DOCUMENT_BYTES_MAX = 4 << 20;

  /** Gives the answer once the body has arrived. */
  interface Answer {
    S3Response of(byte[] document) throws IOException;
  }

  /** Gives the answer to a request whose body means nothing. */
  interface Result {
    S3Response get() throws IOException;
  }

  private Bodies() {}

  /** Returns a receiver that drops the body. */
  static BodySink none(Result result) {
    return new BodySink() {
      @Override
      public void write(ByteBuffer bytes) {
        // The operation has no body.
      }

      @Override
      public S3Response finish() {
        try {
          return result.get();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void abort() {
        // Nothing was begun.
      }
    };
  }

  /** Returns a receiver of a document, whose hashes and checksum it verifies. */
  static BodySink document(S3Request request, Answer answer) {
    return new Document(request, Optional.of(ExpectedChecksum.of(request.headers())), answer);
  }

  /** Returns a receiver of a list of parts: the checksum in the headers is that of the object. */
  static BodySink partList(S3Request request, Answer answer) {
    return new Document(request, Optional.empty(), answer);
  }

  private static final class Document implements BodySink {
    private final S3Request request;
    private final Answer answer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Optional<ChunkedDecoder> chunked;
    private final Optional<ExpectedChecksum> expected;
    private final Digest sha256 = ChecksumAlgorithm.SHA256.start();

    Document(S3Request request, Optional<ExpectedChecksum> expected, Answer answer) {
      this.request = request;
      this.answer = answer;
      this.expected = expected;
      this.chunked =
          request
              .payload()
              .chunked()
              .map(form -> new ChunkedDecoder(form.signed(), form.signatures(), this::collect));
    }

    @Override
    public void write(ByteBuffer piece) {
      sha256.update(piece);
      if (chunked.isPresent()) {
        chunked.get().write(piece);
      } else {
        collect(piece);
      }
    }

    private void collect(ByteBuffer piece) {
      if (bytes.size() + piece.remaining() > DOCUMENT_BYTES_MAX) {
        throw ContentErrors.entityTooLarge(
                bytes.size() + (long) piece.remaining(), DOCUMENT_BYTES_MAX)
            .exception();
      }
      byte[] copy = new byte[piece.remaining()];
      piece.duplicate().get(copy);
      bytes.writeBytes(copy);
    }

    @Override
    public S3Response finish() {
      Map<String, String> trailers = chunked.map(ChunkedDecoder::finish).orElse(Map.of());
      Optional<String> given = request.payload().bodySha256();
      if (given.isPresent()) {
        String computed = HexFormat.of().formatHex(sha256.value());
        if (!computed.equals(given.get())) {
          throw ContentErrors.contentSha256Mismatch(given.get(), computed).exception();
        }
      }
      byte[] document = bytes.toByteArray();
      verifyMd5(document);
      if (expected.isPresent()) {
        Digest checksum = expected.get().algorithm().start();
        checksum.update(ByteBuffer.wrap(document));
        expected.get().verify(Base64.getEncoder().encodeToString(checksum.value()), trailers);
      }
      try {
        return answer.of(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void verifyMd5(byte[] document) {
      Optional<String> expected = request.headers().first("Content-MD5");
      Digest md5 = ChecksumAlgorithm.md5();
      md5.update(ByteBuffer.wrap(document));
      String computed = Base64.getEncoder().encodeToString(md5.value());
      if (expected.isPresent() && !expected.get().equals(computed)) {
        throw ContentErrors.badContentMd5(expected.get(), computed).exception();
      }
    }

    @Override
    public void abort() {
      bytes.reset();
    }
  }
}
