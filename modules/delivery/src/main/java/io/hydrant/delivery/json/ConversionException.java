package io.hydrant.delivery.json;

/** A record cannot be converted. The code and the message are those that Firehose writes. */
public final class ConversionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  private ConversionException(String code, String message) {
    super(message);
    this.code = "DataFormatConversion." + code;
  }

  /** The record is not JSON. */
  static ConversionException parseError(String reason) {
    return new ConversionException("ParseError", "Encountered malformed JSON. " + reason);
  }

  /** The record holds no object, or a value that does not fit its column. */
  static ConversionException malformed(String reason) {
    return new ConversionException("MalformedData", "Data does not match the schema. " + reason);
  }

  /** The reader has a defect that this record shows; it must not hold up the other records. */
  public static ConversionException unexpected(RuntimeException defect) {
    ConversionException exception =
        new ConversionException("ConversionFailureException", defect.toString());
    exception.initCause(defect);
    return exception;
  }

  /** The record holds nothing. */
  static ConversionException empty() {
    return new ConversionException(
        "MalformedData", "The record was empty or contained only whitespace.");
  }

  /** Returns Firehose's code, for example {@code DataFormatConversion.ParseError}. */
  public String code() {
    return code;
  }
}
