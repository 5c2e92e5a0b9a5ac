package io.hydrant.s3.chunked;

import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.error.S3Errors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decodes a body in {@code aws-chunked}: chunks of a size in hexadecimal digits, their signatures,
 * and trailing headers after the last chunk, which is empty. It keeps at most one line at a time.
 */
public final class ChunkedDecoder {
  private static final int LINE_MAX = 4096;
  private static final int TRAILERS_MAX = 16;
  private static final int SIZE_DIGITS_MAX = 15;
  private static final String SIGNATURE = ";chunk-signature=";
  private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

  private enum State {
    HEAD,
    DATA,
    DATA_END,
    TRAILERS,
    DONE
  }

  private final boolean signed;
  private final Optional<ChunkSignatures> signatures;
  private final Consumer<ByteBuffer> content;
  private final StringBuilder line = new StringBuilder();
  private final Map<String, String> trailers = new LinkedHashMap<>();
  private final StringBuilder signedTrailers = new StringBuilder();
  private final MessageDigest digest = sha256();
  private State state = State.HEAD;
  private long remaining;
  private String signature = "";
  private boolean last;

  /**
   * @param signed whether each chunk carries a signature
   * @param signatures verifies them; empty where they are not verified
   * @param content receives the decoded bytes
   */
  public ChunkedDecoder(
      boolean signed, Optional<ChunkSignatures> signatures, Consumer<ByteBuffer> content) {
    this.signed = signed;
    this.signatures = signatures;
    this.content = content;
  }

  /** Decodes the next bytes of the body. */
  public void write(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (state == State.DATA) {
        data(bytes);
      } else if (state == State.DONE) {
        // Some clients end the body with one more empty line.
        byte extra = bytes.get();
        if (extra != '\r' && extra != '\n') {
          throw ContentErrors.incompleteBody().exception();
        }
      } else {
        character((char) bytes.get());
      }
    }
  }

  /**
   * Ends the body and returns the trailing headers, by names in lower case.
   *
   * @throws io.hydrant.s3.error.S3Exception IncompleteBody where the last chunk did not come
   */
  public Map<String, String> finish() {
    if (state == State.TRAILERS && line.length() == 0 && trailers.isEmpty()) {
      state = State.DONE;
    }
    if (state == State.TRAILERS && line.length() == 0) {
      trailersEnd();
    }
    if (state != State.DONE) {
      throw ContentErrors.incompleteBody().exception();
    }
    return Map.copyOf(trailers);
  }

  private void data(ByteBuffer bytes) {
    int count = (int) Math.min(remaining, bytes.remaining());
    ByteBuffer piece = bytes.slice(bytes.position(), count);
    if (signatures.isPresent() && signed) {
      digest.update(piece.duplicate());
    }
    content.accept(piece);
    bytes.position(bytes.position() + count);
    remaining -= count;
    if (remaining == 0) {
      verifyChunk();
      state = State.DATA_END;
    }
  }

  private void character(char next) {
    if (next != '\n') {
      line.append(next);
      if (line.length() > LINE_MAX) {
        throw ContentErrors.incompleteBody().exception();
      }
      return;
    }
    String text = line.toString();
    line.setLength(0);
    boolean whole = text.endsWith("\r");
    if (!whole && state != State.TRAILERS) {
      // Some clients end trailing headers with a newline alone, but no client ends chunks so.
      throw ContentErrors.incompleteBody().exception();
    }
    line(whole ? text.substring(0, text.length() - 1) : text);
  }

  private void line(String text) {
    switch (state) {
      case HEAD -> head(text);
      case DATA_END -> {
        if (!text.isEmpty()) {
          throw ContentErrors.incompleteBody().exception();
        }
        state = State.HEAD;
      }
      case TRAILERS -> trailer(text);
      case DATA, DONE -> throw new IllegalStateException("No line is read in state " + state);
    }
  }

  private void head(String text) {
    int semicolon = text.indexOf(';');
    remaining = size(semicolon < 0 ? text : text.substring(0, semicolon));
    int found = text.indexOf(SIGNATURE);
    if (signed && found < 0) {
      throw ContentErrors.incompleteBody().exception();
    }
    signature = found < 0 ? "" : text.substring(found + SIGNATURE.length());
    last = remaining == 0;
    if (last) {
      verifyChunk();
      state = State.TRAILERS;
    } else {
      state = State.DATA;
    }
  }

  private static long size(String digits) {
    if (digits.isEmpty()
        || digits.length() > SIZE_DIGITS_MAX
        || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw ContentErrors.incompleteBody().exception();
    }
    return HexFormat.fromHexDigitsToLong(digits);
  }

  private void verifyChunk() {
    if (signed && signatures.isPresent()) {
      verified(signatures.get().verifyChunk(hex(digest.digest()), signature));
    }
  }

  private void trailer(String text) {
    if (text.isEmpty()) {
      trailersEnd();
      return;
    }
    int colon = text.indexOf(':');
    if (colon < 1 || trailers.size() == TRAILERS_MAX) {
      throw ContentErrors.incompleteBody().exception();
    }
    String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = text.substring(colon + 1).strip();
    if (!name.equals(TRAILER_SIGNATURE)) {
      signedTrailers.append(name).append(':').append(value).append('\n');
    }
    trailers.put(name, value);
  }

  private void trailersEnd() {
    if (signed && signatures.isPresent() && !trailers.isEmpty()) {
      byte[] bytes = signedTrailers.toString().getBytes(StandardCharsets.UTF_8);
      verified(
          signatures
              .get()
              .verifyTrailer(
                  hex(digest.digest(bytes)), trailers.getOrDefault(TRAILER_SIGNATURE, "")));
    }
    state = State.DONE;
  }

  private static void verified(boolean right) {
    if (!right) {
      throw S3Errors.signatureDoesNotMatch().exception();
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
