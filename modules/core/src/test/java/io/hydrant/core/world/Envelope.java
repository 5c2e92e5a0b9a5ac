package io.hydrant.core.world;

import io.hydrant.core.id.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Encryption without secrets: what is sealed says by which data key, in which epoch and place. */
record Envelope(String dataKey, int epoch, long position, String payload) {
  private static final String MARK = "sealed";

  static Bytes seal(String dataKey, int epoch, long position, String payload) {
    return Bytes.ofUtf8(String.join("|", MARK, dataKey, epoch + "", position + "", payload));
  }

  /** Empty: the record is stored as it came. */
  static Optional<Envelope> read(Bytes stored) {
    String[] parts = text(stored).split("\\|", -1);
    return parts[0].equals(MARK)
        ? Optional.of(
            new Envelope(parts[1], Integer.parseInt(parts[2]), Long.parseLong(parts[3]), parts[4]))
        : Optional.empty();
  }

  static String payload(Bytes stored) {
    return read(stored).map(Envelope::payload).orElseGet(() -> text(stored));
  }

  /** A data key as KMS wraps it: under a key, for a stream, with a number of its own. */
  record Wrapped(String keyArn, String stream, int serial) {
    static Wrapped of(Bytes wrapped) {
      String[] parts = text(wrapped).split("\\|", -1);
      return new Wrapped(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    Bytes bytes() {
      return Bytes.ofUtf8(String.join("|", keyArn, stream, serial + ""));
    }

    /** In clear. */
    String opened() {
      return keyArn + "#" + serial;
    }
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }
}
