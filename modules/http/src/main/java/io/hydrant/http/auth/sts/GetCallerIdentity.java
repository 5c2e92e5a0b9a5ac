package io.hydrant.http.auth.sts;

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
  public Reply<List<XmlElement>> answer(Caller caller, Form form, Instant now) {
    return Reply.success(
        List.of(
            XmlElement.of("Arn", caller.principalArn()),
            XmlElement.of("UserId", UniqueIds.of(caller.principalArn())),
            XmlElement.of("Account", caller.account())));
  }
}
