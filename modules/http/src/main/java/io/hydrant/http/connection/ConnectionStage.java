package io.hydrant.http.connection;

import org.apache.pekko.http.javadsl.model.AttributeKey;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.Connection;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/**
 * One connection, from its first byte to its last: counts it, marks the requests of one that there
 * is no room for, and ends it where no whole request head comes in time. The time begins with the
 * connection and again when an answer has been sent; pieces of a head do not prolong it.
 */
public final class ConnectionStage
    extends GraphStage<BidiShape<HttpRequest, HttpRequest, HttpResponse, HttpResponse>> {
  /** Requests of connections beyond the bound have it. */
  public static final AttributeKey<Boolean> BEYOND =
      AttributeKey.create("hydrant-connection-beyond", Boolean.class);

  private final Inlet<HttpRequest> fromClient = Inlet.create("fromClient");
  private final Outlet<HttpRequest> toHandler = Outlet.create("toHandler");
  private final Inlet<HttpResponse> fromHandler = Inlet.create("fromHandler");
  private final Outlet<HttpResponse> toClient = Outlet.create("toClient");
  private final ConnectionRoom room;
  private final ConnectionBounds bounds;

  public ConnectionStage(ConnectionRoom room, ConnectionBounds bounds) {
    this.room = room;
    this.bounds = bounds;
  }

  @Override
  public BidiShape<HttpRequest, HttpRequest, HttpResponse, HttpResponse> shape() {
    return new BidiShape<>(fromClient, toHandler, fromHandler, toClient);
  }

  @Override
  public Logic createLogic(Attributes attributes) {
    return new Logic();
  }

  /** The state of one connection. */
  final class Logic extends TimerGraphStageLogic {
    private static final String AWAITED = "awaited";

    private boolean beyond;
    private int unanswered;

    Logic() {
      super(shape());
      setHandler(
          fromClient,
          new AbstractInHandler() {
            @Override
            public void onPush() {
              take(grab(fromClient));
            }

            @Override
            public void onUpstreamFinish() {
              complete(toHandler);
            }
          });
      setHandler(
          toHandler,
          new AbstractOutHandler() {
            @Override
            public void onPull() {
              pull(fromClient);
            }

            @Override
            public void onDownstreamFinish(Throwable cause) {
              cancel(fromClient, cause);
            }
          });
      setHandler(
          fromHandler,
          new AbstractInHandler() {
            @Override
            public void onPush() {
              answer(grab(fromHandler));
            }

            @Override
            public void onUpstreamFinish() {
              complete(toClient);
            }
          });
      setHandler(
          toClient,
          new AbstractOutHandler() {
            @Override
            public void onPull() {
              pull(fromHandler);
              await();
            }

            @Override
            public void onDownstreamFinish(Throwable cause) {
              cancel(fromHandler, cause);
            }
          });
    }

    @Override
    public void preStart() {
      beyond = !room.enter();
      await();
    }

    private void take(HttpRequest request) {
      cancelTimer(AWAITED);
      unanswered++;
      push(toHandler, beyond ? request.addAttribute(BEYOND, true) : request);
    }

    private void answer(HttpResponse response) {
      unanswered--;
      push(toClient, beyond ? response.addHeader(Connection.create("close")) : response);
    }

    /** An answer is asked for when the one before has been sent. */
    private void await() {
      if (unanswered == 0 && !isTimerActive(AWAITED)) {
        scheduleOnce(AWAITED, beyond ? bounds.idleInReserve() : bounds.idle());
      }
    }

    @Override
    public void onTimer(Object key) {
      completeStage();
    }

    @Override
    public void postStop() {
      room.leave();
    }
  }
}
