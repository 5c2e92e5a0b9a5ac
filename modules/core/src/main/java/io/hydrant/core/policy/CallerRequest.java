package io.hydrant.core.policy;

import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a caller asks for, as policies see it. */
public final class CallerRequest {
  private CallerRequest() {}

  /**
   * @param action for example {@code firehose:PutRecord}
   * @param resource its ARN, or {@code *}
   */
  public static AccessRequest of(Caller caller, String action, String resource, Instant now) {
    return new AccessRequest(principal(caller), action, resource, keys(caller, now));
  }

  /** Whoever is no principal of an account is a service. */
  public static Principal principal(Caller caller) {
    return Arns.principal(caller.principalArn())
        .orElseGet(() -> new Principal.Service(caller.principalArn()));
  }

  /** The condition keys that every call has; those of the principal itself are its own. */
  public static Map<String, List<String>> keys(Caller caller, Instant now) {
    Map<String, List<String>> keys = new HashMap<>();
    keys.put("aws:RequestedRegion", List.of(caller.region()));
    keys.put("aws:CurrentTime", List.of(now.toString()));
    keys.put("aws:EpochTime", List.of(Long.toString(now.getEpochSecond())));
    caller
        .credentialsIssuedAt()
        .ifPresent(at -> keys.put("aws:TokenIssueTime", List.of(at.toString())));
    caller
        .via()
        .ifPresent(
            via -> {
              keys.put("aws:SourceAccount", List.of(caller.account()));
              via.sourceArn().ifPresent(arn -> keys.put("aws:SourceArn", List.of(arn)));
            });
    return keys;
  }
}
