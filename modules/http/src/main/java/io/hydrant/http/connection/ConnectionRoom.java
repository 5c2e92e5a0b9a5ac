package io.hydrant.http.connection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts open connections. The log says once that there is no room, until a tenth of it is free.
 */
public final class ConnectionRoom {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionRoom.class);

  private final int most;
  private int open;
  private boolean told;

  public ConnectionRoom(int most) {
    this.most = most;
  }

  /** Counts a connection; false where there is no room for it. */
  synchronized boolean enter() {
    open++;
    if (open > most && !told) {
      told = true;
      LOG.warn(
          "{} connections are open, which is the most that are served at a time"
              + " (hydrant.http.connections-max); others are answered 503, except for health",
          most);
    }
    return open <= most;
  }

  synchronized void leave() {
    open--;
    if (open <= most - Math.max(1, most / 10)) {
      told = false;
    }
  }

  /** Connections that are open. */
  public synchronized int open() {
    return open;
  }
}
