package io.hydrant.s3.form;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads a multipart body that arrives in pieces. It keeps no more of it than a part's head, or the
 * beginning of what may be a delimiter.
 */
final class MultipartReader {
  private static final int HEAD_BYTES_MAX = 8192;
  private static final byte[] HEAD_END = ascii("\r\n\r\n");
  private static final byte[] LINE_END = ascii("\r\n");
  private static final byte[] LAST = ascii("--");

  /** Receives the parts. */
  interface Parts {
    void begin(PartHead head);

    void content(ByteBuffer bytes);

    void end();
  }

  /** What the reader waits for. */
  private enum Awaited {
    FIRST_DELIMITER,
    DELIMITER_END,
    HEAD_END,
    DELIMITER,
    NOTHING
  }

  private final byte[] delimiter;
  private final Parts parts;
  private Awaited awaited = Awaited.FIRST_DELIMITER;

  /** What has arrived and is not read. The first delimiter may lack the line break. */
  private byte[] data = LINE_END;

  private int at;

  /**
   * @param boundary as the Content-Type has it
   */
  MultipartReader(String boundary, Parts parts) {
    this.delimiter = ascii("\r\n--" + boundary);
    this.parts = parts;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Takes the next bytes of the body.
   *
   * @throws io.hydrant.s3.error.S3Exception MalformedPOSTRequest
   */
  void write(ByteBuffer piece) {
    append(piece);
    while (advance()) {
      // Each step reads one element of the body.
    }
  }

  /**
   * Ends the body.
   *
   * @throws io.hydrant.s3.error.S3Exception MalformedPOSTRequest where the last delimiter lacks
   */
  void finish() {
    if (awaited != Awaited.NOTHING) {
      throw FormErrors.malformed().exception();
    }
  }

  private void append(ByteBuffer piece) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(data.length - at + piece.remaining());
    joined.write(data, at, data.length - at);
    byte[] copy = new byte[piece.remaining()];
    piece.duplicate().get(copy);
    joined.writeBytes(copy);
    data = joined.toByteArray();
    at = 0;
  }

  /** Returns whether it came further, so that there may be more to read. */
  private boolean advance() {
    return switch (awaited) {
      case FIRST_DELIMITER -> preamble();
      case DELIMITER_END -> delimiterEnd();
      case HEAD_END -> head();
      case DELIMITER -> content();
      case NOTHING -> {
        at = data.length;
        yield false;
      }
    };
  }

  private boolean preamble() {
    int found = find(delimiter);
    if (found < 0) {
      if (data.length - at > HEAD_BYTES_MAX) {
        throw FormErrors.malformed().exception();
      }
      return false;
    }
    at = found + delimiter.length;
    awaited = Awaited.DELIMITER_END;
    return true;
  }

  private boolean delimiterEnd() {
    if (data.length - at < LAST.length) {
      return false;
    }
    if (isAt(LAST, at)) {
      awaited = Awaited.NOTHING;
    } else if (isAt(LINE_END, at)) {
      awaited = Awaited.HEAD_END;
    } else {
      throw FormErrors.malformed().exception();
    }
    at += LAST.length;
    return true;
  }

  private boolean head() {
    int end = find(HEAD_END);
    if ((end < 0 ? data.length : end) - at > HEAD_BYTES_MAX) {
      throw FormErrors.malformed().exception();
    }
    if (end < 0) {
      return false;
    }
    PartHead head =
        PartHead.of(new String(data, at, end - at, StandardCharsets.UTF_8))
            .orElseThrow(() -> FormErrors.malformed().exception());
    at = end + HEAD_END.length;
    awaited = Awaited.DELIMITER;
    parts.begin(head);
    return true;
  }

  private boolean content() {
    int found = find(delimiter);
    if (found < 0) {
      int sure = Math.max(at, data.length - delimiter.length + 1);
      emit(sure);
      return false;
    }
    emit(found);
    at = found + delimiter.length;
    awaited = Awaited.DELIMITER_END;
    parts.end();
    return true;
  }

  private void emit(int to) {
    if (to > at) {
      parts.content(ByteBuffer.wrap(data, at, to - at));
      at = to;
    }
  }

  private int find(byte[] wanted) {
    for (int i = at; i <= data.length - wanted.length; i++) {
      if (data[i] == wanted[0] && isAt(wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAt(byte[] wanted, int place) {
    for (int i = 0; i < wanted.length; i++) {
      if (data[place + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
