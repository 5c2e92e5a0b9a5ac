package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * RotateKeyOnDemand: replaces the key's material now, at most ten times in a key's life.
 *
 * @param version the version of the new material
 * @param material the new material, wrapped for that version
 */
public record RotateKeyOnDemand(Caller caller, KeyArn key, int version, Bytes material)
    implements KeyCommand<KeyArn> {
  @Override
  public Decision<KeyEvent, KeyArn> decideFor(Key.Present present, Instant now) {
    Optional<ServiceError> refusal = KeyRotation.refusalNow(present.metadata());
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    if (present.rotation().onDemand() >= KmsLimits.ON_DEMAND_ROTATIONS) {
      return Decision.refuse(KmsErrors.tooManyRotations(key));
    }
    return present.nextVersion() == version
        ? Decision.store(
            new KeyEvent.KeyRotated(now, KeyRotation.Type.ON_DEMAND, version, material), key)
        : Decision.refuse(KmsErrors.rotationUnderWay(key));
  }
}
