package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** Reads the version of a key's next material, before a rotation; no API operation. */
public record GetNextMaterialVersion(Caller caller, KeyArn key)
    implements KeyCommand<GetNextMaterialVersion.Output> {
  public record Output(KeyArn key, int version) {}

  @Override
  public String action() {
    return "RotateKeyOnDemand";
  }

  @Override
  public Decision<KeyEvent, Output> decideFor(Key.Present present, Instant now) {
    return Decision.answer(new Output(key, present.nextVersion()));
  }
}
