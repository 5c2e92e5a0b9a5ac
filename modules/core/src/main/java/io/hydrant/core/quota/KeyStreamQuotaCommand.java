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
   * A stream is about to be encrypted with the key. Claiming twice is no error. An old claim of a
   * stream that uses the key is renewed: a sweep may have read the stream before that.
   *
   * @param max "you can use a CMK of type CUSTOMER_MANAGED_CMK to encrypt up to 500 streams"
   * @param held the stream uses the key already, and is counted whatever the limit says
   */
  record ReserveKey(String key, String stream, int max, boolean held)
      implements KeyStreamQuotaCommand<NoOutput> {
    /** The claim of a stream that uses the key. */
    public static ReserveKey held(String key, String stream) {
      return new ReserveKey(key, stream, Integer.MAX_VALUE, true);
    }

    @Override
    public Decision<KeyStreamQuotaEvent, NoOutput> decide(KeyStreamQuota claims, Instant now) {
      if (held && claims.streams().find(stream).stream().anyMatch(at -> !isOld(at, now))) {
        return Decision.answer(new NoOutput());
      }
      if (!claims.streams().containsKey(stream) && claims.streams().size() >= max) {
        return Decision.refuse(QuotaErrors.keyFull(key, max));
      }
      return Decision.store(new KeyStreamQuotaEvent.KeyReserved(now, stream), new NoOutput());
    }
  }

  /**
   * The streams that may have left the key: a claim is given time to become an encryption that
   * starts.
   */
  record StaleReservations() implements KeyStreamQuotaCommand<List<String>> {
    @Override
    public Decision<KeyStreamQuotaEvent, List<String>> decide(KeyStreamQuota claims, Instant now) {
      return Decision.answer(
          claims.streams().entrySet().stream()
              .filter(claim -> isOld(claim.getValue(), now))
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
    public Decision<KeyStreamQuotaEvent, NoOutput> decide(KeyStreamQuota claims, Instant now) {
      List<KeyStreamQuotaEvent> released =
          streams.stream()
              .filter(claims.streams()::containsKey)
              .filter(stream -> mayGo(claims.streams().get(stream), now))
              .<KeyStreamQuotaEvent>map(
                  stream -> new KeyStreamQuotaEvent.KeyReservationReleased(now, stream))
              .toList();
      return new Decision<>(released, Reply.success(new NoOutput()));
    }

    private boolean mayGo(Instant claimedAt, Instant now) {
      // A claim of the same instant may have come after the reading.
      return isOld(claimedAt, now) && claimedAt.isBefore(asOf);
    }
  }

  /** Returns whether a reservation's time of grace is over. */
  private static boolean isOld(Instant claimedAt, Instant now) {
    return !claimedAt.isAfter(now.minus(QuotaLimits.KEY_CLAIM_GRACE));
  }
}
