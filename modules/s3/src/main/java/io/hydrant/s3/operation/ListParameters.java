package io.hydrant.s3.operation;

import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Query;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The parameters that all listings share. */
record ListParameters(Query query) {
  static final int MOST = 1000;
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/*";

  String prefix() {
    return query.first("prefix").orElse("");
  }

  Optional<String> delimiter() {
    return query.first("delimiter").filter(text -> !text.isEmpty());
  }

  Optional<String> text(String name) {
    return query.first(name).filter(text -> !text.isEmpty());
  }

  /**
   * Returns the limit of entries, for example of {@code max-keys}.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument
   */
  int most(String name) {
    return Math.min(MOST, asked(name));
  }

  /** Returns the limit as the client gave it; 1,000 where it gave none. */
  int asked(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return MOST;
    }
    if (!text.get().matches("[0-9]{1,10}") || Long.parseLong(text.get()) > Integer.MAX_VALUE) {
      throw S3Errors.invalidArgument(
              "Argument " + name + " must be an integer between 0 and 2147483647", name, text.get())
          .exception();
    }
    return Integer.parseInt(text.get());
  }

  /**
   * Returns whether names are percent-encoded in the answer.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument
   */
  boolean isEncoded() {
    Optional<String> type = text("encoding-type");
    if (type.isPresent() && !type.get().equals("url")) {
      throw S3Errors.invalidArgument(
              "Invalid Encoding Method specified in Request", "encoding-type", type.get())
          .exception();
    }
    return type.isPresent();
  }

  /** Returns a name as the answer has it. */
  String shown(String name) {
    return isEncoded() ? encoded(name) : name;
  }

  private static String encoded(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      if (each == ' ') {
        bytes.write('+');
      } else if (UNRESERVED.indexOf(each) >= 0) {
        bytes.write(each);
      } else {
        bytes.writeBytes(
            ("%" + HexFormat.of().withUpperCase().toHexDigits(each))
                .getBytes(StandardCharsets.US_ASCII));
      }
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
