package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** The asynchronous clients of the AWS SDK for Java and its transfer manager. */
class S3TransferTest extends OneNode {
  private static final long PART = 5 << 20;
  private static final int LARGE = 12 << 20;

  enum Kind {
    /** The client in C. */
    CRT,
    /** The client in Java over Netty, which splits large objects itself. */
    NETTY
  }

  private S3AsyncClient client(Kind kind) {
    return switch (kind) {
      case CRT ->
          S3AsyncClient.crtBuilder()
              .endpointOverride(endpoint())
              .region(Region.US_EAST_1)
              .credentialsProvider(SdkClients.credentials("test"))
              .forcePathStyle(true)
              .minimumPartSizeInBytes(PART)
              .thresholdInBytes(PART)
              .build();
      case NETTY ->
          S3AsyncClient.builder()
              .endpointOverride(endpoint())
              .region(Region.US_EAST_1)
              .credentialsProvider(SdkClients.credentials("test"))
              .forcePathStyle(true)
              .multipartEnabled(true)
              .multipartConfiguration(c -> c.minimumPartSizeInBytes(PART).thresholdInBytes(PART))
              .httpClientBuilder(NettyNioAsyncHttpClient.builder())
              .build();
    };
  }

  @ParameterizedTest
  @EnumSource
  void many_objects_at_once_come_back_whole(Kind kind) {
    try (S3AsyncClient async = client(kind)) {
      List<CompletableFuture<PutObjectResponse>> puts =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      async.putObject(
                          r -> r.bucket(BUCKET).key(kind + "/many +/" + i),
                          AsyncRequestBody.fromString("object " + i)))
              .toList();
      puts.forEach(CompletableFuture::join);
      List<CompletableFuture<String>> gets =
          IntStream.range(0, 60).mapToObj(i -> text(async, kind + "/many +/" + i)).toList();
      assertThat(gets.stream().map(CompletableFuture::join))
          .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(i -> "object " + i).toList());
      // The client in C asks by HEAD, whose answer has a status alone.
      assertThatThrownBy(() -> text(async, "none").join())
          .cause()
          .isInstanceOfSatisfying(
              S3Exception.class, failure -> assertThat(failure.statusCode()).isEqualTo(404));
    }
  }

  private static CompletableFuture<String> text(S3AsyncClient async, String key) {
    return async
        .getObject(r -> r.bucket(BUCKET).key(key), AsyncResponseTransformer.toBytes())
        .thenApply(bytes -> bytes.asUtf8String());
  }

  @ParameterizedTest
  @EnumSource
  void a_large_file_goes_up_in_parts_and_comes_back(Kind kind, @TempDir Path folder)
      throws IOException {
    Path file = Files.write(folder.resolve("large"), bytes(LARGE));
    Path back = folder.resolve("back");
    String key = kind + "/large";
    try (S3AsyncClient async = client(kind);
        S3TransferManager transfers = S3TransferManager.builder().s3Client(async).build()) {
      String eTag =
          transfers
              .uploadFile(u -> u.source(file).putObjectRequest(r -> r.bucket(BUCKET).key(key)))
              .completionFuture()
              .join()
              .response()
              .eTag();
      assertThat(eTag).endsWith("-3\"");
      transfers
          .copy(
              c ->
                  c.copyObjectRequest(
                      r ->
                          r.sourceBucket(BUCKET)
                              .sourceKey(key)
                              .destinationBucket(BUCKET)
                              .destinationKey(key + " +copy")))
          .completionFuture()
          .join();
      transfers
          .downloadFile(
              d -> d.destination(back).getObjectRequest(r -> r.bucket(BUCKET).key(key + " +copy")))
          .completionFuture()
          .join();
    }
    assertThat(back).hasSameBinaryContentAs(file);
  }

  @ParameterizedTest
  @EnumSource
  void a_folder_goes_up_and_comes_back(Kind kind, @TempDir Path folder) throws IOException {
    Path source = folder.resolve("source");
    for (String name : List.of("a", "data/x", "in+out/x", "with blank/é", "100%/%41", "large")) {
      Path file = source.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, name.equals("large") ? bytes(LARGE) : utf8(name));
    }
    try (S3AsyncClient async = client(kind);
        S3TransferManager transfers = S3TransferManager.builder().s3Client(async).build()) {
      String prefix = kind + "-folder/";
      assertThat(
              transfers
                  .uploadDirectory(u -> u.bucket(BUCKET).source(source).s3Prefix(prefix))
                  .completionFuture()
                  .join()
                  .failedTransfers())
          .isEmpty();
      assertThat(
              transfers
                  .downloadDirectory(
                      d ->
                          d.bucket(BUCKET)
                              .destination(folder.resolve("back"))
                              .listObjectsV2RequestTransformer(r -> r.prefix(prefix)))
                  .completionFuture()
                  .join()
                  .failedTransfers())
          .isEmpty();
    }
    assertThat(tree(folder.resolve("back"))).isEqualTo(tree(source));
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The files below a folder by their names, with a hash of their bytes. */
  private static Map<String, Integer> tree(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  file -> root.relativize(file).toString(),
                  file -> ByteBuffer.wrap(read(file)).hashCode(),
                  (first, second) -> first,
                  TreeMap::new));
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
