package io.hydrant.http.sts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parameters of a form: of a call in the query protocol, of a page. */
public record Form(Map<String, String> parameters) {
  public Form {
    parameters = Map.copyOf(parameters);
  }

  /** What is not encoded as it should be is left as it is. */
  public static Form read(byte[] body) {
    Map<String, String> parameters = new TreeMap<>();
    for (String each : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
      }
    }
    return new Form(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The first of these parameters, or lists of parameters, that there is. */
  Optional<String> anyOf(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> Stream.of(name, name + ".member.1.arn"))
        .filter(parameters::containsKey)
        .findFirst();
  }
}
