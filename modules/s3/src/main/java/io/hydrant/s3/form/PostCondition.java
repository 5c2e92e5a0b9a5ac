package io.hydrant.s3.form;

import io.hydrant.s3.error.ContentErrors;
import java.util.Arrays;
import java.util.Optional;

/** One condition of a form's policy. */
sealed interface PostCondition {
  /** Returns the name of the field, in lower case; empty text for none. */
  String field();

  /** Returns whether the field has such a value. */
  boolean holds(Optional<String> value);

  /** Returns the condition as a policy has it. */
  String text();

  /**
   * @throws io.hydrant.s3.error.S3Exception EntityTooLarge or EntityTooSmall
   */
  void checkSize(long size, boolean whole);

  /** The field has this value. */
  record Equal(String field, String value) implements PostCondition {
    @Override
    public boolean holds(Optional<String> given) {
      return given.equals(Optional.of(value));
    }

    @Override
    public String text() {
      return "[\"eq\", \"$" + field + "\", \"" + value + "\"]";
    }

    @Override
    public void checkSize(long size, boolean whole) {
      // The condition is not about the file.
    }
  }

  /** The field's value begins so; each one of a list of content types does. */
  record Prefix(String field, String start) implements PostCondition {
    @Override
    public boolean holds(Optional<String> given) {
      String value = given.orElse("");
      return field.equals("content-type")
          ? Arrays.stream(value.split(",", -1)).allMatch(type -> type.strip().startsWith(start))
          : value.startsWith(start);
    }

    @Override
    public String text() {
      return "[\"starts-with\", \"$" + field + "\", \"" + start + "\"]";
    }

    @Override
    public void checkSize(long size, boolean whole) {
      // The condition is not about the file.
    }
  }

  /** The size of the file, in bytes. */
  record Size(long least, long most) implements PostCondition {
    @Override
    public String field() {
      return "";
    }

    @Override
    public boolean holds(Optional<String> given) {
      return true;
    }

    @Override
    public String text() {
      return "[\"content-length-range\", " + least + ", " + most + "]";
    }

    @Override
    public void checkSize(long size, boolean whole) {
      if (size > most) {
        throw ContentErrors.entityTooLarge(size, most).exception();
      }
      if (whole && size < least) {
        throw FormErrors.tooSmall(size, least).exception();
      }
    }
  }
}
