package io.hydrant.http.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.http.auth.sts.Form;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * The inspector's forms, which operate the clock and the faults from a page. A browser names the
 * page that a form comes from; SiteRule has refused forms of other sites before.
 */
final class FormRoutes {
  private final ClockRoutes clock;
  private final FaultRoutes faults;

  FormRoutes(ClockRoutes clock, FaultRoutes faults) {
    this.clock = clock;
    this.faults = faults;
  }

  /** Returns whether a body is a form. JSON is none: curl gives it the media type of a form. */
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

  AdminResponse handle(HttpRequest request, byte[] body) {
    if (request.getHeader("Origin").isEmpty()) {
      return AdminResponse.message(403, "Forms are taken from this node's own pages alone.");
    }
    return Form.read(body)
        .fold(
            form -> handle(request.getUri().path(), form),
            error -> AdminResponse.message(400, error.message()));
  }

  private AdminResponse handle(String path, Form form) {
    return switch (path) {
      case ClockRoutes.PATH -> clock.advance(form.text("advance").orElse(""));
      case FaultRoutes.PATH ->
          form.text("clear").isPresent()
              ? faults.handle(HttpMethods.DELETE, FaultRoutes.PATH, new byte[0])
              : faults.handle(
                  HttpMethods.POST,
                  FaultRoutes.PATH,
                  form.text("fault").orElse("").getBytes(UTF_8));
      default -> AdminResponse.message(404, "There is no form at this path.");
    };
  }
}
