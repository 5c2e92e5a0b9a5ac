package io.hydrant.server;

import io.hydrant.http.auth.AuthenticationConfig;
import io.hydrant.http.auth.identity.BadIdentitiesException;
import io.hydrant.http.auth.identity.IdentityFile;
import io.hydrant.runtime.crypto.Sealer;
import io.hydrant.runtime.kms.RootKey;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the identities that the settings name. */
final class NodeIdentities {
  /** The purpose of the key that seals session tokens. */
  private static final String SESSIONS = "session tokens";

  private NodeIdentities() {}

  static AuthenticationConfig open(AuthSettings settings, RootKey rootKey)
      throws NodeStartException {
    try {
      return new AuthenticationConfig(
          IdentityFile.open(settings.identities(), settings.unknownKeys(), System::nanoTime),
          new Sealer(rootKey.derive(SESSIONS), SESSIONS),
          settings.signaturesVerified());
    } catch (BadIdentitiesException e) {
      throw new NodeStartException(
          "The identities in " + file(settings) + ": " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new NodeStartException(
          "The file of identities " + file(settings) + " cannot be read.", e);
    }
  }

  private static Path file(AuthSettings settings) {
    return settings.identities().orElse(AuthSettings.DEFAULT_FILE);
  }
}
