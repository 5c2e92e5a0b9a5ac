package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for a Lambda processor. Recorded from AWS, September 2026, in this order; the bounds
 * are exact. The function does not have to exist. It is assumed that a value that is no number is
 * refused in the words of the bounds.
 */
final class LambdaRules {
  /** Lambda's own form: recorded for names with a blank, a slash, and other signs. */
  private static final Pattern ARN =
      Pattern.compile(
          "arn:[^:\\s]+:lambda:[a-z0-9-]+:\\d{12}:function:[a-zA-Z0-9_-]{1,140}"
              + "(:(\\$LATEST|[a-zA-Z0-9_-]{1,128}))?");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,4}(\\.\\d{1,20})?");
  private static final BigDecimal SIZE_MIN = new BigDecimal("0.2");
  private static final BigDecimal SIZE_MAX = new BigDecimal("3");
  private static final int INTERVAL_MAX = 900;
  private static final int RETRIES_MAX = 300;

  private LambdaRules() {}

  static Optional<ServiceError> check(Processor lambda) {
    return arn(lambda)
        .or(() -> buffering(lambda))
        .or(() -> outside(lambda, "NumberOfRetries", RETRIES_MAX, ProcessorErrors.retries()));
  }

  private static Optional<ServiceError> arn(Processor lambda) {
    String arn = lambda.value("LambdaArn").orElse("");
    if (arn.isEmpty()) {
      return Optional.of(ProcessorErrors.noLambdaArn());
    }
    return ARN.matcher(arn).matches() ? Optional.empty() : Optional.of(ProcessorErrors.lambdaArn());
  }

  /** Both hints or neither, then size and interval. */
  private static Optional<ServiceError> buffering(Processor lambda) {
    Optional<String> size = lambda.value("BufferSizeInMBs");
    if (size.isPresent() != lambda.value("BufferIntervalInSeconds").isPresent()) {
      return Optional.of(ProcessorErrors.halfBuffering());
    }
    return size.filter(given -> !isSize(given))
        .map(given -> ProcessorErrors.bufferSize())
        .or(
            () ->
                outside(
                    lambda,
                    "BufferIntervalInSeconds",
                    INTERVAL_MAX,
                    ProcessorErrors.bufferInterval()));
  }

  private static boolean isSize(String given) {
    if (!DECIMAL.matcher(given).matches()) {
      return false;
    }
    BigDecimal size = new BigDecimal(given);
    return size.compareTo(SIZE_MIN) >= 0 && size.compareTo(SIZE_MAX) <= 0;
  }

  private static Optional<ServiceError> outside(
      Processor lambda, String parameter, int max, ServiceError refusal) {
    return lambda
        .value(parameter)
        .filter(given -> !WHOLE.matcher(given).matches() || Integer.parseInt(given) > max)
        .map(given -> refusal);
  }
}
