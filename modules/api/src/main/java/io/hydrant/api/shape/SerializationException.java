package io.hydrant.api.shape;

/** A value of another JSON type than its shape has. The message holds no value. */
public final class SerializationException extends RuntimeException {
  public SerializationException(String message) {
    super(message);
  }
}
