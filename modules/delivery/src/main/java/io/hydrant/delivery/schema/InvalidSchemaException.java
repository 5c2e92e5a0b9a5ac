package io.hydrant.delivery.schema;

/** A table of the catalog cannot be used. */
public final class InvalidSchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSchemaException(String message) {
    super(message);
  }
}
