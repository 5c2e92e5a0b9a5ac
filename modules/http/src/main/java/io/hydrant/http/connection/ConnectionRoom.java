package io.hydrant.http.connection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts open connections. It logs once that the limit is reached, and again only after a tenth of
 * the connections was free.
 */
public final class ConnectionRoom {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionRoom.class);

  private final int most;
  private int open;
  private boolean warned;

  public ConnectionRoom(int most) {
    this.most = most;
  }

  /** Counts a connection; returns false where it is beyond the limit. */
  synchronized boolean enter() {
    open++;
    if (open > most && !warned) {
      warned = true;
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
      warned = false;
    }
  }

  /** Returns the number of open connections. */
  public synchronized int open() {
    return open;
  }
}
