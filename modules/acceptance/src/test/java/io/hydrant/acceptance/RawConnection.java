package io.hydrant.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection that sends what it likes, as slowly as it likes. */
final class RawConnection implements AutoCloseable {
  private static final int GLANCE_MILLIS = 10;

  private final Socket socket;
  private final StringBuilder received = new StringBuilder();
  private boolean ended;

  RawConnection(URI endpoint) throws IOException {
    this(new Socket(endpoint.getHost(), endpoint.getPort()));
  }

  RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(GLANCE_MILLIS);
  }

  /** What cannot be sent any more has no effect. */
  RawConnection send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      ended = true;
    }
    return this;
  }

  /** Reads what has come. */
  String received() {
    byte[] chunk = new byte[8192];
    try {
      InputStream in = socket.getInputStream();
      for (int read = in.read(chunk); ; read = in.read(chunk)) {
        if (read < 0) {
          ended = true;
          break;
        }
        received.append(new String(chunk, 0, read, StandardCharsets.UTF_8));
      }
    } catch (SocketTimeoutException e) {
      // Nothing more for now.
    } catch (IOException e) {
      ended = true;
    }
    return received.toString();
  }

  /** The server has closed it. */
  boolean isEnded() {
    received();
    return ended;
  }

  /** Sends that again and again until the server closes or answers. */
  boolean hasEndedInSpiteOf(String text) {
    return send(text).isEnded();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
