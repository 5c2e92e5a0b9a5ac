package io.hydrant.core.policy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address, parsed without a name lookup.
 *
 * @param width 32 or 128 bits
 */
record IpAddress(int width, BigInteger bits) {
  private static final Pattern V4_PART = Pattern.compile("0|[1-9]\\d{0,2}");
  private static final Pattern V6_PART = Pattern.compile("[0-9a-fA-F]{1,4}");

  static Optional<IpAddress> parse(String text) {
    return text.contains(":") ? version6(text) : version4(text);
  }

  /** Returns whether both have the same IP version and the same first {@code count} bits. */
  boolean sharesBits(int count, IpAddress other) {
    return width == other.width && bits.xor(other.bits).shiftRight(width - count).signum() == 0;
  }

  private static Optional<IpAddress> version4(String text) {
    return number(List.of(text.split("\\.", -1)), V4_PART, 10, 256, 4)
        .map(bits -> new IpAddress(32, bits));
  }

  private static Optional<IpAddress> version6(String text) {
    String[] halves = text.split("::", -1);
    List<String> head = groups(halves[0]);
    List<String> tail = halves.length == 2 ? groups(halves[1]) : List.of();
    int left = 8 - head.size() - tail.size();
    // A double colon replaces at least one group of zeros, and occurs at most once.
    if (halves.length > 2 || (halves.length == 2 ? left < 1 : left != 0)) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>(head);
    all.addAll(Collections.nCopies(left, "0"));
    all.addAll(tail);
    return number(all, V6_PART, 16, 65536, 8).map(bits -> new IpAddress(128, bits));
  }

  private static List<String> groups(String half) {
    return half.isEmpty() ? List.of() : List.of(half.split(":", -1));
  }

  private static Optional<BigInteger> number(
      List<String> parts, Pattern form, int radix, int base, int count) {
    BigInteger bits = BigInteger.ZERO;
    for (String part : parts) {
      if (!form.matcher(part).matches() || Integer.parseInt(part, radix) >= base) {
        return Optional.empty();
      }
      bits = bits.multiply(BigInteger.valueOf(base)).add(new BigInteger(part, radix));
    }
    return parts.size() == count ? Optional.of(bits) : Optional.empty();
  }
}
