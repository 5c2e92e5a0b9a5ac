package io.hydrant.core.policy;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 addresses and their ranges: {@code 203.0.113.0/24}. */
final class AddressRange {
  private static final Pattern RANGE =
      Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}(/([0-9]|[12][0-9]|3[0-2]))?");
  private static final int BITS = 32;

  private AddressRange() {}

  static boolean isRange(String text) {
    return RANGE.matcher(text).matches() && number(text.split("/", 2)[0]).isPresent();
  }

  static boolean contains(String range, String address) {
    String[] parts = range.split("/", 2);
    int shift = parts.length == 2 ? BITS - Integer.parseInt(parts[1]) : 0;
    return number(parts[0])
        .flatMap(
            base ->
                number(address)
                    .map(actual -> actual.shiftRight(shift).equals(base.shiftRight(shift))))
        .orElse(false);
  }

  private static Optional<BigInteger> number(String address) {
    String[] octets = address.split("\\.", -1);
    if (octets.length != 4) {
      return Optional.empty();
    }
    BigInteger all = BigInteger.ZERO;
    for (String octet : octets) {
      if (!octet.matches("[0-9]{1,3}") || Integer.parseInt(octet) > 255) {
        return Optional.empty();
      }
      all = all.shiftLeft(8).or(BigInteger.valueOf(Integer.parseInt(octet)));
    }
    return Optional.of(all);
  }
}
