package io.hydrant.core.id;

/** {@code arn:aws:firehose:REGION:ACCOUNT:deliverystream/NAME}. */
public record StreamArn(String region, String account, StreamName name) {
  @Override
  public String toString() {
    return "arn:aws:firehose:" + region + ":" + account + ":deliverystream/" + name;
  }
}
