package io.hydrant.http.sts;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;

/** GetCallerIdentity, which no policy can forbid. */
record GetCallerIdentity() implements StsOperation {
  @Override
  public String name() {
    return "GetCallerIdentity";
  }

  @Override
  public Reply<List<Element>> answer(Caller caller, Form form, Instant now) {
    return Reply.success(
        List.of(
            Element.of("Arn", caller.principalArn()),
            Element.of("UserId", UniqueIds.of(caller.principalArn())),
            Element.of("Account", caller.account())));
  }
}
