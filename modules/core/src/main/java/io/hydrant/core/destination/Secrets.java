package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Encrypted;
import io.hydrant.core.document.Document.Structure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Secrets inside configurations: members that no output shape has. They are stored encrypted or not
 * at all.
 */
final class Secrets {
  /** The names of all members that are secret in some kind of destination. */
  static final Set<String> MEMBERS =
      Arrays.stream(DestinationType.values())
          .flatMap(type -> type.kind().secrets().stream())
          .map(path -> path.substring(path.lastIndexOf('.') + 1))
          .collect(Collectors.toUnmodifiableSet());

  private Secrets() {}

  /** Returns the configuration without any secret, encrypted or not. */
  static Structure removedFrom(Structure structure) {
    Map<String, Document> kept = new LinkedHashMap<>();
    structure
        .members()
        .forEach(
            (name, value) -> {
              if (!MEMBERS.contains(name) && !(value instanceof Encrypted)) {
                kept.put(
                    name,
                    structure.structure(name).<Document>map(Secrets::removedFrom).orElse(value));
              }
            });
    return new Structure(kept);
  }

  /**
   * Returns the configuration as it may be stored: encrypted secrets in the places where this kind
   * has them, and no other secret.
   */
  static Structure storable(DestinationType type, Structure given) {
    Structure storable = removedFrom(given);
    for (String path : type.kind().secrets()) {
      storable = put(storable, path, encrypted(given, path));
    }
    return storable;
  }

  /** Returns the updated configuration with the stored secrets that the update did not replace. */
  static Structure kept(DestinationType type, Structure before, Structure updated) {
    Structure kept = updated;
    for (String path : type.kind().secrets()) {
      if (get(updated, path).isEmpty()) {
        kept = put(kept, path, encrypted(before, path));
      }
    }
    return kept;
  }

  /** Returns the value at a path such as {@code EndpointConfiguration.AccessKey}. */
  static Optional<Document> get(Structure structure, String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? structure.get(path)
        : structure
            .structure(path.substring(0, dot))
            .flatMap(inner -> get(inner, path.substring(dot + 1)));
  }

  static Optional<Encrypted> encrypted(Structure structure, String path) {
    return get(structure, path).filter(Encrypted.class::isInstance).map(Encrypted.class::cast);
  }

  /** Puts a value, if there is one, at a path whose outer structures exist. */
  static Structure put(Structure structure, String path, Optional<? extends Document> value) {
    if (value.isEmpty()) {
      return structure;
    }
    int dot = path.indexOf('.');
    if (dot < 0) {
      return structure.with(path, value.get());
    }
    String outer = path.substring(0, dot);
    return structure
        .structure(outer)
        .map(inner -> structure.with(outer, put(inner, path.substring(dot + 1), value)))
        .orElse(structure);
  }
}
