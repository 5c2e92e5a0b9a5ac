package io.hydrant.core.quota;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.time.Instant;
import java.util.Optional;

/** The remaining throughput of a stream: records, bytes and requests of puts per second. */
public record Throughput(
    Limit limit, TokenBucket records, TokenBucket bytes, TokenBucket requests) {
  /** The limits of the puts of one DirectPut stream per second. */
  public record Limit(long records, long bytes, long requests) {
    private static final Limit LARGE = new Limit(500_000, 5L * 1024 * 1024, 2_000);
    private static final Limit OTHER = new Limit(100_000, 1024L * 1024, 1_000);

    /** Returns AWS's own quotas, which are larger in three Regions than in the others. */
    public static Limit ofAws(String region) {
      return switch (region) {
        case "us-east-1", "us-west-2", "eu-west-1" -> LARGE;
        default -> OTHER;
      };
    }
  }

  public static Throughput unused(Limit limit, Instant now) {
    return new Throughput(
        limit,
        TokenBucket.full(limit.records(), now),
        TokenBucket.full(limit.bytes(), now),
        TokenBucket.full(limit.requests(), now));
  }

  /** Returns what remains after a put, or ServiceUnavailableException "Slow down." */
  public Reply<Throughput> put(long putRecords, long putBytes, Instant now) {
    Optional<TokenBucket> recordsLeft = records.take(putRecords, limit.records(), now);
    Optional<TokenBucket> bytesLeft = bytes.take(putBytes, limit.bytes(), now);
    Optional<TokenBucket> requestsLeft = requests.take(1, limit.requests(), now);
    Optional<ServiceError> over =
        recordsLeft.isEmpty()
            ? Optional.of(QuotaErrors.slowDown(limit.records() + " records"))
            : bytesLeft.isEmpty()
                ? Optional.of(QuotaErrors.slowDown(limit.bytes() + " bytes"))
                : requestsLeft.isEmpty()
                    ? Optional.of(QuotaErrors.slowDown(limit.requests() + " requests"))
                    : Optional.empty();
    return over.<Reply<Throughput>>map(Reply::failure)
        .orElseGet(
            () ->
                Reply.success(
                    new Throughput(
                        limit,
                        recordsLeft.orElseThrow(),
                        bytesLeft.orElseThrow(),
                        requestsLeft.orElseThrow())));
  }
}
