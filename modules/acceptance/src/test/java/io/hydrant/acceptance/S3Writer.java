package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Writes, overwrites and deletes the objects of a prefix until the node is gone, and knows which
 * contents each one may have then: the acknowledged one, or that of the call that was not answered.
 */
final class S3Writer {
  private static final int KEYS = 6;
  private static final int SMALL = 100_000;
  private static final int PART = 5 << 20;

  private final String bucket;
  private final String prefix;
  private final AtomicInteger acknowledged;
  private final Random random = new Random();

  /** By key: the seeds of contents; empty for an object that is not there. */
  private final Map<String, Set<Optional<Integer>>> possible = new HashMap<>();

  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  /**
   * @param acknowledged counts the calls of all writers
   */
  S3Writer(String bucket, String prefix, AtomicInteger acknowledged) {
    this.bucket = bucket;
    this.prefix = prefix;
    this.acknowledged = acknowledged;
    for (int i = 0; i < KEYS; i++) {
      possible.put(prefix + i, new HashSet<>(Set.of(Optional.empty())));
    }
  }

  /** Returns when the node does not answer any more. */
  void writeUntilGone(S3Client s3) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        change(s3, prefix + random.nextInt(KEYS));
        acknowledged.incrementAndGet();
      }
    } catch (S3Exception e) {
      refused.add(e.toString());
    } catch (SdkClientException | UncheckedIOException e) {
      // The node is gone.
    }
  }

  private void change(S3Client s3, String key) {
    int kind = random.nextInt(10);
    Optional<Integer> after = kind < 2 ? Optional.empty() : Optional.of(random.nextInt());
    possible.get(key).add(after);
    if (after.isEmpty()) {
      s3.deleteObject(r -> r.bucket(bucket).key(key));
    } else if (kind < 7) {
      s3.putObject(
          r -> r.bucket(bucket).key(key), RequestBody.fromBytes(content(after.get(), SMALL)));
    } else {
      inParts(s3, key, content(after.get(), kind == 9 ? PART + SMALL : SMALL));
    }
    possible.put(key, new HashSet<>(Set.of(after)));
  }

  private void inParts(S3Client s3, String key, byte[] content) {
    String id = s3.createMultipartUpload(r -> r.bucket(bucket).key(key)).uploadId();
    List<CompletedPart> parts =
        content.length <= PART
            ? List.of(part(s3, key, id, 1, content))
            : List.of(
                part(s3, key, id, 1, Arrays.copyOf(content, PART)),
                part(s3, key, id, 2, Arrays.copyOfRange(content, PART, content.length)));
    s3.completeMultipartUpload(
        r -> r.bucket(bucket).key(key).uploadId(id).multipartUpload(u -> u.parts(parts)));
  }

  private CompletedPart part(S3Client s3, String key, String id, int number, byte[] body) {
    String eTag =
        s3.uploadPart(
                r -> r.bucket(bucket).key(key).uploadId(id).partNumber(number),
                RequestBody.fromBytes(body))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(eTag).build();
  }

  /** All content follows from its seed, and its size, too. */
  private static byte[] content(int seed, int size) {
    byte[] content = new byte[size - Math.floorMod(seed, 50_000)];
    new Random(seed).nextBytes(content);
    return content;
  }

  /** Each object is what it may be, whole, in lists as in gets; what is seen is so from now on. */
  void check(S3Client s3) {
    assertThat(refused).isEmpty();
    Map<String, Long> listed = new HashMap<>();
    for (S3Object object :
        s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents()) {
      listed.put(object.key(), object.size());
    }
    assertThat(possible.keySet()).containsAll(listed.keySet());
    possible.replaceAll(
        (key, contents) -> {
          Optional<byte[]> found = read(s3, key);
          assertThat(Optional.ofNullable(listed.get(key)))
              .as(key)
              .isEqualTo(found.map(bytes -> (long) bytes.length));
          Optional<Optional<Integer>> seen =
              contents.stream().filter(seed -> isSame(seed, found)).findFirst();
          assertThat(seen)
              .as("%s of %d bytes", key, found.map(b -> b.length).orElse(-1))
              .isPresent();
          return new HashSet<>(Set.of(seen.orElseThrow()));
        });
  }

  private Optional<byte[]> read(S3Client s3, String key) {
    try {
      return Optional.of(s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray());
    } catch (NoSuchKeyException absent) {
      return Optional.empty();
    }
  }

  private static boolean isSame(Optional<Integer> seed, Optional<byte[]> found) {
    if (seed.isEmpty() || found.isEmpty()) {
      return seed.isEmpty() && found.isEmpty();
    }
    return Arrays.equals(found.get(), content(seed.get(), SMALL))
        || Arrays.equals(found.get(), content(seed.get(), PART + SMALL));
  }
}
