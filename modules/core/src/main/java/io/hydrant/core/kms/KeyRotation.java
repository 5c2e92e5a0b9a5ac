package io.hydrant.core.kms;

import io.hydrant.core.entity.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rotation of a key's material. Ciphertexts under older material stay readable.
 *
 * @param automatic empty where automatic rotation is off
 * @param done oldest first
 */
public record KeyRotation(Optional<Automatic> automatic, List<Done> done) {
  public static final KeyRotation NONE = new KeyRotation(Optional.empty(), List.of());

  /** Automatic rotation: its period in days and the time of the next one. */
  public record Automatic(int periodInDays, Instant next) {
    /** Returns the schedule after a rotation: whole periods are added until the date is later. */
    Automatic after(Instant now) {
      Instant later = next;
      while (!later.isAfter(now)) {
        later = later.plus(Duration.ofDays(periodInDays));
      }
      return new Automatic(periodInDays, later);
    }
  }

  /** RotationType, spelled as the API spells it. */
  public enum Type {
    AUTOMATIC,
    ON_DEMAND
  }

  /**
   * @param version the version of the new material
   */
  public record Done(Instant at, Type type, int version) {}

  public KeyRotation {
    done = List.copyOf(done);
  }

  KeyRotation with(Optional<Automatic> changed) {
    return new KeyRotation(changed, done);
  }

  KeyRotation plus(Done one) {
    List<Done> all = new ArrayList<>(done);
    all.add(one);
    return new KeyRotation(
        one.type() == Type.AUTOMATIC ? automatic.map(each -> each.after(one.at())) : automatic,
        all);
  }

  long onDemand() {
    return done.stream().filter(one -> one.type() == Type.ON_DEMAND).count();
  }

  /** Returns the error for a key that can never be rotated. */
  static Optional<ServiceError> refusal(KeyMetadata key) {
    if (key.spec() != KeySpec.SYMMETRIC_DEFAULT) {
      return Optional.of(KmsErrors.rotationUnsupported(key.arn(), "key spec is " + key.spec()));
    }
    return key.origin() == KeyOrigin.AWS_KMS
        ? Optional.empty()
        : Optional.of(KmsErrors.rotationUnsupported(key.arn(), "origin is " + key.origin()));
  }

  /** Returns the error for a key that can never be rotated, or not in its present state. */
  static Optional<ServiceError> refusalNow(KeyMetadata key) {
    return refusal(key).or(() -> KeyStateRules.notEnabled(key));
  }
}
