package io.hydrant.http.fuzz;

import java.util.List;
import java.util.Random;

/** JSON that an API seldom sees. */
final class OddValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "null",
          "NaN",
          "-Infinity",
          "QQ",
          "QQ=",
          "QQ==",
          "QR==",
          "QUI",
          "QUJ=",
          "=",
          "====",
          "Q",
          "QUJD\\n",
          "-_-_",
          "\\ud800",
          "\\udc00\\ud800",
          "\\ud83d\\ude00",
          "\\u0000",
          "\\u0001\\u0002",
          "\\u2028",
          "alias/",
          "alias/aws/firehose",
          "arn:aws:kms:us-east-1:000000000000:key/x",
          "arn:aws:kms:::key/",
          "UTC",
          "Europe/Berlin",
          "/",
          "GMT/x",
          "SystemV/PST",
          "!{timestamp:yyyy}",
          "!{timestamp:pppp}",
          "!{timestamp:'}",
          "!{timestamp:VV}!{",
          "!{timestamp:XXXXXXXX}",
          "!{timestamp:nnnnnnnnnnnnnnnnnnnn}",
          "!{firehose:error-output-type}",
          "!{partitionKeyFromQuery:$1\\\\}",
          "2026-11-23T00:00:00Z",
          "{\\\"Version\\\":\\\"2012-10-17\\\"}");

  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "false",
          "[]",
          "{}",
          "[null]",
          "[[null]]",
          "[{}]",
          "{\"k\":null}",
          "{\"k\":[null]}",
          "{\"\":\"\"}",
          "0",
          "-0",
          "-1",
          "1",
          "64",
          "1.0",
          "1.5",
          "1e2",
          "1e309",
          "-1e309",
          "1e-400",
          "1e999999999",
          "1e99999999999999999999",
          "2147483648",
          "9223372036854775808",
          "253402300800",
          "NaN",
          "+1",
          "01");

  private OddValues() {}

  static String any(Random chance) {
    return switch (chance.nextInt(20)) {
      case 0 -> "9".repeat(1 + chance.nextInt(2000));
      case 1 -> nested("[", "]", chance.nextInt(1500));
      case 2 -> nested("{\"k\":", "}", chance.nextInt(1500));
      case 3 -> "\"" + unit(chance).repeat(chance.nextInt(20_000)) + "\"";
      case 4 -> "[" + "null,".repeat(chance.nextInt(3000)) + "null]";
      case 5 -> "{\"" + unit(chance).repeat(chance.nextInt(60_000)) + "\":null}";
      case 6, 7, 8, 9, 10, 11 -> OTHERS.get(chance.nextInt(OTHERS.size()));
      default -> "\"" + text(chance) + "\"";
    };
  }

  /** Between its quotation marks. */
  static String text(Random chance) {
    return TEXTS.get(chance.nextInt(TEXTS.size()));
  }

  private static String unit(Random chance) {
    return List.of("a", "a.", "AAAA", "\\u0001", "!{", "arn:", "/", "é").get(chance.nextInt(8));
  }

  private static String nested(String open, String close, int depth) {
    return open.repeat(depth) + "0" + close.repeat(depth);
  }
}
