package io.hydrant.core.world;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.DeliveryStreamDescription;
import java.util.List;
import java.util.Optional;

/**
 * What can be seen from outside: calls of clients with their answers, what KMS was asked, what was
 * written and uploaded. A code is the refusal's, or {@link #OK}.
 */
sealed interface Observed {
  String OK = "OK";

  /** A crash took the answer away; whether the call had an effect, the client does not know. */
  String UNKNOWN = "?";

  record Created(String stream, boolean direct, Optional<String> key, String code)
      implements Observed {}

  record Deleted(String stream, boolean force, String code) implements Observed {}

  /** A start or a stop begins; other things may happen before its answer. */
  record EncryptionAsked(int call, String stream) implements Observed {}

  /**
   * @param key the key of a start; empty for a stop
   */
  record EncryptionAnswered(int call, String stream, Optional<String> key, String code)
      implements Observed {}

  /** DescribeDeliveryStream; empty: no such stream. */
  record Shown(String stream, Optional<DeliveryStreamDescription> view) implements Observed {}

  /** The put has reached its stream, which takes it. */
  record Admitted(int put, String stream) implements Observed {}

  record Stored(
      int put, String stream, int generation, long position, int epoch, List<Bytes> records)
      implements Observed {}

  record Answered(int put, String code, boolean encrypted) implements Observed {}

  record Uploaded(String stream, int generation, String object, List<String> records)
      implements Observed {}

  /** Records were discarded, because their delivery failed for too long. */
  record GivenUp(String stream, int generation, long records) implements Observed {}

  record GrantMade(String key, String grant, String name) implements Observed {}

  record GrantRetired(String key, String grant) implements Observed {}

  record GrantRevoked(String key, String grant, String name) implements Observed {}

  /** A client has changed a key; the days are those until its deletion, 0 for none. */
  record KeyChanged(String key, boolean enabled, int days) implements Observed {}

  /** KMS has made or opened a data key of that stream. */
  record DataKeyUsed(String key, String stream, int epoch) implements Observed {}

  record Listed(List<String> streams) implements Observed {}

  /**
   * The streams that a key counts.
   *
   * @param swept true where stale reservations have been checked before
   */
  record Reserved(String key, List<String> streams, boolean swept) implements Observed {}

  /** ListKeys, and the keys that the aliases of ListAliases lead to, by their ids. */
  record KeysListed(List<String> keys, List<String> targets) implements Observed {}

  /** Every task has been done in a healthy world. */
  record AtRest() implements Observed {}
}
