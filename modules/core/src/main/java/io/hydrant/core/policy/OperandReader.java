package io.hydrant.core.policy;

import io.hydrant.core.entity.Reply;
import java.util.Optional;

/** Reads one value of a condition. */
final class OperandReader {
  private static final String ANY_ARN = "*:*:*:*:*:*";

  private final Comparison comparison;
  private final Version version;

  OperandReader(Comparison comparison, Version version) {
    this.comparison = comparison;
    this.version = version;
  }

  Reply<Operand> read(String text) {
    return switch (comparison.form()) {
      case TEXT -> TemplateReader.exact(text, version).map(t -> new Operand.Words(t, false));
      case TEXT_IN_ANY_CASE ->
          TemplateReader.exact(text, version).map(t -> new Operand.Words(t, true));
      case PATTERN -> TemplateReader.pattern(text, version).map(t -> new Operand.Words(t, false));
      case ARN -> arn(text.equals("*") ? ANY_ARN : text);
      case NUMBER, DATE, FLAG, NETWORK -> plain(text);
    };
  }

  /** What a variable will make of an ARN is not known before there is a request. */
  private Reply<Operand> arn(String text) {
    return Replies.then(
        TemplateReader.pattern(text, version),
        template ->
            template.hasVariables() || text.equals(ANY_ARN) || isArn(text)
                ? Reply.success(new Operand.Arn(template))
                : Reply.failure(Errors.badArn(text)));
  }

  private static boolean isArn(String text) {
    return text.startsWith("arn:") && text.split(":", 6).length == 6;
  }

  private Reply<Operand> plain(String text) {
    return value(text)
        .map(Reply::success)
        .orElseGet(() -> Reply.failure(Errors.badValue(text, comparison.form())));
  }

  private Optional<Operand> value(String text) {
    return switch (comparison.form()) {
      case NUMBER ->
          Scalars.number(text).map(bound -> new Operand.Amount(comparison.relation(), bound));
      case DATE ->
          Scalars.moment(text).map(bound -> new Operand.Moment(comparison.relation(), bound));
      case FLAG -> Scalars.flag(text).map(Operand.Flag::new);
      case NETWORK -> network(text);
      case TEXT, TEXT_IN_ANY_CASE, PATTERN, ARN -> Optional.empty();
    };
  }

  private static Optional<Operand> network(String text) {
    int slash = text.indexOf('/');
    return IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
        .flatMap(
            address ->
                (slash < 0
                        ? Optional.of(address.width())
                        : prefix(text.substring(slash + 1), address))
                    .map(prefix -> new Operand.Network(address, prefix)));
  }

  private static Optional<Integer> prefix(String text, IpAddress address) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(prefix -> prefix <= address.width());
  }
}
