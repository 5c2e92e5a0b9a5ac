package io.hydrant.core.policy;

import io.hydrant.core.entity.Reply;
import java.util.Optional;

/** Reads one value of a condition. */
final class ConditionValueReader {
  private static final String ANY_ARN = "*:*:*:*:*:*";

  private final ConditionOperator comparison;
  private final Version version;

  ConditionValueReader(ConditionOperator comparison, Version version) {
    this.comparison = comparison;
    this.version = version;
  }

  Reply<ConditionValue> read(String text) {
    return switch (comparison.form()) {
      case TEXT ->
          PolicyPatternReader.exact(text, version).map(t -> new ConditionValue.Words(t, false));
      case TEXT_IN_ANY_CASE ->
          PolicyPatternReader.exact(text, version).map(t -> new ConditionValue.Words(t, true));
      case PATTERN ->
          PolicyPatternReader.pattern(text, version).map(t -> new ConditionValue.Words(t, false));
      case ARN -> arn(text.equals("*") ? ANY_ARN : text);
      case NUMBER, DATE, FLAG, NETWORK -> plain(text);
    };
  }

  /** Accepts any ARN with a variable: its value is known with the request only. */
  private Reply<ConditionValue> arn(String text) {
    return PolicyPatternReader.pattern(text, version)
        .flatMap(
            pattern ->
                pattern.hasVariables() || text.equals(ANY_ARN) || isArn(text)
                    ? Reply.success(new ConditionValue.Arn(pattern))
                    : Reply.failure(PolicyErrors.badArn(text)));
  }

  private static boolean isArn(String text) {
    return text.startsWith("arn:") && text.split(":", 6).length == 6;
  }

  private Reply<ConditionValue> plain(String text) {
    return value(text)
        .map(Reply::success)
        .orElseGet(() -> Reply.failure(PolicyErrors.badValue(text, comparison.form())));
  }

  private Optional<ConditionValue> value(String text) {
    return switch (comparison.form()) {
      case NUMBER ->
          ConditionValueParser.number(text)
              .map(bound -> new ConditionValue.Amount(comparison.relation(), bound));
      case DATE ->
          ConditionValueParser.moment(text)
              .map(bound -> new ConditionValue.Moment(comparison.relation(), bound));
      case FLAG -> ConditionValueParser.flag(text).map(ConditionValue.Flag::new);
      case NETWORK -> network(text);
      case TEXT, TEXT_IN_ANY_CASE, PATTERN, ARN -> Optional.empty();
    };
  }

  private static Optional<ConditionValue> network(String text) {
    int slash = text.indexOf('/');
    return IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
        .flatMap(
            address ->
                (slash < 0
                        ? Optional.of(address.width())
                        : prefix(text.substring(slash + 1), address))
                    .map(prefix -> new ConditionValue.Network(address, prefix)));
  }

  private static Optional<Integer> prefix(String text, IpAddress address) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(prefix -> prefix <= address.width());
  }
}
