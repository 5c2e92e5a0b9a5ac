package io.hydrant.acceptance;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on the wire: no client has mended or hidden anything. */
record RawAnswer(int status, Map<String, String> headers, String body) {
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");

  /** Sends these bytes and reads until the server closes. */
  static RawAnswer to(URI endpoint, String request) throws IOException {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout((int) OneNode.PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** True for 2xx. */
  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** The code in the XML of an error of S3; the empty text where there is none. */
  String code() {
    Matcher code = CODE.matcher(body);
    return code.find() ? code.group(1) : "";
  }

  private static RawAnswer parsed(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    String[] lines = answer.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return new RawAnswer(
        Integer.parseInt(lines[0].split(" ", -1)[1]), headers, answer.substring(end + 4));
  }

  /** The empty text where there is none. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }
}
