package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The rotations of a key, oldest first; the marker is the number of the last one seen. */
public record ListKeyRotations(
    Caller caller, KeyArn key, Optional<Integer> limit, Optional<String> marker)
    implements KeyCommand<Page<KeyRotation.Done>> {
  @Override
  public Decision<KeyEvent, Page<KeyRotation.Done>> decideFor(Key.Present present, Instant now) {
    Optional<Refusal> refusal = KeyRotation.refusal(present.metadata());
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    TreeMap<String, KeyRotation.Done> numbered = new TreeMap<>();
    present
        .rotation()
        .done()
        .forEach(done -> numbered.put(String.format(Locale.ROOT, "%09d", done.version()), done));
    return Decision.answer(
        Page.of(numbered, done -> true, marker, limit.orElse(Limits.LIST_KEYS_DEFAULT)));
  }
}
