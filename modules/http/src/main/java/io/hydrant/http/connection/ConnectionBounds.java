package io.hydrant.http.connection;

import java.time.Duration;

/**
 * The bounds of connections: their number, and the time that one may keep the node waiting.
 *
 * @param most that are served
 * @param idle the time in which a connection's next request must begin and its head be whole
 * @param request the time in which the body of an API call must be whole; of an object's body a
 *     part must come each time it has passed
 */
public record ConnectionBounds(int most, Duration idle, Duration request) {
  private static final int RESERVE_MIN = 64;
  private static final Duration IN_RESERVE = Duration.ofSeconds(5);

  /** Connections accepted in total. Those above `most` get only health answers or 503. */
  public int accepted() {
    return most + Math.max(RESERVE_MIN, most / 4);
  }

  /** The time for a request on a connection beyond the bound. */
  Duration idleInReserve() {
    return idle.compareTo(IN_RESERVE) < 0 ? idle : IN_RESERVE;
  }
}
