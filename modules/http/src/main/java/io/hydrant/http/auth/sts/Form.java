package io.hydrant.http.auth.sts;

import io.hydrant.core.collection.SafeMaps;
import io.hydrant.core.entity.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parameters of a form, sent by a client of the query protocol or by a page. */
public record Form(Map<String, String> parameters) {
  /** No call of the query protocol and no page has nearly as many. */
  static final int PARAMETERS_MAX = 1_000;

  public Form {
    parameters = SafeMaps.copyOf(parameters);
  }

  /**
   * Reads a form. Text with a wrong encoding is kept as it is.
   *
   * @return the form, or an error for one that has too many parameters
   */
  public static Reply<Form> read(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    Map<String, String> parameters = new TreeMap<>();
    int count = 0;
    for (int start = 0; start < text.length(); count++) {
      if (count == PARAMETERS_MAX) {
        return Reply.failure(StsErrors.tooManyParameters(PARAMETERS_MAX));
      }
      int ampersand = text.indexOf('&', start);
      int end = ampersand < 0 ? text.length() : ampersand;
      String parameter = text.substring(start, end);
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        parameters.put(
            decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
      }
      start = end + 1;
    }
    return Reply.success(new Form(parameters));
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

  /** Returns the name of the first of these parameters, or lists, that is present. */
  Optional<String> anyOf(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> Stream.of(name, name + ".member.1.arn"))
        .filter(parameters::containsKey)
        .findFirst();
  }
}
