package io.hydrant.core.destination;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The length of object keys. A prefix that leads to a key that no bucket accepts is refused,
 * because its objects would be retried without end.
 */
public final class ObjectKeyRules {
  private static final int KEY_BYTES_MAX = 1024;

  /** No stream is updated more often. */
  private static final String LONGEST_VERSION = "999999999";

  private static final String LONGEST_ERROR = "AmazonOpenSearchService-failed";

  /** Its digits are of no matter, its length is. */
  private static final UUID ANY = new UUID(0, 0);

  /** Every number at its widest, names of time zones with and without daylight saving. */
  private static final List<Instant> WIDEST =
      Stream.of("9999-06-20", "9999-10-20", "9999-12-20")
          .map(day -> Instant.parse(day + "T23:59:59.999999999Z"))
          .toList();

  private ObjectKeyRules() {}

  /** InvalidArgumentException where this stream's objects could get a key that is not stored. */
  public static Optional<ServiceError> check(Destination destination, StreamName stream) {
    Structure configuration = destination.configuration();
    return Stream.concat(
            Stream.of(configuration).filter(own -> destination.type().isS3()),
            Stream.of("S3Configuration", "S3BackupConfiguration")
                .flatMap(member -> configuration.structure(member).stream()))
        .map(S3Target::of)
        .flatMap(target -> check(target, stream).stream())
        .findFirst();
  }

  private static Optional<ServiceError> check(S3Target target, StreamName stream) {
    String extension = ObjectNames.extension(target.compression());
    return WIDEST.stream()
        .map(time -> new ObjectNames.Facts(stream, LONGEST_VERSION, time, ANY))
        .flatMap(
            facts ->
                check("Prefix", ObjectNames.name(target, facts, extension))
                    .or(
                        () ->
                            target
                                .errorOutputPrefix()
                                .flatMap(
                                    given ->
                                        check(
                                            "ErrorOutputPrefix",
                                            ObjectNames.errors(target, facts, LONGEST_ERROR))))
                    .stream())
        .findFirst();
  }

  private static Optional<ServiceError> check(String member, String key) {
    int bytes = key.getBytes(UTF_8).length;
    return bytes > KEY_BYTES_MAX
        ? Optional.of(DestinationErrors.longKey(member, bytes, KEY_BYTES_MAX))
        : Optional.empty();
  }
}
