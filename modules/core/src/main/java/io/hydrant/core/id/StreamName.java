package io.hydrant.core.id;

import java.util.regex.Pattern;

/**
 * The name of a Firehose stream: 1 to 64 characters of {@code [a-zA-Z0-9_.-]} (API page,
 * DeliveryStreamName).
 */
public record StreamName(String value) {
  private static final Pattern PATTERN = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");

  public StreamName {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("not a stream name: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
