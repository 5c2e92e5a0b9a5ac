package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** GetKeyPolicy: reads the policy's text. The only policy of a key is {@code default}. */
public record GetKeyPolicy(Caller caller, KeyArn key, String policyName)
    implements KeyCommand<GetKeyPolicy.Output> {
  public static final String DEFAULT_POLICY = "default";

  public record Output(String policy, String policyName) {}

  @Override
  public Decision<KeyEvent, Output> decideFor(Key.Present key, Instant now) {
    return policyName.equals(DEFAULT_POLICY)
        ? Decision.answer(new Output(key.policy().text(), policyName))
        : Decision.refuse(KmsErrors.noSuchPolicy());
  }
}
