package io.hydrant.delivery.report;

import io.hydrant.delivery.processing.RecordFailure;

/**
 * Why an attempt or a record failed.
 *
 * @param code Firehose's code, for example {@code Lambda.FunctionError}
 * @param message a sentence without data of records
 */
public record ReportedFailure(String code, String message) {
  /** Firehose's code for errors that have none of their own. */
  public static final String INTERNAL_ERROR = "InternalError";

  private static final String LAMBDA_CODES = "Lambda.";
  private static final String WITHOUT_DATA = "A record could not be processed.";

  /** Returns the failure of a record that could not be converted, without its message. */
  static ReportedFailure ofConversion(String code) {
    return new ReportedFailure(code, "The format of a record could not be converted.");
  }

  /**
   * Returns the failure of a record. The messages of queries and conversions may quote the record,
   * so only those of functions are kept: they are fixed texts.
   */
  static ReportedFailure of(RecordFailure failure) {
    return new ReportedFailure(
        failure.code(), failure.code().startsWith(LAMBDA_CODES) ? failure.message() : WITHOUT_DATA);
  }
}
