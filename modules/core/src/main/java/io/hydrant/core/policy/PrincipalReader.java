package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the entries of a Principal or NotPrincipal element. */
final class PrincipalReader {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  /**
   * The name of a service, with or without a Region, for example {@code
   * logs.eu-west-1.amazonaws.com}.
   */
  private static final Pattern SERVICE =
      Pattern.compile(
          "[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(amazonaws\\.com(\\.cn)?|aws\\.internal|amazon\\.com)");

  /** A provider's ARN, or the host name of one that needs no entry of its own in IAM. */
  private static final Pattern PROVIDER =
      Pattern.compile(
          "arn:aws:iam::\\d{12}:(saml|oidc)-provider/[\\w+=,.@:/-]+"
              + "|[a-z0-9-]+(\\.[a-z0-9-]+)+");

  private static final Pattern FEDERATED_USER =
      Pattern.compile("arn:aws:sts::\\d{12}:federated-user/[\\w+=,.@-]+");
  private static final Pattern CANONICAL_USER = Pattern.compile("[0-9a-f]{64}");

  private PrincipalReader() {}

  static Reply<List<PrincipalPattern>> read(String element, Document value) {
    if (value.equals(new Document.Text("*"))) {
      return Reply.success(List.of(new PrincipalPattern.Everyone()));
    }
    if (!(value instanceof Document.Structure kinds)) {
      return Reply.failure(PolicyErrors.wrongType(element, "\"*\" or an object"));
    }
    if (kinds.members().isEmpty()) {
      return Reply.failure(PolicyErrors.empty(element));
    }
    return Replies.all(
            List.copyOf(kinds.members().entrySet()),
            kind -> ofKind(element, kind.getKey(), kind.getValue()))
        .map(lists -> lists.stream().flatMap(List::stream).toList());
  }

  private static Reply<List<PrincipalPattern>> ofKind(String element, String kind, Document value) {
    return switch (kind) {
      case "AWS" -> each(element, value, PrincipalReader::aws);
      case "Service" -> each(element, value, PrincipalReader::service);
      case "Federated" -> each(element, value, text -> elsewhere(PROVIDER, text));
      case "CanonicalUser" -> each(element, value, text -> elsewhere(CANONICAL_USER, text));
      default -> Reply.failure(PolicyErrors.badPrincipal());
    };
  }

  private static Reply<List<PrincipalPattern>> each(
      String element, Document value, Function<String, Optional<PrincipalPattern>> read) {
    return PolicyElements.texts(element, value)
        .flatMap(
            texts ->
                Replies.all(
                    texts,
                    text ->
                        read.apply(text)
                            .map(Reply::success)
                            .orElseGet(() -> Reply.failure(PolicyErrors.badPrincipal()))));
  }

  private static Optional<PrincipalPattern> aws(String text) {
    if (text.equals("*")) {
      return Optional.of(new PrincipalPattern.Everyone());
    }
    return ACCOUNT.matcher(text).matches()
        ? Optional.of(new PrincipalPattern.Account(text))
        : PrincipalArns.principal(text)
            .map(PrincipalReader::pattern)
            .or(() -> elsewhere(FEDERATED_USER, text));
  }

  private static Optional<PrincipalPattern> elsewhere(Pattern form, String text) {
    return form.matcher(text).matches()
        ? Optional.of(new PrincipalPattern.Elsewhere(text))
        : Optional.empty();
  }

  private static PrincipalPattern pattern(Principal principal) {
    return principal instanceof Principal.Root root
        ? new PrincipalPattern.Account(root.id())
        : new PrincipalPattern.Exactly(principal);
  }

  private static Optional<PrincipalPattern> service(String text) {
    return SERVICE.matcher(text).matches()
        ? Optional.of(new PrincipalPattern.Exactly(new Principal.Service(text)))
        : Optional.empty();
  }
}
