package io.hydrant.http.auth.sts;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.CallerRequest;
import io.hydrant.core.policy.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** GetSessionToken: the caller itself, for a while. Sessions of a root last an hour at most. */
record GetSessionToken(SessionIssuer sessions) implements StsOperation {
  private static final SessionDuration SECONDS = new SessionDuration(900, 129_600, 43_200);
  private static final Duration ROOT_MOST = Duration.ofHours(1);

  @Override
  public String name() {
    return "GetSessionToken";
  }

  @Override
  public Reply<List<XmlElement>> answer(Caller caller, Form form, Instant now) {
    if (caller.credentialsIssuedAt().isPresent()) {
      return Reply.failure(StsErrors.sessionOfASession());
    }
    return SECONDS
        .of(form)
        .map(
            duration ->
                List.of(
                    sessions.credentials(caller.principalArn(), now, allowed(caller, duration))));
  }

  private static Duration allowed(Caller caller, Duration asked) {
    return CallerRequest.principal(caller) instanceof Principal.Root
            && asked.compareTo(ROOT_MOST) > 0
        ? ROOT_MOST
        : asked;
  }
}
