package io.hydrant.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * The inspector's forms: the clock and the faults, operated from a page.
 *
 * <p>A browser tells from which page a form comes; only this node's own may. A name that another
 * site makes point here is refused as well: only addresses and names without a domain are taken.
 */
final class FormRoutes {
  private static final Pattern OWN_NAME =
      Pattern.compile("(localhost|[A-Za-z0-9-]+|[0-9.]+|\\[[0-9a-fA-F:.]+\\])(:[0-9]+)?");

  private final ClockRoutes clock;
  private final FaultRoutes faults;

  FormRoutes(ClockRoutes clock, FaultRoutes faults) {
    this.clock = clock;
    this.faults = faults;
  }

  static boolean isForm(HttpRequest request) {
    return request.method().equals(HttpMethods.POST)
        && request
            .entity()
            .getContentType()
            .mediaType()
            .toString()
            .equals("application/x-www-form-urlencoded");
  }

  AdminAnswer handle(HttpRequest request, byte[] body) {
    if (!isOwn(request)) {
      return AdminAnswer.message(403, "Forms are taken from this node's own pages alone.");
    }
    Map<String, String> form = read(body);
    return switch (request.getUri().path()) {
      case ClockRoutes.PATH -> clock.advance(form.getOrDefault("advance", ""));
      case FaultRoutes.PATH ->
          form.containsKey("clear")
              ? faults.handle(HttpMethods.DELETE, FaultRoutes.PATH, new byte[0])
              : faults.handle(
                  HttpMethods.POST,
                  FaultRoutes.PATH,
                  form.getOrDefault("fault", "").getBytes(UTF_8));
      default -> AdminAnswer.message(404, "There is no form at this path.");
    };
  }

  private static boolean isOwn(HttpRequest request) {
    String host = request.getHeader("Host").map(header -> header.value()).orElse("");
    Optional<String> origin = request.getHeader("Origin").map(header -> header.value());
    return OWN_NAME.matcher(host).matches()
        && origin.filter(from -> host.equals(authority(from))).isPresent();
  }

  private static String authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Map<String, String> read(byte[] body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : new String(body, UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        decoded(pair.substring(equals + 1))
            .ifPresent(value -> form.put(pair.substring(0, equals), value));
      }
    }
    return form;
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
