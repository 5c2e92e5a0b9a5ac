package io.hydrant.api.port;

import java.time.Duration;
import java.time.Instant;

/** The service's clock, as the admin routes operate it. It never goes back. */
public interface ClockControl {
  Instant now();

  void advance(Duration by);
}
