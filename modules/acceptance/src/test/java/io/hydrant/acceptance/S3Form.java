package io.hydrant.acceptance;

import java.net.URI;
import java.net.http.HttpRequest;

/** Forms as browsers send them. */
final class S3Form {
  private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

  private S3Form() {}

  /**
   * Returns a form whose file is called {@code file.txt}.
   *
   * @param fields names and values
   */
  static HttpRequest.Builder post(URI address, String file, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      part(body, "name=\"" + fields[i] + "\"", fields[i + 1]);
    }
    part(body, "name=\"file\"; filename=\"file.txt\"\r\nContent-Type: text/plain", file);
    body.append("--").append(BOUNDARY).append("--\r\n");
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private static void part(StringBuilder body, String head, String content) {
    body.append("--")
        .append(BOUNDARY)
        .append("\r\nContent-Disposition: form-data; ")
        .append(head)
        .append("\r\n\r\n")
        .append(content)
        .append("\r\n");
  }
}
