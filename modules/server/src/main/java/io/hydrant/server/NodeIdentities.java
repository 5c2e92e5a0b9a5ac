package io.hydrant.server;

import io.hydrant.http.auth.AuthenticationConfig;
import io.hydrant.http.auth.identity.BadIdentitiesException;
import io.hydrant.http.auth.identity.IdentityFile;
import io.hydrant.runtime.kms.RootKey;
import java.io.IOException;
import java.nio.file.Path;

/** Who may call a node, by its settings. */
final class NodeIdentities {
  private NodeIdentities() {}

  static AuthenticationConfig open(AuthSettings settings, RootKey rootKey)
      throws NodeStartException {
    try {
      return new AuthenticationConfig(
          IdentityFile.open(settings.identities(), settings.unknownKeys(), System::nanoTime),
          new Adapters.Sessions(rootKey),
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
