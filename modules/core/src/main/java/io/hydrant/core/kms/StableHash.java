package io.hydrant.core.kms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A stable hash of a text as hexadecimal digits, not for secrets. Each 16 digits are FNV-1a over a
 * number and the text, followed by the finalizer of SplitMix64.
 */
final class StableHash {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private StableHash() {}

  /**
   * Returns the hash.
   *
   * @param words the number of digits divided by 16
   */
  static String of(String text, int words) {
    return LongStream.range(0, words)
        .mapToObj(word -> String.format(Locale.ROOT, "%016x", mixed(fnv(word + " " + text))))
        .collect(Collectors.joining());
  }

  private static long fnv(String text) {
    long hash = FNV_OFFSET;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  private static long mixed(long hash) {
    long first = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }
}
