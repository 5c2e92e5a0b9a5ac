package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Members that no output shape has. They are not kept at all: what is not stored cannot leak, and
 * nothing is delivered to the destinations that need them.
 */
final class Secrets {
  static final Set<String> MEMBERS = Set.of("Password", "PrivateKey", "KeyPassphrase", "AccessKey");

  private Secrets() {}

  static Structure removedFrom(Structure structure) {
    Map<String, Document> kept = new LinkedHashMap<>();
    structure
        .members()
        .forEach(
            (name, value) -> {
              if (!MEMBERS.contains(name)) {
                kept.put(name, value instanceof Structure inner ? removedFrom(inner) : value);
              }
            });
    return new Structure(kept);
  }
}
