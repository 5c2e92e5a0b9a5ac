package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;

/** The refusals of a format conversion. The words were recorded from AWS in September 2026. */
final class ConversionErrors {
  private ConversionErrors() {}

  static ServiceError compression() {
    return invalid(
        "The S3 destination's compression format must be set to UNCOMPRESSED when data format"
            + " conversion is enabled. To enable compression within the converted output format,"
            + " set the appropriate serialization option in the output format configuration.");
  }

  static ServiceError bufferSize(int min) {
    return invalid(
        "BufferingHints.SizeInMBs must be at least "
            + min
            + " when data format conversion is enabled.");
  }

  /**
   * @param part for example {@code InputFormatConfiguration}, {@code Serializer}
   */
  static ServiceError missing(String part) {
    return invalid(part + " must not be null");
  }

  /**
   * @param part {@code serializer} or {@code deserializer}
   */
  static ServiceError two(String part) {
    return invalid("More than one " + part + " specified. Only one may be chosen.");
  }

  static ServiceError timestampFormat(String format) {
    return invalid(
        "Invalid deserializer option(s): One or more SerDe options are invalid for"
            + " org.apache.hcatalog.data.JsonSerDe: [Key: timestamp.formats Value: "
            + format
            + "]");
  }

  /**
   * @param member as AWS spells it here: {@code RoleArn} for the member RoleARN
   */
  static ServiceError emptySchemaMember(String member) {
    return invalid("SchemaConfiguration." + member + " must not be null or empty");
  }

  static ServiceError roleOfAnotherAccount() {
    return new ServiceError("AccessDeniedException", "Cross-account pass role is not allowed.");
  }

  private static ServiceError invalid(String message) {
    return DestinationErrors.invalid(message);
  }
}
