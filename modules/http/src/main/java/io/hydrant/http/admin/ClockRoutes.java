package io.hydrant.http.admin;

import io.hydrant.api.json.Json;
import io.hydrant.api.port.ClockControl;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** {@code /_hydrant/clock}: shows the service's clock and moves it forward. */
final class ClockRoutes {
  static final String PATH = "/_hydrant/clock";

  /** Timestamps after it have five-digit years, which clients do not read. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final ClockControl clock;

  ClockRoutes(ClockControl clock) {
    this.clock = clock;
  }

  AdminResponse now() {
    return new AdminResponse(200, Json.object().put("now", clock.now().toString()));
  }

  AdminResponse advance(byte[] body) {
    try {
      return advance(Json.text(Json.read(body), "advance").orElse(""));
    } catch (IOException e) {
      return expected();
    }
  }

  /**
   * @param duration in ISO 8601, for example {@code PT1H}
   */
  AdminResponse advance(String duration) {
    try {
      Duration by = Duration.parse(duration);
      if (by.isNegative()) {
        return AdminResponse.message(400, "The clock only moves forward.");
      }
      // Checked first: a clock that is beyond its maximum cannot be moved back.
      if (clock.now().plus(by).isAfter(LAST)) {
        return AdminResponse.message(400, "The clock goes no further than " + LAST + ".");
      }
      clock.advance(by);
      return now();
    } catch (DateTimeException | ArithmeticException e) {
      return expected();
    }
  }

  private static AdminResponse expected() {
    return AdminResponse.message(400, "Expected {\"advance\": \"PT1H\"}, a duration in ISO 8601.");
  }
}
