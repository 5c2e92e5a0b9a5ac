package io.hydrant.core.kms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code arn:aws:kms:REGION:ACCOUNT:key/ID}. */
public record KeyArn(String region, String account, String keyId) {
  /** The prefix of the ids of multi-Region keys. */
  public static final String MULTI_REGION_PREFIX = "mrk-";

  private static final Pattern ARN =
      Pattern.compile("arn:aws:kms:([a-z0-9-]{1,32}):([a-z0-9-]{1,32}):key/([a-zA-Z0-9-]{1,64})");

  /** Parses a key ARN; empty for any other text. */
  public static Optional<KeyArn> parse(String text) {
    Matcher matcher = ARN.matcher(text);
    return matcher.matches()
        ? Optional.of(new KeyArn(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /**
   * Returns whether the id is that of a multi-Region key. Hydrant has no replicas of such a key.
   */
  public boolean isMultiRegion() {
    return keyId.startsWith(MULTI_REGION_PREFIX);
  }

  @Override
  public String toString() {
    return "arn:aws:kms:" + region + ":" + account + ":key/" + keyId;
  }
}
