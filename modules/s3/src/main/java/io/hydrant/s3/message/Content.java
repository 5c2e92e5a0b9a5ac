package io.hydrant.s3.message;

/** The body of a response. */
public sealed interface Content {
  record Empty() implements Content {}

  /** A document in UTF-8. */
  record Text(String text) implements Content {}

  /**
   * An object, or a range of one.
   *
   * @param length the number of bytes
   */
  record Stream(long length, BodySource source) implements Content {}

  /**
   * The length of an object whose bytes are not sent: the answer of HEAD.
   *
   * @param length the number of bytes that GET would send
   */
  record LengthOnly(long length) implements Content {}
}
