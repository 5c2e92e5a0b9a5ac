package io.hydrant.core.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * "For the KMS grant creation to be successful, the Firehose API operations … should not be called
 * with session credentials that are more than 6 hours old." The age counts when the call is made,
 * so nothing that comes later changes it and KMS need not be asked.
 */
final class SessionAge {
  private static final Duration MOST = Duration.ofHours(6);

  private SessionAge() {}

  /** The event that begins encryption, and those that end it where its grant cannot be made. */
  static List<StreamEvent> beginning(StreamState state, StreamEvent beginning, Instant now) {
    List<StreamEvent> events = new ArrayList<>();
    events.add(beginning);
    if (beginning.evolve(state) instanceof DeliveryStream stream
        && stream.encryption() instanceof Encryption.Enabling enabling
        && enabling.needsGrant()
        && isTooOld(enabling.target(), now)) {
      events.addAll(
          StreamTaskResult.failed(
              stream,
              enabling.number(),
              StreamErrors.sessionTooOld(),
              FailureType.CREATE_KMS_GRANT_FAILED,
              now));
    }
    return events;
  }

  private static boolean isTooOld(ResolvedKey target, Instant now) {
    return target
        .caller()
        .credentialsIssuedAt()
        .filter(issuedAt -> issuedAt.plus(MOST).isBefore(now))
        .isPresent();
  }
}
