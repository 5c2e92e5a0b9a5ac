package io.hydrant.http.auth.sts;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.CallerRequest;
import io.hydrant.core.policy.IdentityAccess;
import io.hydrant.core.policy.Principal;
import io.hydrant.core.policy.PrincipalArns;
import io.hydrant.http.auth.identity.IdentityFile;
import io.hydrant.http.auth.identity.UnknownKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * AssumeRole. Roles have no trust policies here: every role trusts any principal whose own policies
 * allow it to assume the role. A role that is in no identities file can be assumed in its account,
 * unless unknown callers are refused.
 */
record AssumeRole(IdentityFile identities, SessionIssuer sessions) implements StsOperation {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
  private static final int ARN_CHARS_MAX = 2048;
  private static final SessionDuration SECONDS = new SessionDuration(900, 43_200, 3600);
  private static final Duration CHAINED_MOST = Duration.ofHours(1);

  @Override
  public String name() {
    return "AssumeRole";
  }

  @Override
  public Reply<List<XmlElement>> answer(Caller caller, Form form, Instant now) {
    Optional<ServiceError> malformed = malformed(form);
    if (malformed.isPresent()) {
      return Reply.failure(malformed.get());
    }
    String arn = form.text("RoleArn").orElseThrow();
    if (!(PrincipalArns.principal(arn).orElseThrow() instanceof Principal.Role role)) {
      return Reply.failure(StsErrors.notARole(arn));
    }
    if (!exists(role, caller) || !mayAssume(caller, arn, now)) {
      return Reply.failure(StsErrors.mayNotAssume(caller.principalArn(), arn));
    }
    return SECONDS
        .of(form)
        .flatMap(
            duration ->
                isSessionOfARole(caller) && duration.compareTo(CHAINED_MOST) > 0
                    ? Reply.failure(StsErrors.chainedTooLong())
                    : Reply.success(result(role, form, now, duration)));
  }

  private static Optional<ServiceError> malformed(Form form) {
    Optional<String> arn = form.text("RoleArn");
    if (arn.isEmpty()) {
      return Optional.of(StsErrors.missing("roleArn"));
    }
    if (arn.get().length() > ARN_CHARS_MAX) {
      return Optional.of(
          StsErrors.constraint(
              "Value at 'roleArn'",
              "Member must have length less than or equal to " + ARN_CHARS_MAX));
    }
    if (PrincipalArns.principal(arn.get()).isEmpty()) {
      return Optional.of(StsErrors.notARole(arn.get()));
    }
    Optional<String> name = form.text("RoleSessionName");
    if (name.isEmpty()) {
      return Optional.of(StsErrors.missing("roleSessionName"));
    }
    if (!NAME.matcher(name.get()).matches()) {
      return Optional.of(badName("roleSessionName"));
    }
    if (form.text("SourceIdentity").filter(source -> !NAME.matcher(source).matches()).isPresent()) {
      return Optional.of(badName("sourceIdentity"));
    }
    return form.anyOf("Policy", "PolicyArns").map(StsErrors::sessionPolicies);
  }

  private static ServiceError badName(String parameter) {
    return StsErrors.constraint(
        "Value at '" + parameter + "'",
        "Member must satisfy regular expression pattern: [\\w+=,.@-]* and have a length from 2 to"
            + " 64");
  }

  private boolean exists(Principal.Role role, Caller caller) {
    return identities.knows(role.arn())
        || (identities.unknownKeys() == UnknownKeys.ROOT
            && role.accountId().equals(caller.account()));
  }

  /** Only the caller's own policies decide, because the role trusts its account. */
  private boolean mayAssume(Caller caller, String roleArn, Instant now) {
    return IdentityAccess.denial(
            CallerRequest.of(caller, "sts:AssumeRole", roleArn, now),
            caller.account(),
            identities.policies(caller.principalArn()))
        .isEmpty();
  }

  private static boolean isSessionOfARole(Caller caller) {
    return CallerRequest.principal(caller) instanceof Principal.Session;
  }

  private List<XmlElement> result(Principal.Role role, Form form, Instant now, Duration duration) {
    String session = new Principal.Session(role, form.text("RoleSessionName").orElseThrow()).arn();
    XmlElement user =
        XmlElement.of(
            "AssumedRoleUser",
            XmlElement.of("AssumedRoleId", UniqueIds.of(session)),
            XmlElement.of("Arn", session));
    XmlElement credentials = sessions.credentials(session, now, duration);
    return form.text("SourceIdentity")
        .map(source -> List.of(XmlElement.of("SourceIdentity", source), user, credentials))
        .orElseGet(() -> List.of(user, credentials));
  }
}
