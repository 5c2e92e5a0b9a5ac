package io.hydrant.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.http.sts.Form;
import java.net.URI;
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

  /** JSON is not a form, even where it is called one: curl calls everything so. */
  static boolean isForm(HttpRequest request, byte[] body) {
    return request.method().equals(HttpMethods.POST)
        && body.length > 0
        && body[0] != '{'
        && body[0] != '['
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
    Form form = Form.read(body);
    return switch (request.getUri().path()) {
      case ClockRoutes.PATH -> clock.advance(form.text("advance").orElse(""));
      case FaultRoutes.PATH ->
          form.text("clear").isPresent()
              ? faults.handle(HttpMethods.DELETE, FaultRoutes.PATH, new byte[0])
              : faults.handle(
                  HttpMethods.POST,
                  FaultRoutes.PATH,
                  form.text("fault").orElse("").getBytes(UTF_8));
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
}
