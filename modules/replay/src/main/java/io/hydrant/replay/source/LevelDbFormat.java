package io.hydrant.replay.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.core.id.Bytes;
import io.hydrant.journal.JournalSerializer;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.pekko.persistence.serialization.MessageFormats;
import org.apache.pekko.protobufv3.internal.ByteString;
import org.apache.pekko.protobufv3.internal.InvalidProtocolBufferException;

/**
 * The rows of Pekko's LevelDB journal.
 *
 * <p>A key has 20 bytes: the entity's number, the event's number, a kind. Under entity 1 is the
 * directory that gives the entities their numbers. Under kind 0 are the events; an event numbered 0
 * is a counter.
 */
public final class LevelDbFormat {
  public static final int DIRECTORY = 1;
  public static final int EVENT = 0;
  static final int KEY_BYTES = 20;

  private LevelDbFormat() {}

  /** Returns the key of a row. */
  public static byte[] key(int entity, long event, int kind) {
    return ByteBuffer.allocate(KEY_BYTES).putInt(entity).putLong(event).putInt(kind).array();
  }

  /**
   * Returns the value of an event's row.
   *
   * @param writer the id of the process that writes
   */
  public static byte[] value(StoredEvent stored, Instant at, String writer) {
    return MessageFormats.PersistentMessage.newBuilder()
        .setPayload(
            MessageFormats.PersistentPayload.newBuilder()
                .setSerializerId(JournalSerializer.IDENTIFIER)
                .setPayload(ByteString.copyFrom(stored.bytes().unsafeArray()))
                .setPayloadManifest(ByteString.copyFromUtf8(stored.name())))
        .setSequenceNr(stored.number())
        .setPersistenceId(stored.entity())
        .setWriterUuid(writer)
        .setTimestamp(at.toEpochMilli())
        .build()
        .toByteArray();
  }

  static StoredEvent event(String entity, long number, byte[] value) {
    try {
      MessageFormats.PersistentPayload payload =
          MessageFormats.PersistentMessage.parseFrom(value).getPayload();
      return new EncodedEvent(
          entity,
          number,
          payload.getPayloadManifest().toString(UTF_8),
          Bytes.wrap(payload.getPayload().toByteArray()));
    } catch (InvalidProtocolBufferException e) {
      throw new UnreadableJournalException(
          "Event " + number + " of " + entity + " is not in Pekko's form.", e);
    }
  }
}
