package io.hydrant.core.kms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code arn:aws:kms:REGION:ACCOUNT:alias/NAME}.
 *
 * @param name with its prefix {@code alias/}
 */
public record AliasArn(String region, String account, String name) {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws:kms:([a-z0-9-]{1,32}):([a-z0-9-]{1,32}):(alias/[a-zA-Z0-9/_-]{1,250})");

  public static Optional<AliasArn> parse(String text) {
    Matcher matcher = ARN.matcher(text);
    return matcher.matches()
        ? Optional.of(new AliasArn(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "arn:aws:kms:" + region + ":" + account + ":" + name;
  }
}
