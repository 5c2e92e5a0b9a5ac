package io.hydrant.s3.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.api.port.Sealing;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.object.ObjectEncryption;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectSealingTest {
  private static final Caller ALICE =
      new Caller(
          "000000000000", "us-east-1", "arn:aws:iam::000000000000:user/alice", Optional.empty());
  private static final Bytes KEY = Bytes.wrap(new byte[32]);
  private static final EncryptionChoice MANAGED = new EncryptionChoice.Managed();
  private static final EncryptionChoice.Customer CUSTOMER =
      new EncryptionChoice.Customer(KEY, "md5");

  private final FakeDataKeys kms = new FakeDataKeys();
  private final ObjectSealing plain = new ObjectSealing(kms, new Reversing(), false);
  private final ObjectSealing atRest = new ObjectSealing(kms, new Reversing(), true);

  /** Reverses bytes, and opens nothing that is empty. */
  private static final class Reversing implements Sealing {
    @Override
    public byte[] seal(byte[] clear) {
      byte[] sealed = new byte[clear.length];
      for (int i = 0; i < clear.length; i++) {
        sealed[i] = clear[clear.length - 1 - i];
      }
      return sealed;
    }

    @Override
    public Optional<byte[]> open(byte[] sealed) {
      return sealed.length == 0 ? Optional.empty() : Optional.of(seal(sealed));
    }
  }

  private static Caller unknown() {
    throw new IllegalStateException("The caller is asked for SSE-KMS only");
  }

  private static EncryptionChoice kms(Optional<String> key, boolean bucketKey) {
    return new EncryptionChoice.Kms(key, Map.of("team", "blue"), bucketKey);
  }

  private static S3Exception refused(Runnable call) {
    return catchThrowableOfType(S3Exception.class, call::run);
  }

  @Test
  void an_object_under_sse_s3_is_readable_unless_it_is_encrypted_at_rest() {
    assertThat(plain.begin(MANAGED, ObjectSealingTest::unknown, "b", "k").dataKey()).isEmpty();
    ObjectSealing.Sealed sealed = atRest.begin(MANAGED, ObjectSealingTest::unknown, "b", "k");
    assertThat(sealed.dataKey().orElseThrow().size()).isEqualTo(32);
    assertThat(atRest.begin(MANAGED, ObjectSealingTest::unknown, "b", "k").dataKey())
        .isNotEqualTo(sealed.dataKey());
    assertThat(sealed.encryption().toString())
        .doesNotContain(sealed.dataKey().orElseThrow().toString());
    // A folder is read with either setting.
    assertThat(
            plain.open(sealed.encryption(), ObjectSealingTest::unknown, Optional.empty()).dataKey())
        .isEqualTo(sealed.dataKey());
    assertThat(
            atRest
                .open(
                    new ObjectEncryption.Managed(Optional.empty()),
                    ObjectSealingTest::unknown,
                    Optional.empty())
                .dataKey())
        .isEmpty();
  }

  @Test
  void a_data_key_of_another_root_key_is_an_error_of_the_storage() {
    ObjectEncryption other = new ObjectEncryption.Managed(Optional.of(""));
    assertThatThrownBy(() -> atRest.open(other, ObjectSealingTest::unknown, Optional.empty()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("another root key");
  }

  @Test
  void the_context_has_the_objects_arn_or_with_a_bucket_key_the_buckets() {
    plain.begin(kms(Optional.of("key"), false), () -> ALICE, "b", "a/k");
    plain.begin(kms(Optional.of("key"), true), () -> ALICE, "b", "a/k");
    assertThat(kms.calls)
        .containsExactly(
            "generate arn:aws:iam::000000000000:user/alice key"
                + " {aws:s3:arn=arn:aws:s3:::b/a/k, team=blue}",
            "generate arn:aws:iam::000000000000:user/alice key"
                + " {aws:s3:arn=arn:aws:s3:::b, team=blue}");
  }

  @Test
  void a_client_cannot_replace_the_arn_in_the_context() {
    EncryptionChoice forged =
        new EncryptionChoice.Kms(
            Optional.of("key"), Map.of("aws:s3:arn", "arn:aws:s3:::other/k"), false);
    plain.begin(forged, () -> ALICE, "b", "k");
    assertThat(kms.calls).singleElement().asString().endsWith("{aws:s3:arn=arn:aws:s3:::b/k}");
  }

  @Test
  void without_a_key_or_by_its_alias_the_managed_key_is_used() {
    plain.begin(kms(Optional.empty(), false), () -> ALICE, "b", "k");
    plain.begin(kms(Optional.of("alias/aws/s3"), false), () -> ALICE, "b", "k");
    String arn = "arn:aws:kms:us-east-1:000000000000:alias/aws/s3";
    plain.begin(kms(Optional.of(arn), false), () -> ALICE, "b", "k");
    assertThat(kms.calls).hasSize(3).allMatch(call -> call.contains(FakeDataKeys.MANAGED));
    String elsewhere = arn.replace("000000000000", "111122223333");
    plain.begin(kms(Optional.of(elsewhere), false), () -> ALICE, "b", "k");
    assertThat(kms.calls.get(3)).contains(elsewhere);
  }

  @Test
  void an_object_under_sse_kms_is_opened_as_its_reader_with_its_own_context() {
    ObjectSealing.Sealed sealed =
        plain.begin(kms(Optional.of("key"), false), () -> ALICE, "b", "k");
    Caller bob = Caller.root("111122223333", "us-east-1");
    assertThat(plain.open(sealed.encryption(), () -> bob, Optional.empty()).dataKey())
        .contains(FakeDataKeys.KEY);
    assertThat(kms.calls.get(1))
        .isEqualTo(
            "open arn:aws:iam::111122223333:root key {aws:s3:arn=arn:aws:s3:::b/k, team=blue}");
  }

  @Test
  void the_key_of_sse_c_is_not_stored_and_opens_the_object_alone() {
    ObjectSealing.Sealed sealed = plain.begin(CUSTOMER, ObjectSealingTest::unknown, "b", "k");
    assertThat(sealed.encryption()).isEqualTo(new ObjectEncryption.Customer("md5"));
    assertThat(
            plain
                .open(sealed.encryption(), ObjectSealingTest::unknown, Optional.of(CUSTOMER))
                .dataKey())
        .contains(KEY);
    assertThat(
            refused(
                    () ->
                        plain.open(
                            sealed.encryption(), ObjectSealingTest::unknown, Optional.empty()))
                .error())
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo("InvalidRequest");
              assertThat(error.message()).contains("correct parameters must be provided");
            });
    EncryptionChoice.Customer other = new EncryptionChoice.Customer(KEY, "other");
    assertThat(
            refused(
                    () ->
                        plain.open(
                            sealed.encryption(), ObjectSealingTest::unknown, Optional.of(other)))
                .error()
                .status())
        .isEqualTo(403);
    assertThat(
            refused(() -> ObjectSealing.check(sealed.encryption(), Optional.empty()))
                .error()
                .code())
        .isEqualTo("InvalidRequest");
  }

  @Test
  void a_key_for_an_object_that_has_none_is_refused() {
    for (EncryptionChoice choice : new EncryptionChoice[] {MANAGED, kms(Optional.empty(), false)}) {
      ObjectEncryption encryption = plain.begin(choice, () -> ALICE, "b", "k").encryption();
      assertThat(
              refused(() -> plain.open(encryption, () -> ALICE, Optional.of(CUSTOMER)))
                  .error()
                  .message())
          .contains("not applicable to this object");
      assertThat(
              refused(() -> ObjectSealing.check(encryption, Optional.of(CUSTOMER))).error().code())
          .isEqualTo("InvalidRequest");
    }
  }
}
