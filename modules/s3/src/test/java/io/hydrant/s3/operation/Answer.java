package io.hydrant.s3.operation;

import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An answer of S3, with its body read. */
record Answer(int status, Headers headers, String text) {
  static Answer of(S3Response response) {
    return new Answer(
        response.status(),
        response.headers(),
        new String(TestS3.bytes(response.content()), StandardCharsets.UTF_8));
  }

  /** Returns the texts of all elements of that name. */
  List<String> all(String element) {
    return Pattern.compile("<" + element + "(?: [^>]*)?>([^<]*)</" + element + ">")
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  Optional<String> first(String element) {
    return all(element).stream().findFirst();
  }

  /** Returns the code of an error. */
  String code() {
    return first("Code").orElse("");
  }

  String header(String name) {
    return headers.first(name).orElse("");
  }
}
