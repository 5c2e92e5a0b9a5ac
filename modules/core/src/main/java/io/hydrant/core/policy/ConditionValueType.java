package io.hydrant.core.policy;

/** The type that the values of a condition are read as. */
enum ConditionValueType {
  TEXT("a text"),
  TEXT_IN_ANY_CASE("a text"),
  PATTERN("a text"),
  ARN("an ARN"),
  NUMBER("a number"),
  DATE("a date"),
  FLAG("true or false"),
  NETWORK("an IP address or a CIDR range");

  private final String words;

  ConditionValueType(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
