package io.hydrant.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies that are small to send and dear to read. */
final class Bombs {
  private static final int BITS = 16;

  private Bombs() {}

  /** 65,536 names of 34 characters that share one Java hash: "Aa" and "BB" have the same. */
  static List<String> namesOfOneHash() {
    List<String> names = new ArrayList<>();
    for (int number = 0; number < 1 << BITS; number++) {
      StringBuilder name = new StringBuilder("xx");
      for (int bit = 0; bit < BITS; bit++) {
        name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
      }
      names.add(name.toString());
    }
    return names;
  }

  static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(number -> "member" + number).toList();
  }

  /** An object with these members, each of that value. */
  static String object(List<String> names, String value) {
    return names.stream()
        .map(name -> "\"" + name + "\":" + value)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** As many repetitions of the part, with commas, as there is room for. */
  static byte[] filled(int bytes, String before, String part, String after) {
    int count = (bytes - before.length() - after.length()) / (part.length() + 1);
    return (before + (part + ",").repeat(count - 1) + part + after).getBytes(UTF_8);
  }

  /** As many members with names of their own, and that value, as there is room for. */
  static byte[] numbered(int bytes, String before, String value, String after) {
    StringBuilder body = new StringBuilder(bytes).append(before);
    String between = "";
    for (int number = 0; body.length() < bytes - 32; number++) {
      body.append(between).append('"').append(Integer.toString(number, 36)).append("\":");
      body.append(value);
      between = ",";
    }
    return body.append(after).toString().getBytes(UTF_8);
  }
}
