package io.hydrant.server;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of S3.
 *
 * @param external an external S3; empty for the embedded one
 * @param folder the folder of the embedded S3; empty for one in the data folder
 * @param encryptAtRest whether objects under SSE-S3 are encrypted in that folder
 */
public record S3Settings(
    Optional<External> external, Optional<Path> folder, boolean encryptAtRest) {
  /** An external S3. Its credentials come from the AWS SDK's default chain. */
  public record External(String endpoint, String region) {}

  static S3Settings of(Config hydrant) throws NodeStartException {
    return new S3Settings(
        ConfigReader.text(hydrant, "s3.endpoint")
            .map(endpoint -> new External(endpoint, hydrant.getString("s3.region"))),
        ConfigReader.text(hydrant, "s3.folder")
            .map(folder -> Path.of(folder).toAbsolutePath().normalize()),
        ConfigReader.choice(hydrant, "s3.encrypt-at-rest", "off", "on").equals("on"));
  }
}
