package io.hydrant.core.kms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code arn:aws:kms:REGION:ACCOUNT:key/ID}. */
public record KeyArn(String region, String account, String keyId) {
  private static final Pattern PATTERN =
      Pattern.compile("arn:aws:kms:([a-z0-9-]+):([a-z0-9-]+):key/([a-zA-Z0-9-]+)");

  /** Empty where the text is not the ARN of a key. */
  public static Optional<KeyArn> parse(String text) {
    Matcher arn = PATTERN.matcher(text);
    return arn.matches()
        ? Optional.of(new KeyArn(arn.group(1), arn.group(2), arn.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "arn:aws:kms:" + region + ":" + account + ":key/" + keyId;
  }
}
