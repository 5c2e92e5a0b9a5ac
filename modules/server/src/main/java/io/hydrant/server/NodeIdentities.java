package io.hydrant.server;

import io.hydrant.http.Identification;
import io.hydrant.http.identity.BadIdentitiesException;
import io.hydrant.http.identity.IdentityFile;
import io.hydrant.runtime.kms.RootKey;
import java.io.IOException;
import java.nio.file.Path;

/** Who may call a node, by its settings. */
final class NodeIdentities {
  private NodeIdentities() {}

  static Identification open(AuthSettings settings, RootKey rootKey) throws NodeStartException {
    try {
      return new Identification(
          IdentityFile.open(settings.identities(), settings.unknownKeys(), System::nanoTime),
          new Plugs.Sessions(rootKey),
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
