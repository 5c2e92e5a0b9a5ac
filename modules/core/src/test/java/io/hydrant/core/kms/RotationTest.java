package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.MATERIAL;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.START;
import static io.hydrant.core.kms.KeyHistory.code;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final Duration PERIOD = Duration.ofDays(365);
  private static final DisableKeyRotation OFF = new DisableKeyRotation(OWNER, ARN);

  private final KeyHistory key = KeyHistory.created();

  private static EnableKeyRotation on(Optional<Integer> days) {
    return new EnableKeyRotation(OWNER, ARN, days);
  }

  private static RotateKeyOnDemand onDemand(int version) {
    return new RotateKeyOnDemand(OWNER, ARN, version, MATERIAL);
  }

  private Optional<KeyRotation.Automatic> status() {
    return key.ask(new GetKeyRotationStatus(OWNER, ARN))
        .fold(
            GetKeyRotationStatus.Output::automatic,
            error -> {
              throw new AssertionError(error);
            });
  }

  private List<PendingTask<KeyTask>> tasks() {
    return KeyTask.pendingTasks(key.state);
  }

  private void storesNothing(int version) {
    int before = key.events.size();
    assertThat(code(key.ask(new RotateWhenDue(version, MATERIAL)))).isEqualTo("success");
    assertThat(key.events).hasSize(before);
  }

  @Test
  void rotation_is_off_until_it_is_enabled_and_after_it_is_disabled() {
    assertThat(status()).isEmpty();
    assertThat(tasks()).isEmpty();
    assertThat(code(key.ask(on(Optional.empty())))).isEqualTo("success");
    assertThat(status()).contains(new KeyRotation.Automatic(365, START.plus(PERIOD)));
    assertThat(tasks())
        .containsExactly(new PendingTask<>(new KeyTask.Rotate(ARN, 2), START.plus(PERIOD)));
    assertThat(code(key.ask(OFF))).isEqualTo("success");
    assertThat(status()).isEmpty();
    assertThat(tasks()).isEmpty();
  }

  @Test
  void only_another_period_begins_the_period_again() {
    key.ask(on(Optional.of(365)));
    key.now = START.plus(Duration.ofDays(1));
    key.ask(on(Optional.empty()));
    assertThat(status()).contains(new KeyRotation.Automatic(365, START.plus(PERIOD)));
    key.ask(on(Optional.of(90)));
    assertThat(status()).contains(new KeyRotation.Automatic(90, key.now.plus(Duration.ofDays(90))));
  }

  @Test
  void disabling_rotation_that_is_off_stores_nothing() {
    assertThat(code(key.ask(OFF))).isEqualTo("success");
    assertThat(key.events).hasSize(1);
  }

  @Test
  void a_key_is_rotated_when_its_rotation_is_due_and_keeps_its_rhythm() {
    key.ask(on(Optional.empty()));
    Instant due = START.plus(PERIOD);
    key.now = due.minusNanos(1);
    storesNothing(2);
    key.now = due;
    key.ask(new RotateWhenDue(2, MATERIAL));
    assertThat(key.state.present().nextVersion()).isEqualTo(3);
    assertThat(key.state.present().rotation().done())
        .containsExactly(new KeyRotation.Done(due, KeyRotation.Type.AUTOMATIC, 2));
    assertThat(status()).contains(new KeyRotation.Automatic(365, due.plus(PERIOD)));
  }

  @Test
  void a_rotation_that_comes_late_is_made_once_and_the_next_date_keeps_the_rhythm() {
    key.ask(on(Optional.of(90)));
    key.now = START.plus(Duration.ofDays(200));
    key.ask(new RotateWhenDue(2, MATERIAL));
    assertThat(status()).contains(new KeyRotation.Automatic(90, START.plus(Duration.ofDays(270))));
    storesNothing(3);
  }

  @Test
  void an_automatic_rotation_for_another_version_or_without_a_period_stores_nothing() {
    key.now = START.plus(PERIOD);
    storesNothing(2);
    key.now = START;
    key.ask(on(Optional.empty()));
    key.now = START.plus(PERIOD);
    storesNothing(1);
    storesNothing(3);
  }

  @Test
  void a_disabled_key_is_rotated_after_it_is_enabled_again() {
    key.ask(on(Optional.empty()));
    key.ask(new DisableKey(OWNER, ARN));
    key.now = START.plus(PERIOD);
    assertThat(tasks()).isEmpty();
    storesNothing(2);
    key.ask(new EnableKey(OWNER, ARN));
    assertThat(tasks()).hasSize(1);
  }

  @Test
  void rotation_pauses_while_a_key_is_pending_deletion() {
    key.ask(on(Optional.empty()));
    key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty()));
    assertThat(status()).isEmpty();
    key.ask(new CancelKeyDeletion(OWNER, ARN));
    assertThat(status()).isPresent();
  }

  @Test
  void a_rotation_on_demand_leaves_the_date_of_the_next_automatic_one() {
    key.ask(on(Optional.empty()));
    key.now = START.plus(Duration.ofDays(1));
    assertThat(key.ask(onDemand(2))).isEqualTo(Reply.success(ARN));
    assertThat(status()).contains(new KeyRotation.Automatic(365, START.plus(PERIOD)));
  }

  @Test
  void a_key_is_rotated_on_demand_ten_times_and_automatic_rotations_do_not_count() {
    key.ask(on(Optional.empty()));
    key.now = START.plus(PERIOD);
    key.ask(new RotateWhenDue(2, MATERIAL));
    for (int version = 3; version <= 12; version++) {
      assertThat(code(key.ask(onDemand(version)))).isEqualTo("success");
    }
    assertThat(code(key.ask(onDemand(13)))).isEqualTo("LimitExceededException");
  }

  @Test
  void of_two_rotations_at_the_same_time_the_second_is_in_conflict() {
    assertThat(key.ask(new GetNextMaterialVersion(OWNER, ARN)))
        .isEqualTo(Reply.success(new GetNextMaterialVersion.Output(ARN, 2)));
    key.ask(onDemand(2));
    assertThat(code(key.ask(onDemand(2)))).isEqualTo("ConflictException");
  }

  @Test
  void a_disabled_key_is_not_rotated_and_its_rotation_not_changed() {
    key.ask(new DisableKey(OWNER, ARN));
    Stream.<KeyCommand<?>>of(onDemand(2), on(Optional.empty()), OFF)
        .forEach(command -> assertThat(code(key.ask(command))).isEqualTo("DisabledException"));
  }

  @Test
  void only_symmetric_keys_with_material_of_kms_are_rotated() {
    KeyHistory signing =
        KeyHistory.created(KeyHistory.input(KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY));
    Stream.<KeyCommand<?>>of(
            onDemand(2),
            on(Optional.empty()),
            OFF,
            new GetKeyRotationStatus(OWNER, ARN),
            new ListKeyRotations(OWNER, ARN, false, Optional.empty(), Optional.empty()))
        .forEach(
            command -> {
              assertThat(code(signing.ask(command))).isEqualTo("UnsupportedOperationException");
              assertThat(message(signing.ask(command))).contains("key spec is RSA_2048");
            });
    KeyHistory imported =
        KeyHistory.created(
            KeyHistory.input(Optional.empty(), KeyOrigin.EXTERNAL, false, List.of()));
    assertThat(message(imported.ask(onDemand(2)))).contains("origin is EXTERNAL");
  }

  @Test
  void a_caller_who_may_not_rotate_a_key_does_not_learn_its_version() {
    assertThat(message(key.ask(new GetNextMaterialVersion(KeyHistory.STRANGER, ARN))))
        .contains("kms:RotateKeyOnDemand");
  }
}
