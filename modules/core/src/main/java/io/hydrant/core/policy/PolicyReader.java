package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads policies. What is wrong, or not supported here, is refused by name: a condition left out
 * would allow what its author meant to forbid.
 */
public final class PolicyReader {
  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

  private PolicyReader() {}

  public static Reply<Policy> read(Structure document, PolicyKind kind) {
    Optional<ServiceError> refusal =
        PolicyElements.unknown(document, ELEMENTS)
            .map(PolicyErrors::unknownElement)
            .or(() -> badId(document));
    return Replies.unless(
        refusal,
        () ->
            version(document)
                .flatMap(version -> statements(document, kind, version).map(Policy::new)));
  }

  private static Optional<ServiceError> badId(Structure document) {
    return document.has("Id") && document.text("Id").isEmpty()
        ? Optional.of(PolicyErrors.wrongType("Id", "a string"))
        : Optional.empty();
  }

  private static Reply<Version> version(Structure document) {
    if (!document.has("Version")) {
      return Reply.success(Version.V2008);
    }
    return document
        .text("Version")
        .flatMap(Version::of)
        .map(Reply::success)
        .orElseGet(() -> Reply.failure(PolicyErrors.badVersion()));
  }

  private static Reply<List<Statement>> statements(
      Structure document, PolicyKind kind, Version version) {
    List<Document> all = document.get("Statement").map(PolicyElements::list).orElseGet(List::of);
    if (all.isEmpty()) {
      return Reply.failure(PolicyErrors.missing("Statement"));
    }
    StatementReader reader = new StatementReader(kind, version);
    List<Integer> indexes = IntStream.range(0, all.size()).boxed().toList();
    return Replies.all(
            indexes,
            index ->
                reader
                    .read(all.get(index))
                    .fold(
                        Reply::success,
                        error -> Reply.failure(PolicyErrors.inStatement(index, error))))
        .flatMap(
            statements ->
                Replies.unless(repeatedSid(statements, kind), () -> Reply.success(statements)));
  }

  /** Returns the error of a repeated Sid, which only identity policies forbid. */
  private static Optional<ServiceError> repeatedSid(List<Statement> statements, PolicyKind kind) {
    Set<String> seen = new HashSet<>();
    return statements.stream()
        .filter(statement -> kind == PolicyKind.IDENTITY)
        .flatMap(statement -> statement.sid().stream())
        .filter(sid -> !sid.isEmpty() && !seen.add(sid))
        .findFirst()
        .map(PolicyErrors::repeatedSid);
  }
}
