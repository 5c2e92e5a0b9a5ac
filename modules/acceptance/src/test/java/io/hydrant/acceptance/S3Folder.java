package io.hydrant.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a node's embedded S3. */
final class S3Folder {
  private S3Folder() {}

  /**
   * The files that belong to objects and uploads, finished or not: all but those of the buckets, of
   * the locks and of the format.
   *
   * @param data the data folder of the node
   */
  static List<String> files(Path data) throws IOException {
    Path root = data.resolve("s3");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(
              file ->
                  !file.matches("\\.hydrant/((locks|start)/.*|format\\.json|incoming/[^/]+/lock)"))
          .filter(file -> !file.matches("\\.hydrant/buckets/[^/]+/bucket\\.json"))
          .toList();
    }
  }
}
