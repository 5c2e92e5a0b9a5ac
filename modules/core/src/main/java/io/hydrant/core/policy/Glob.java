package io.hydrant.core.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Matches texts with wildcards. A pattern is an array of characters in which negative numbers are
 * wildcards.
 */
final class Glob {
  /** The wildcard for any number of characters, zero included. */
  static final int RUN = -1;

  /** The wildcard for exactly one character. */
  static final int ONE = -2;

  private Glob() {}

  /** Returns whether the text matches, in at most as many steps as the product of both lengths. */
  static boolean matches(int[] pattern, int[] text) {
    int p = 0;
    int t = 0;
    int run = -1;
    int tried = 0;
    while (t < text.length) {
      if (p < pattern.length && pattern[p] == RUN) {
        run = p++;
        tried = t;
      } else if (p < pattern.length && (pattern[p] == ONE || pattern[p] == text[t])) {
        p++;
        t++;
      } else if (run >= 0) {
        // The last RUN takes one character more; the rest of the pattern is tried again after it.
        p = run + 1;
        t = ++tried;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == RUN) {
      p++;
    }
    return p == pattern.length;
  }

  static int[] lowerCase(int[] pattern) {
    return IntStream.of(pattern).map(c -> c < 0 ? c : Character.toLowerCase(c)).toArray();
  }

  /** Returns the parts of an ARN, at most six; the last one holds all further colons. */
  static List<int[]> arnParts(int[] arn) {
    List<int[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < arn.length && parts.size() < 5; i++) {
      if (arn[i] == ':') {
        parts.add(Arrays.copyOfRange(arn, start, i));
        start = i + 1;
      }
    }
    parts.add(Arrays.copyOfRange(arn, start, arn.length));
    return parts;
  }
}
