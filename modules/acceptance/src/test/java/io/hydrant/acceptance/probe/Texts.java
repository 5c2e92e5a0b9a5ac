package io.hydrant.acceptance.probe;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that keep a pattern, of any length that the pattern has, and texts that break it. */
final class Texts {
  /** What may repeat stands between braces. */
  private static final Map<String, String> TEMPLATES =
      Map.ofEntries(
          Map.entry(
              "arn:.*:kinesis:[a-zA-Z0-9\\-]+:\\d{12}:stream/[a-zA-Z0-9_.-]+",
              "arn:aws:kinesis:us-east-1:000000000000:stream/{s}"),
          Map.entry(
              "arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+",
              "arn:aws:iam::000000000000:role/{r}"),
          Map.entry(
              "arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:key/[a-zA-Z_0-9+=,.@\\-_/]+",
              "arn:aws:kms:us-east-1:000000000000:key/{k}"),
          Map.entry(
              "arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:(key|alias)/[a-zA-Z_0-9+=,.@\\-_/]+",
              "arn:aws:kms:us-east-1:000000000000:alias/{k}"),
          Map.entry("arn:.*:s3:::[\\w\\.\\-]{1,255}", "arn:{a}:s3:::bucket"),
          Map.entry("^(|\\.[0-9a-z!\\-_.*'()]+)$", ".{g}"),
          Map.entry(
              "jdbc:(redshift|postgresql)://((?!-)[A-Za-z0-9-]{1,63}(?<!-)\\.)+"
                  + "(redshift(-serverless)?)\\.([a-zA-Z0-9\\.\\-]+):\\d{1,5}/[a-zA-Z0-9_$-]+",
              "jdbc:redshift://one.redshift.amazonaws.com:5439/{d}"),
          Map.entry(
              "arn:.*:secretsmanager:[a-zA-Z0-9\\-]+:\\d{12}:secret:[a-zA-Z0-9\\-/_+=.@!]+",
              "arn:aws:secretsmanager:us-east-1:000000000000:secret:{s}"),
          Map.entry(
              "arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}",
              "arn:{a}:es:us-east-1:000000000000:domain/logs"),
          Map.entry("https:.*", "https://{h}"),
          Map.entry("https://.*", "https://{h}"),
          Map.entry("arn:.*", "arn:{a}"),
          Map.entry(".+?\\.snowflakecomputing\\.com", "{a}.snowflakecomputing.com"),
          Map.entry(
              "([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*"
                  + "\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$",
              "a.b.vpce.{u}.vpce-svc-0123456789abcdef0"),
          Map.entry(
              "arn:.*:glue:.*:\\d{12}:catalog(?:(/[a-z0-9_-]+){1,2})?",
              "arn:aws:glue:us-east-1:000000000000:catalog/{c}"),
          Map.entry("s3:\\/\\/.*", "s3://{w}"),
          Map.entry("[0-9]+", "{1}"),
          Map.entry(
              "^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$",
              "arn:aws:firehose:us-east-1:000000000000:{d}"),
          Map.entry(
              "^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$", "a.amazonaws.{c}"));

  private Texts() {}

  /** A text of this length that keeps the pattern, when there is one by the template. */
  static Optional<String> ofLength(Form form, int length) {
    String template =
        form.pattern().map(pattern -> TEMPLATES.getOrDefault(pattern, "{a}")).orElse("{a}");
    int open = template.indexOf('{');
    int fixed = template.length() - 3;
    if (length < fixed) {
      return length == 0 && keeps(form, "") ? Optional.of("") : Optional.empty();
    }
    String text =
        template.substring(0, open)
            + template.substring(open + 1, open + 2).repeat(length - fixed)
            + template.substring(open + 3);
    return Optional.of(text).filter(made -> keeps(form, made));
  }

  /** An ordinary text that keeps length and pattern. */
  static String ordinary(Form form) {
    int from = Math.max(1, form.min().orElse(0));
    int to = form.max().orElse(from + 100);
    for (int length = from; length <= to; length++) {
      Optional<String> text = ofLength(form, length);
      if (text.isPresent()) {
        return text.get();
      }
    }
    throw new IllegalStateException("no sample keeps " + form);
  }

  /** A text with the right length that the pattern does not match. */
  static Optional<String> broken(Form form) {
    String good = ordinary(form);
    return Stream.of("\n", " ", "*", "\u20ac", "\u0000")
        .map(wrong -> good.substring(0, good.length() - 1) + wrong)
        .filter(text -> !keeps(form, text))
        .findFirst();
  }

  private static boolean keeps(Form form, String text) {
    return form.pattern().isEmpty() || Pattern.matches(form.pattern().get(), text);
  }
}
