package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one statement. */
final class StatementReader {
  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  /** The Sid in an identity policy; that in the policy of a resource may be any text. */
  private static final Pattern IDENTITY_SID = Pattern.compile("[a-zA-Z0-9]*");

  private final PolicyKind kind;
  private final Version version;

  StatementReader(PolicyKind kind, Version version) {
    this.kind = kind;
    this.version = version;
  }

  Reply<Statement> read(Document document) {
    if (!(document instanceof Structure statement)) {
      return Reply.failure(PolicyErrors.wrongType("Statement", "an object"));
    }
    return Replies.unless(
        PolicyElements.unknown(statement, ELEMENTS).map(PolicyErrors::unknownElement),
        () ->
            sid(statement)
                .flatMap(sid -> effect(statement).flatMap(effect -> of(statement, sid, effect))));
  }

  private Reply<Statement> of(Structure statement, Optional<String> sid, Effect effect) {
    return PrincipalsReader.read(statement, effect, kind)
        .flatMap(
            principals ->
                ElementMatcherReader.actions(statement, kind)
                    .flatMap(
                        actions ->
                            ElementMatcherReader.resources(statement, kind, version)
                                .flatMap(
                                    resources ->
                                        ConditionReader.read(statement, version)
                                            .flatMap(conditions -> evaluated(actions, conditions))
                                            .map(
                                                conditions ->
                                                    new Statement(
                                                        sid,
                                                        effect,
                                                        principals,
                                                        actions,
                                                        resources,
                                                        conditions)))));
  }

  /**
   * Refuses a condition on the tags of streams: they are not known where an identity policy is
   * evaluated, so the condition would never hold.
   */
  private Reply<List<Condition>> evaluated(
      ElementMatcher<PolicyPattern> actions, List<Condition> conditions) {
    Optional<String> tag =
        conditions.stream().map(Condition::key).filter(ConditionKeys::isResourceTag).findFirst();
    boolean aboutStreams = kind == PolicyKind.IDENTITY && StreamActions.in(actions);
    return tag.filter(key -> aboutStreams)
        .<Reply<List<Condition>>>map(key -> Reply.failure(PolicyErrors.tagsOfStreams(key)))
        .orElseGet(() -> Reply.success(conditions));
  }

  private Reply<Optional<String>> sid(Structure statement) {
    if (!statement.has("Sid")) {
      return Reply.success(Optional.empty());
    }
    Optional<String> sid = statement.text("Sid");
    if (sid.isEmpty()) {
      return Reply.failure(PolicyErrors.wrongType("Sid", "a string"));
    }
    return kind != PolicyKind.IDENTITY || IDENTITY_SID.matcher(sid.get()).matches()
        ? Reply.success(sid)
        : Reply.failure(PolicyErrors.badSid(sid.get()));
  }

  private static Reply<Effect> effect(Structure statement) {
    if (!statement.has("Effect")) {
      return Reply.failure(PolicyErrors.missing("Effect"));
    }
    return statement
        .text("Effect")
        .flatMap(Effect::of)
        .map(Reply::success)
        .orElseGet(() -> Reply.failure(PolicyErrors.badEffect()));
  }
}
