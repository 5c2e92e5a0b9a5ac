package io.hydrant.core.quota;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A command to the stream quota of a key. */
public sealed interface KeyStreamQuotaCommand<O>
    extends Command<KeyStreamQuota, KeyStreamQuotaEvent, O> {

  /**
   * Reserves a place of the key for a stream that is about to use it. A second reservation is no
   * error; it replaces the first, so that a release decided before it leaves the stream its place.
   *
   * @param max "you can use a CMK of type CUSTOMER_MANAGED_CMK to encrypt up to 500 streams"
   * @param held true where the stream uses the key already: it is counted beyond the limit, and its
   *     reservation is replaced only when it is old
   */
  record ReserveKey(String key, String stream, int max, boolean held)
      implements KeyStreamQuotaCommand<NoOutput> {
    /** Returns the reservation of a stream that uses the key. */
    public static ReserveKey held(String key, String stream) {
      return new ReserveKey(key, stream, Integer.MAX_VALUE, true);
    }

    @Override
    public Decision<KeyStreamQuotaEvent, NoOutput> decide(KeyStreamQuota quota, Instant now) {
      if (held && quota.streams().find(stream).stream().anyMatch(at -> !isOld(at, now))) {
        return Decision.answer(new NoOutput());
      }
      if (!quota.streams().containsKey(stream) && quota.streams().size() >= max) {
        return Decision.refuse(QuotaErrors.keyFull(key, max));
      }
      return Decision.store(new KeyStreamQuotaEvent.KeyReserved(now, stream), new NoOutput());
    }
  }

  /**
   * Lists the streams that may have left the key: those whose reservation is older than the time
   * that encryption has to start.
   */
  record StaleReservations() implements KeyStreamQuotaCommand<List<String>> {
    @Override
    public Decision<KeyStreamQuotaEvent, List<String>> decide(KeyStreamQuota quota, Instant now) {
      return Decision.answer(
          quota.streams().entrySet().stream()
              .filter(reservation -> isOld(reservation.getValue(), now))
              .map(Map.Entry::getKey)
              .toList());
    }
  }

  /**
   * Releases the reservations of streams that were found not to use the key.
   *
   * @param asOf when their reservations were read; a stream that has reserved the key again since
   *     then keeps its place
   */
  record ReleaseReservations(List<String> streams, Instant asOf)
      implements KeyStreamQuotaCommand<NoOutput> {
    public ReleaseReservations {
      streams = List.copyOf(streams);
    }

    @Override
    public Decision<KeyStreamQuotaEvent, NoOutput> decide(KeyStreamQuota quota, Instant now) {
      List<KeyStreamQuotaEvent> released =
          streams.stream()
              .filter(quota.streams()::containsKey)
              .filter(stream -> mayBeReleased(quota.streams().get(stream), now))
              .<KeyStreamQuotaEvent>map(
                  stream -> new KeyStreamQuotaEvent.KeyReservationReleased(now, stream))
              .toList();
      return new Decision<>(released, Reply.success(new NoOutput()));
    }

    private boolean mayBeReleased(Instant reservedAt, Instant now) {
      // A reservation of the same instant may have been made after the reading.
      return isOld(reservedAt, now) && reservedAt.isBefore(asOf);
    }
  }

  /** Returns whether the time is over that encryption has to start after a reservation. */
  private static boolean isOld(Instant reservedAt, Instant now) {
    return !reservedAt.isAfter(now.minus(QuotaLimits.KEY_RESERVATION_GRACE));
  }
}
