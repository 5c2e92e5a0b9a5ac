package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CreateGrant: lets another principal use a key. A repeated call with the same name answers the
 * existing grant.
 *
 * @param grantId the id for a new grant
 */
public record CreateGrant(Caller caller, KeyArn key, Input input, String grantId)
    implements KeyCommand<CreateGrant.Output> {
  /** The call's members; exactly one of the two grantees is needed. */
  public record Input(
      Optional<String> granteePrincipal,
      Optional<String> granteeServicePrincipal,
      Optional<String> retiringPrincipal,
      Optional<String> retiringServicePrincipal,
      List<String> operations,
      GrantConstraints constraints,
      Optional<String> name,
      boolean dryRun) {
    public Input {
      operations = List.copyOf(operations);
    }
  }

  public record Output(String grantId, String grantToken) {}

  /** A grantee may pass on only permissions of its own grant. */
  @Override
  public Optional<String> grant(Key.Present key) {
    return key.grants().values().stream()
        .filter(
            grant ->
                KeyAuthorization.isGrantee(grant, caller)
                    && grant.operations().contains(action())
                    && grant.operations().containsAll(input.operations())
                    && grant.constraints().equals(input.constraints()))
        .map(Grant::id)
        .findFirst();
  }

  @Override
  public Map<String, List<String>> conditionKeys() {
    Map<String, List<String>> keys = new HashMap<>();
    keys.put("kms:GrantOperations", input.operations());
    keys.put(
        "kms:GrantIsForAWSResource", List.of(Boolean.toString(caller.calledVia().isPresent())));
    input
        .granteePrincipal()
        .or(input::granteeServicePrincipal)
        .ifPresent(grantee -> keys.put("kms:GranteePrincipal", List.of(grantee)));
    input
        .retiringPrincipal()
        .or(input::retiringServicePrincipal)
        .ifPresent(retiring -> keys.put("kms:RetiringPrincipal", List.of(retiring)));
    input
        .constraints()
        .encryptionContextSubset()
        .ifPresent(
            context -> {
              keys.put("kms:GrantConstraintType", List.of("EncryptionContextSubset"));
              KmsConditionKeys.context(context, keys);
            });
    input
        .constraints()
        .encryptionContextEquals()
        .ifPresent(
            context -> {
              keys.put("kms:GrantConstraintType", List.of("EncryptionContextEquals"));
              KmsConditionKeys.context(context, keys);
            });
    return keys;
  }

  @Override
  public Decision<KeyEvent, Output> decideFor(Key.Present key, Instant now) {
    Optional<ServiceError> refusal = refusal(key);
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    Grant asked = asked(now);
    Optional<Grant> there =
        key.grants().values().stream().filter(grant -> sameCall(grant, asked)).findFirst();
    if (there.isPresent()) {
      return Decision.answer(output(there.get().id()));
    }
    return key.grants().size() >= KmsLimits.GRANTS
        ? Decision.refuse(KmsErrors.tooManyGrants(key.arn()))
        : Decision.store(new KeyEvent.GrantCreated(now, asked), output(asked.id()));
  }

  private Optional<ServiceError> refusal(Key.Present key) {
    if (input.granteePrincipal().isPresent() == input.granteeServicePrincipal().isPresent()) {
      return Optional.of(KmsErrors.onePrincipal("grantee"));
    }
    if (input.retiringPrincipal().isPresent() && input.retiringServicePrincipal().isPresent()) {
      return Optional.of(KmsErrors.onePrincipal("retiring"));
    }
    return ofServicePrincipal()
        .or(() -> KeyStateRules.notEnabled(key.metadata()))
        .or(() -> input.dryRun() ? Optional.of(KmsErrors.dryRun()) : Optional.empty());
  }

  /** Checks the members that GranteeServicePrincipal requires (service model). */
  private Optional<ServiceError> ofServicePrincipal() {
    if (input.granteeServicePrincipal().isEmpty()) {
      return Optional.empty();
    }
    if (input.constraints().sourceArn().isEmpty()) {
      return Optional.of(KmsErrors.serviceGrantee("a SourceArn constraint"));
    }
    return input.retiringPrincipal().or(input::retiringServicePrincipal).isEmpty()
        ? Optional.of(KmsErrors.serviceGrantee("a retiring principal"))
        : Optional.empty();
  }

  private Grant asked(Instant now) {
    return new Grant(
        grantId,
        now,
        input.name(),
        input.granteePrincipal().or(input::granteeServicePrincipal).orElseThrow(),
        input.retiringPrincipal().or(input::retiringServicePrincipal),
        caller.account(),
        input.operations(),
        input.constraints());
  }

  /** Returns whether both grants come from the same call; grants without a name never do. */
  private static boolean sameCall(Grant there, Grant asked) {
    return asked.name().isPresent()
        && asked.equals(
            new Grant(
                asked.id(),
                asked.creationDate(),
                there.name(),
                there.granteePrincipal(),
                there.retiringPrincipal(),
                there.issuingAccount(),
                there.operations(),
                there.constraints()));
  }

  private Output output(String id) {
    return new Output(id, new GrantToken(key, id).encode());
  }
}
