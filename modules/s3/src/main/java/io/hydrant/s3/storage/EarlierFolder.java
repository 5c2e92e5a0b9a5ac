package io.hydrant.s3.storage;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.checksum.Digest;
import io.hydrant.s3.name.BucketNames;
import io.hydrant.s3.name.ObjectKeys;
import io.hydrant.s3.object.ObjectEncryption;
import io.hydrant.s3.object.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an earlier build, in which a bucket was a folder and an object a plain file under
 * its key. Its buckets and objects are adopted: the bytes stay, descriptions are added. An adoption
 * that a crash ended goes on at the next start.
 *
 * @param account becomes the owner of the buckets
 */
record EarlierFolder(Path root, BucketFiles buckets, ObjectFiles objects, String account) {
  private static final Logger LOG = LoggerFactory.getLogger(EarlierFolder.class);
  private static final String REGION = "us-east-1";
  private static final List<String> OWN_FILES = List.of(".mpus-", ".s3proxy-");
  private static final int PIECE_BYTES = 1 << 16;

  /** Adopts all buckets. */
  void adopt() throws IOException {
    try (DirectoryStream<Path> names = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path name : names) {
        String bucket = name.getFileName().toString();
        if (BucketNames.isValid(bucket)) {
          adopt(bucket, name);
        } else if (!name.equals(Folders.own(root))) {
          LOG.warn("The folder {} is left as it is: no bucket can have its name", name);
        }
      }
    }
  }

  private void adopt(String bucket, Path folder) throws IOException {
    Instant created = Files.getLastModifiedTime(folder).toInstant().truncatedTo(ChronoUnit.SECONDS);
    buckets.create(new Bucket(bucket, created, REGION, account, Map.of()));
    int[] adopted = {0};
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            return isOwn(visited) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String key = folder.relativize(file).toString().replace('\\', '/');
            if (attributes.isRegularFile() && !isOwn(file) && !ObjectKeys.isTooLong(key)) {
              objects.adopt(bucket, key, file, EarlierFolder::version);
              adopted[0]++;
            } else {
              LOG.warn("The file {} is left as it is: it is no object", file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    LOG.info(
        "The bucket {} of an earlier build is adopted: {} objects, owned by the account {}",
        bucket,
        adopted[0],
        account);
  }

  /** The earlier build kept uploads in parts and older versions among the objects. */
  private static boolean isOwn(Path file) {
    return OWN_FILES.stream().anyMatch(file.getFileName().toString()::startsWith);
  }

  private static ObjectVersion version(Path file, String contentId) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new ObjectVersion(
        Optional.of(contentId),
        ObjectVersion.NULL_VERSION,
        attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS),
        attributes.size(),
        md5(file),
        EarlierAttributes.of(file).headers(),
        Optional.empty(),
        new ObjectEncryption.Managed(Optional.empty()),
        List.of(),
        Map.of(),
        "STANDARD");
  }

  private static String md5(Path file) throws IOException {
    Digest md5 = ChecksumAlgorithm.md5();
    byte[] piece = new byte[PIECE_BYTES];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int count = bytes.read(piece); count > 0; count = bytes.read(piece)) {
        md5.update(ByteBuffer.wrap(piece, 0, count));
      }
    }
    return HexFormat.of().formatHex(md5.value());
  }
}
