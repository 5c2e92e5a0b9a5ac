package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Encrypted;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.Bytes;
import java.util.List;
import java.util.Optional;

/** Where the secrets of destinations are. A node encrypts them before it makes a command. */
public final class DestinationSecrets {
  /** Encrypts a secret so that it can be decrypted in its own place alone. */
  @FunctionalInterface
  public interface Encryption {
    /**
     * Returns the encrypted secret.
     *
     * @param place see {@link #place}
     */
    Bytes encrypt(String place, String secret);
  }

  private DestinationSecrets() {}

  /** Returns the members of CreateDeliveryStream or UpdateDestination with encrypted secrets. */
  public static Structure encrypt(Structure members, Encryption encryption) {
    Structure encrypted = members;
    for (DestinationType type : DestinationType.values()) {
      for (String member : List.of(type.configurationMember(), type.updateMember())) {
        for (String path : type.kind().secrets()) {
          encrypted = encryptOne(encrypted, member + "." + path, place(type, path), encryption);
        }
      }
    }
    return encrypted;
  }

  private static Structure encryptOne(
      Structure members, String path, String place, Encryption encryption) {
    return Secrets.put(
        members,
        path,
        Secrets.get(members, path)
            .filter(Text.class::isInstance)
            .map(secret -> new Encrypted(encryption.encrypt(place, ((Text) secret).value()))));
  }

  /** Returns the paths of all secrets that a destination of this type can have. */
  public static List<String> paths(DestinationType type) {
    return type.kind().secrets();
  }

  /** Returns the encrypted secret; empty if none is stored. */
  public static Optional<Bytes> stored(Destination destination, String path) {
    return Secrets.encrypted(destination.configuration(), path).map(Encrypted::value);
  }

  /** Returns a text that no other secret of a stream has, for the associated data. */
  public static String place(DestinationType type, String path) {
    return type.name() + "." + path;
  }
}
