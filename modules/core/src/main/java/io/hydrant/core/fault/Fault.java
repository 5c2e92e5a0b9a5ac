package io.hydrant.core.fault;

import io.hydrant.core.entity.ServiceError;
import java.time.Duration;
import java.util.Optional;

/**
 * Trouble on demand: what happens to calls of one operation.
 *
 * @param id made by the node
 * @param operation an API operation's name; {@code *}: all of the service
 * @param on only calls that concern this stream, key or bucket
 * @param by only calls of Firehose itself, or only those of clients
 * @param timesLeft how often it still strikes; empty: for ever
 * @param struck how often it has struck
 */
public record Fault(
    String id,
    Service service,
    String operation,
    Optional<String> on,
    Optional<By> by,
    Optional<Integer> timesLeft,
    int struck,
    Effect effect) {
  public enum Service {
    FIREHOSE,
    KMS,
    S3
  }

  /** Who makes the call. */
  public enum By {
    FIREHOSE,
    CLIENT
  }

  /**
   * What happens, in this order.
   *
   * @param delay on the service's clock; zero: none
   * @param unreachable no answer comes, as from a service that is down
   * @param error the answer; empty: the call goes on as if nothing had been
   * @param share of a batch's records that fail with the error; empty: the call as a whole does
   */
  public record Effect(
      Duration delay, boolean unreachable, Optional<ServiceError> error, Optional<Double> share) {
    /** The record at that place fails, so that of every stretch of records the share does. */
    public boolean strikes(int place) {
      double part = share.orElse(1.0);
      return Math.floor((place + 1) * part) > Math.floor(place * part);
    }
  }

  boolean concerns(CallDescription call) {
    return timesLeft.map(left -> left > 0).orElse(true)
        && service == call.service()
        && (operation.equals("*") || operation.equals(call.operation()))
        && by.map(call.by()::equals).orElse(true)
        && on.map(call::concerns).orElse(true)
        && effect.share().isPresent() == call.batch();
  }

  /** Whether the other one is this one, at another time of its life. */
  boolean isSameAs(Fault other) {
    return counted(0, Optional.empty()).equals(other.counted(0, Optional.empty()));
  }

  Fault afterStrike() {
    return counted(struck + 1, timesLeft.map(left -> left - 1));
  }

  private Fault counted(int strikes, Optional<Integer> left) {
    return new Fault(id, service, operation, on, by, left, strikes, effect);
  }
}
