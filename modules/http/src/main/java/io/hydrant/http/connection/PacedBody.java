package io.hydrant.http.connection;

import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * A stage that fails a body whose client is too slow. Times in which the node itself takes nothing
 * do not count.
 */
public final class PacedBody extends GraphStage<FlowShape<ByteString, ByteString>> {
  /** Two KiB a second at the default of the span: less than any line that one works with. */
  static final long BYTES_A_SPAN = 64 * 1024;

  private final Inlet<ByteString> in = Inlet.create("in");
  private final Outlet<ByteString> out = Outlet.create("out");
  private final Duration span;
  private final boolean whole;
  private final Runnable tooSlow;

  /**
   * @param whole whether the body must have come after one span; else a part of it must have
   * @param tooSlow runs before the body fails
   */
  public PacedBody(Duration span, boolean whole, Runnable tooSlow) {
    this.span = span;
    this.whole = whole;
    this.tooSlow = tooSlow;
  }

  @Override
  public FlowShape<ByteString, ByteString> shape() {
    return FlowShape.of(in, out);
  }

  @Override
  public Logic createLogic(Attributes attributes) {
    return new Logic();
  }

  /** The state of one body. */
  final class Logic extends TimerGraphStageLogic {
    private long bytes;
    private Optional<Long> waitsSince = Optional.empty();
    private long waitedNanos;

    Logic() {
      super(shape());
      setHandlers(
          in,
          out,
          new AbstractInOutHandler() {
            @Override
            public void onPush() {
              ByteString data = grab(in);
              bytes += data.size();
              waitedNanos += waiting();
              waitsSince = Optional.empty();
              push(out, data);
            }

            @Override
            public void onPull() {
              waitsSince = Optional.of(System.nanoTime());
              pull(in);
            }
          });
    }

    @Override
    public void preStart() {
      scheduleAtFixedRate("span", span, span);
    }

    private long waiting() {
      return waitsSince.map(since -> System.nanoTime() - since).orElse(0L);
    }

    /** The client is slow when the node waited for it during at least half of the span. */
    @Override
    public void onTimer(Object key) {
      boolean ours = waitedNanos + waiting() < span.toNanos() / 2;
      if (!ours && (whole || bytes < BYTES_A_SPAN)) {
        tooSlow.run();
        failStage(new SlowBodyException());
        return;
      }
      bytes = 0;
      waitedNanos = 0;
      waitsSince = waitsSince.map(since -> System.nanoTime());
    }
  }
}
