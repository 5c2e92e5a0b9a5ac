package io.hydrant.core.kms;

import io.hydrant.core.collection.PersistentSortedMap;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * ListKeyRotations: lists the rotations of a key, oldest first, each with its material.
 *
 * @param allMaterial true to list the first material too, which no rotation made (service model,
 *     IncludeKeyMaterial)
 */
public record ListKeyRotations(
    Caller caller,
    KeyArn key,
    boolean allMaterial,
    Optional<Integer> limit,
    Optional<String> marker)
    implements KeyCommand<Page<ListKeyRotations.Entry>> {
  /**
   * RotationsListEntry.
   *
   * @param rotation empty for the first material
   * @param current true where the key encrypts with this material
   */
  public record Entry(
      KeyArn key, String materialId, Optional<KeyRotation.Done> rotation, boolean current) {}

  @Override
  public Decision<KeyEvent, Page<Entry>> decideFor(Key.Present present, Instant now) {
    Optional<ServiceError> refusal = KeyRotation.refusal(present.metadata());
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    TreeMap<String, Entry> numbered = new TreeMap<>();
    if (allMaterial) {
      numbered.put(number(1), entry(present, 1, Optional.empty()));
    }
    present
        .rotation()
        .done()
        .forEach(
            done ->
                numbered.put(
                    number(done.version()), entry(present, done.version(), Optional.of(done))));
    return Decision.reply(
        Page.of(
            "rotations of " + key + (allMaterial ? " and all material" : ""),
            PersistentSortedMap.copyOf(numbered),
            entry -> true,
            marker,
            limit.orElse(KmsLimits.LIST_KEYS_DEFAULT)));
  }

  private static Entry entry(Key.Present key, int version, Optional<KeyRotation.Done> rotation) {
    return new Entry(
        key.arn(),
        KeyMaterialId.of(key.arn(), version),
        rotation,
        version == key.material().size());
  }

  private static String number(int version) {
    return String.format(Locale.ROOT, "%09d", version);
  }
}
