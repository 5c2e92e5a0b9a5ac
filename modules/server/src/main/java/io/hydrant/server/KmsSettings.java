package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.runtime.kms.ExternalKmsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of KMS and of its use by Firehose.
 *
 * @param rootKey base64 of 32 bytes, never printed; empty for the key in the data folder
 * @param dataKeyCache the time that a data key in clear is used before KMS is asked again
 * @param callerPermissions whether the caller of a put needs permissions on the customer managed
 *     key
 * @param external an external KMS; empty for the embedded one
 */
public record KmsSettings(
    Optional<String> rootKey,
    Duration dataKeyCache,
    boolean callerPermissions,
    Optional<ExternalKmsSettings> external) {
  private static final Pattern HTTP = Pattern.compile("https?://[a-zA-Z0-9.\\[\\]:-]+/?");

  static KmsSettings of(Config hydrant) throws NodeStartException {
    return new KmsSettings(
        ConfigReader.text(hydrant, "kms.root-key"),
        ConfigReader.duration(hydrant, "kms.data-key-cache"),
        ConfigReader.choice(hydrant, "firehose.sse.caller-permissions", "legacy", "required")
            .equals("required"),
        ConfigReader.text(hydrant, "kms.endpoint", HTTP, "like http://127.0.0.1:4566")
            .map(
                endpoint ->
                    new ExternalKmsSettings(
                        URI.create(endpoint),
                        ConfigReader.text(hydrant, "kms.region"),
                        hydrant.getString("kms.grantee-principal"))));
  }

  /** Hides the root key. */
  @Override
  public String toString() {
    return "KmsSettings[hidden]";
  }
}
