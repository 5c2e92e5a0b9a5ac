package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.http.auth.identity.UnknownKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of authentication.
 *
 * @param identities the file of identities; empty where there is none
 * @param unknownKeys the treatment of access keys that belong to no identity
 * @param signaturesVerified whether signatures are verified where the secret is known
 */
public record AuthSettings(
    Optional<Path> identities, UnknownKeys unknownKeys, boolean signaturesVerified) {
  /** The file that is read where the operator names none, if it is there. */
  static final Path DEFAULT_FILE = Path.of("config", "identities.json");

  static AuthSettings of(Config hydrant) throws NodeStartException {
    Optional<Path> named = ConfigReader.text(hydrant, "auth.identities").map(Path::of);
    return new AuthSettings(
        named.or(() -> Optional.of(DEFAULT_FILE).filter(Files::isReadable)),
        UnknownKeys.valueOf(
            ConfigReader.choice(hydrant, "auth.unknown-keys", "root", "reject")
                .toUpperCase(Locale.ROOT)),
        ConfigReader.choice(hydrant, "auth.signatures", "off", "on").equals("on"));
  }
}
