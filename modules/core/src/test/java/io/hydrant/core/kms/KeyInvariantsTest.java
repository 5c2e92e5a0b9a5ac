package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.STRANGER;
import static io.hydrant.core.kms.KeyHistory.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Fold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever is asked of a key, in whatever order: refusals store nothing; material is used only
 * while the key is enabled and exists, by its own account or under a live grant; material never
 * changes; folding the stored events again gives the same state.
 */
class KeyInvariantsTest {
  @Property
  void any_sequence_of_commands_keeps_the_invariants(
      @ForAll @Size(max = 40) List<@IntRange(max = 11) Integer> steps) {
    KeyHistory key = KeyHistory.created();
    for (int i = 0; i < steps.size(); i++) {
      int before = key.events.size();
      String code = step(key, steps.get(i), "g" + i);
      if (!code.equals("success")) {
        assertThat(key.events).hasSize(before);
      }
      assertUseIsGuarded(key);
    }
    assertThat(key.state.present().material()).containsExactly(KeyHistory.MATERIAL);
    assertThat(Fold.fold(new Key.Absent(), key.events)).isEqualTo(key.state);
  }

  private static void assertUseIsGuarded(KeyHistory key) {
    boolean usable =
        key.state
            .live(key.now)
            .filter(live -> live.metadata().state() == KeyState.ENABLED)
            .isPresent();
    boolean granted = !key.state.present().grants().isEmpty();
    assertThat(code(key.encrypt(OWNER, Map.of())).equals("success")).isEqualTo(usable);
    assertThat(code(key.generate(STRANGER, Map.of())).equals("success"))
        .isEqualTo(usable && granted);
  }

  private static String step(KeyHistory key, int step, String id) {
    Optional<String> first = key.state.present().grants().keySet().stream().findFirst();
    return switch (step) {
      case 0, 1 -> code(key.ask(new EnableKey(OWNER, ARN)));
      case 2 -> code(key.ask(new DisableKey(OWNER, ARN)));
      case 3 -> code(key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.of(7))));
      case 4, 5 -> code(key.ask(new CancelKeyDeletion(OWNER, ARN)));
      case 6 -> code(key.grant(id, Optional.empty(), GrantConstraints.NONE));
      case 7 -> code(key.grant(id, Optional.of("name"), GrantConstraints.NONE));
      case 8 -> code(key.ask(new RevokeGrant(OWNER, ARN, first.orElse("none"), false)));
      case 9 -> code(key.ask(new RetireGrant(OWNER, ARN, first.orElse("none"), false)));
      case 10 -> code(key.ask(new DisableKey(STRANGER, ARN)));
      default -> {
        key.now = key.now.plus(Duration.ofDays(2));
        yield "success";
      }
    };
  }
}
