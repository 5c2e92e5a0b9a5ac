package io.hydrant.s3.message;

/** The body of a response. */
public sealed interface Content {
  /** Tells the kinds of bodies apart. */
  interface Visitor<R> {
    R visit(Empty empty);

    R visit(Text text);

    R visit(Stream stream);

    R visit(LengthOnly length);
  }

  <R> R accept(Visitor<R> visitor);

  record Empty() implements Content {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A document in UTF-8. */
  record Text(String text) implements Content {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * An object, or a range of one.
   *
   * @param length the number of bytes
   */
  record Stream(long length, BodySource source) implements Content {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The length of an object whose bytes are not sent: the answer of HEAD.
   *
   * @param length the number of bytes that GET would send
   */
  record LengthOnly(long length) implements Content {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
