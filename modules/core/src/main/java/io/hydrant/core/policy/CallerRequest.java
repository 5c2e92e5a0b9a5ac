package io.hydrant.core.policy;

import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Translates a caller into the principal and the condition keys that policies see. */
public final class CallerRequest {
  private CallerRequest() {}

  /**
   * @param action for example {@code firehose:PutRecord}
   * @param resource its ARN, or {@code *}
   */
  public static AccessRequest of(Caller caller, String action, String resource, Instant now) {
    Map<String, List<String>> keys = keys(caller, now);
    PrincipalArns.account(resource)
        .ifPresent(account -> keys.put("aws:ResourceAccount", List.of(account)));
    return new AccessRequest(principal(caller), action, resource, keys);
  }

  /** A caller that is no principal of an account is a service. */
  public static Principal principal(Caller caller) {
    return PrincipalArns.principal(caller.principalArn())
        .orElseGet(() -> new Principal.Service(caller.principalArn()));
  }

  /**
   * The condition keys that every call has; those of the principal itself are its own. The resource
   * is taken to be of the caller's account.
   */
  public static Map<String, List<String>> keys(Caller caller, Instant now) {
    Map<String, List<String>> keys = new HashMap<>();
    keys.put("aws:RequestedRegion", List.of(caller.region()));
    keys.put("aws:ResourceAccount", List.of(caller.account()));
    keys.put("aws:ViaAWSService", List.of(Boolean.toString(isForwarded(caller))));
    keys.put("aws:CurrentTime", List.of(now.toString()));
    keys.put("aws:EpochTime", List.of(Long.toString(now.getEpochSecond())));
    caller
        .credentialsIssuedAt()
        .ifPresent(at -> keys.put("aws:TokenIssueTime", List.of(at.toString())));
    caller
        .calledVia()
        .ifPresent(
            via -> {
              keys.put("aws:SourceAccount", List.of(caller.account()));
              via.sourceArn().ifPresent(arn -> keys.put("aws:SourceArn", List.of(arn)));
            });
    if (isForwarded(caller)) {
      List<String> service =
          caller.calledVia().map(via -> principalOf(via.service())).stream().toList();
      keys.put("aws:CalledVia", service);
      keys.put("aws:CalledViaFirst", service);
      keys.put("aws:CalledViaLast", service);
    }
    return keys;
  }

  /** A service calls with the authority of its caller, and not as itself. */
  private static boolean isForwarded(Caller caller) {
    return caller.calledVia().isPresent() && !(principal(caller) instanceof Principal.Service);
  }

  /** The service's name without the Region that {@code kms:ViaService} has. */
  private static String principalOf(String viaService) {
    return viaService.replaceFirst("[.].*$", "") + ".amazonaws.com";
  }
}
