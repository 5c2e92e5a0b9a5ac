package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In which account and region the things lie that a configuration names. Recorded from AWS,
 * September 2026, for the role and the secret of a destination.
 */
public final class PlaceRules {
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  /** The role that reads a schema has its own rule among those of format conversion. */
  private static final String SCHEMA = "SchemaConfiguration";

  private PlaceRules() {}

  /**
   * AccessDeniedException for a role of another account than the caller's, all the way down, then
   * InvalidArgumentException for a secret of another region.
   *
   * @param configurations the members of a creation or an update
   */
  public static Optional<Refusal> check(Caller caller, Structure configurations) {
    return roles(caller, configurations).or(() -> secrets(caller, configurations));
  }

  private static Optional<Refusal> roles(Caller caller, Document document) {
    if (document instanceof Sequence sequence) {
      return first(caller, sequence.elements(), PlaceRules::roles);
    }
    if (!(document instanceof Structure structure)) {
      return Optional.empty();
    }
    for (Map.Entry<String, Document> member : structure.members().entrySet()) {
      boolean foreign =
          member.getKey().equals("RoleARN")
              && member.getValue() instanceof Text arn
              && isElsewhere(arn.value(), ACCOUNT, caller.account());
      if (foreign) {
        return Optional.of(KindErrors.roleOfAnotherAccount(caller.principalArn()));
      }
    }
    return first(
        caller, List.copyOf(structure.without(SCHEMA).members().values()), PlaceRules::roles);
  }

  private static Optional<Refusal> secrets(Caller caller, Document document) {
    if (document instanceof Sequence sequence) {
      return first(caller, sequence.elements(), PlaceRules::secrets);
    }
    if (!(document instanceof Structure structure)) {
      return Optional.empty();
    }
    return structure
        .structure(SecretsManagerRules.MEMBER)
        .filter(secret -> secret.isTrue("Enabled"))
        .flatMap(secret -> secret.text("SecretARN"))
        .filter(arn -> isElsewhere(arn, REGION, caller.region()))
        .map(arn -> KindErrors.secretOfAnotherRegion())
        .or(() -> first(caller, List.copyOf(structure.members().values()), PlaceRules::secrets));
  }

  private static Optional<Refusal> first(Caller caller, List<Document> documents, Check check) {
    return documents.stream().flatMap(each -> check.of(caller, each).stream()).findFirst();
  }

  /** What is no ARN is judged by the shapes. */
  private static boolean isElsewhere(String arn, int part, String here) {
    List<String> parts = List.of(arn.split(":", -1));
    return parts.size() > ACCOUNT && !parts.get(part).equals(here);
  }

  private interface Check {
    Optional<Refusal> of(Caller caller, Document document);
  }
}
