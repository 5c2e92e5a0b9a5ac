package io.hydrant.core.kms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Hexadecimal digits that are a stable function of a text. They distinguish texts and are no
 * secret: FNV-1a over the text with a number before it, once for each 16 digits, with the finalizer
 * of SplitMix64 so that similar texts have digits that differ everywhere.
 */
final class StableHash {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private StableHash() {}

  /**
   * @param words how many times 16 digits
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
