package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.MATERIAL;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CurrentKeyMaterialId and KeyMaterialId, which AWS added in 2025. */
class KeyMaterialIdTest {
  private final KeyHistory key = KeyHistory.created();

  @Test
  void a_symmetric_key_has_an_id_of_64_hexadecimal_digits() {
    assertThat(current(key)).hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{64}"));
  }

  @Test
  void a_key_without_material_has_none() {
    KeyHistory signing =
        KeyHistory.created(KeyHistory.input(KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY));
    KeyHistory hmac =
        KeyHistory.created(KeyHistory.input(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC));
    assertThat(current(signing)).isEmpty();
    assertThat(current(hmac)).isEmpty();
  }

  @Test
  void two_keys_have_two_ids_and_a_replica_would_have_the_same() {
    KeyArn other = new KeyArn("us-east-1", "000000000000", "22222222-2222-3333-4444-555555555555");
    KeyArn replica = new KeyArn("eu-west-1", "000000000000", ARN.keyId());
    assertThat(KeyMaterialId.of(other, 1)).isNotEqualTo(KeyMaterialId.of(ARN, 1));
    assertThat(KeyMaterialId.of(replica, 1)).isEqualTo(KeyMaterialId.of(ARN, 1));
  }

  @Test
  void the_id_of_a_journal_stays_the_same_for_ever() {
    assertThat(current(key))
        .contains("d63b913e626f1a9ad61d058e2c2ba4d7c8d01989cc5dcb1543dbc742b77e3eb6");
    assertThat(Fold.fold((Key) new Key.Absent(), key.events).present().metadata())
        .isEqualTo(key.state.present().metadata());
  }

  @Test
  void a_rotation_gives_another_id_and_whatever_else_happens_does_not() {
    String first = current(key).orElseThrow();
    key.ask(new DisableKey(OWNER, ARN));
    key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty()));
    key.ask(new CancelKeyDeletion(OWNER, ARN));
    key.ask(new EnableKey(OWNER, ARN));
    key.ask(new UpdateKeyDescription(OWNER, ARN, "other"));
    assertThat(current(key)).contains(first);
    rotate();
    assertThat(current(key).orElseThrow()).isNotEqualTo(first).matches("[0-9a-f]{64}");
    key.ask(new DisableKey(OWNER, ARN));
    assertThat(current(key).orElseThrow()).isNotEqualTo(first);
  }

  @Test
  void what_seals_has_the_current_id_and_what_opens_that_of_its_own_material() {
    String first = id(key.encrypt(OWNER, Map.of()));
    rotate();
    String second = current(key).orElseThrow();
    assertThat(id(key.encrypt(OWNER, Map.of()))).isEqualTo(second).isNotEqualTo(first);
    assertThat(id(key.generate(OWNER, Map.of()))).isEqualTo(second);
    assertThat(id(key.ask(decrypt(1)))).isEqualTo(first);
    assertThat(id(key.ask(decrypt(2)))).isEqualTo(second);
  }

  @Test
  void rotations_are_listed_with_the_material_that_they_made_and_on_demand_with_the_first() {
    String first = current(key).orElseThrow();
    assertThat(list(false)).isEmpty();
    assertThat(list(true)).extracting(ListKeyRotations.Entry::materialId).containsExactly(first);
    rotate();
    rotate();
    String third = current(key).orElseThrow();
    assertThat(list(false)).hasSize(2);
    List<ListKeyRotations.Entry> all = list(true);
    assertThat(all).extracting(ListKeyRotations.Entry::materialId).doesNotHaveDuplicates();
    assertThat(all.get(0).materialId()).isEqualTo(first);
    assertThat(all.get(2).materialId()).isEqualTo(third);
    assertThat(all).extracting(ListKeyRotations.Entry::current).containsExactly(false, false, true);
    assertThat(all)
        .extracting(entry -> entry.rotation().isPresent())
        .containsExactly(false, true, true);
  }

  private List<ListKeyRotations.Entry> list(boolean all) {
    return key.ask(new ListKeyRotations(OWNER, ARN, all, Optional.empty(), Optional.empty()))
        .fold(
            Page::items,
            error -> {
              throw new AssertionError(error);
            });
  }

  private void rotate() {
    key.ask(new RotateKeyOnDemand(OWNER, ARN, key.state.present().nextVersion(), MATERIAL));
  }

  private static Decrypt decrypt(int version) {
    return new Decrypt(OWNER, ARN, version, Map.of(), Encrypt.SYMMETRIC_DEFAULT, false);
  }

  private static Optional<String> current(KeyHistory key) {
    return key.state.present().metadata().currentMaterialId();
  }

  private static String id(Reply<KeyMaterial> reply) {
    return reply.fold(KeyMaterial::id, error -> error.code());
  }
}
