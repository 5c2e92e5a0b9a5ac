package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Reply;
import java.util.Optional;

/** Reads the principals of a statement. */
final class PrincipalsReader {
  private PrincipalsReader() {}

  static Reply<Principals> read(Structure statement, Effect effect, PolicyKind kind) {
    Optional<Document> named = statement.get("Principal");
    Optional<Document> others = statement.get("NotPrincipal");
    if (kind == PolicyKind.IDENTITY) {
      return named.isPresent() || others.isPresent()
          ? Reply.failure(PolicyErrors.principalInIdentityPolicy())
          : Reply.success(new Principals.Holder());
    }
    if (named.isPresent() == others.isPresent()) {
      return Reply.failure(
          named.isPresent() ? PolicyErrors.both("Principal") : PolicyErrors.missing("Principal"));
    }
    if (others.isPresent() && effect == Effect.ALLOW) {
      return Reply.failure(PolicyErrors.notPrincipalWithAllow());
    }
    return named
        .map(
            value -> PrincipalReader.read("Principal", value).<Principals>map(Principals.Only::new))
        .or(
            () ->
                others.map(
                    value ->
                        PrincipalReader.read("NotPrincipal", value)
                            .<Principals>map(Principals.AllBut::new)))
        .orElseThrow();
  }
}
