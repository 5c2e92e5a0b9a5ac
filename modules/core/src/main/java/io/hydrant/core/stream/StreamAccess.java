package io.hydrant.core.stream;

import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AccessRequest;
import io.hydrant.core.policy.Authorization;
import io.hydrant.core.policy.CallerRequest;
import io.hydrant.core.policy.Errors;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.Permissions;
import io.hydrant.core.policy.Ruling;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may do what with streams: they have no policy of their own, so the caller's identity policies
 * decide.
 */
public final class StreamAccess {
  private StreamAccess() {}

  /** AccessDeniedException, or nothing. */
  public static Optional<Refusal> refusal(
      Caller caller,
      String action,
      String resource,
      Map<String, List<String>> conditionKeys,
      List<NamedPolicy> identity,
      Instant now) {
    return rule(caller, action, resource, conditionKeys, identity, now)
            instanceof Ruling.Denied denied
        ? Optional.of(Errors.accessDenied(caller, action, resource, denied.denial().ending(action)))
        : Optional.empty();
  }

  /**
   * @param action for example {@code firehose:PutRecord}
   * @param resource the stream's ARN, or {@code *}
   * @param conditionKeys of this call alone, for example {@code aws:TagKeys}
   */
  public static Ruling rule(
      Caller caller,
      String action,
      String resource,
      Map<String, List<String>> conditionKeys,
      List<NamedPolicy> identity,
      Instant now) {
    Map<String, List<String>> keys = new HashMap<>(conditionKeys);
    keys.putAll(CallerRequest.keys(caller, now));
    return Authorization.decide(
        new AccessRequest(CallerRequest.principal(caller), action, resource, keys),
        new Permissions(caller.account(), Optional.empty(), identity, Optional.empty()));
  }
}
