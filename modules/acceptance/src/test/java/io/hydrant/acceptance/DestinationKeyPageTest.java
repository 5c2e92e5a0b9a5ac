package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.DESTINATION_KEY_IS_REPLACED_BY_AN_UPDATE;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_READERS_NEED_DECRYPT;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_RECORDS_WAIT_FOR_THE_KEY;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_ROLE_USES_THE_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.acceptance.page.Proves;
import java.net.http.HttpRequest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.kms.KmsClient;

/** Who uses the KMS key of an S3 destination, and what happens when it cannot be used. */
class DestinationKeyPageTest extends EncryptedDestinations {
  private static Arguments state(String words, Consumer<KmsKey> broken, Consumer<KmsKey> mended) {
    return Arguments.of(words, broken, mended);
  }

  /** A key, and the test's way to change it. */
  record KmsKey(DestinationKeyPageTest test, KmsClient kms, String arn) {}

  static Stream<Arguments> unusable() {
    return Stream.of(
        state(
            "KMS.DisabledException",
            key -> key.kms().disableKey(r -> r.keyId(key.arn())),
            key -> key.kms().enableKey(r -> r.keyId(key.arn()))),
        state(
            "KMS.KMSInvalidStateException",
            key -> key.kms().scheduleKeyDeletion(r -> r.keyId(key.arn())),
            key -> {
              key.kms().cancelKeyDeletion(r -> r.keyId(key.arn()));
              key.kms().enableKey(r -> r.keyId(key.arn()));
            }),
        state(
            "assumed-role/firehose/AWSFirehoseToS3 is not authorized to perform:"
                + " kms:GenerateDataKey",
            key ->
                key.test().permit(key.arn(), ALL, statement("Deny", ROLE, "'kms:GenerateDataKey'")),
            key -> key.test().permit(key.arn(), ALL)));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  @Proves(DESTINATION_RECORDS_WAIT_FOR_THE_KEY)
  void with_an_unusable_key_records_wait_and_then_arrive_once(
      String words, Consumer<KmsKey> broken, Consumer<KmsKey> mended) throws Exception {
    KmsKey key = new KmsKey(this, kms, newKey());
    String stream = streamWith(under(key.arn()));
    broken.accept(key);
    put(stream, "one,");
    awaitWarning(stream, words);
    put(stream, "two,");
    assertThat(objectsOf(stream)).isEmpty();
    assertThat(files()).doesNotContain("one,");
    assertThat(metrics())
        .containsPattern(
            "hydrant_kms_calls_total\\{operation=\"GenerateDataKey\",outcome=\"[A-Za-z]+Exception\"} [1-9]")
        .containsPattern("hydrant_deliveries_total\\{outcome=\"Failed\"} [1-9]");
    mended.accept(key);
    awaitDelivered(stream, "one,two,");
    assertUnder(stream, key.arn());
  }

  private String metrics() throws Exception {
    return http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/metrics"))).body();
  }

  @Test
  @Proves({DESTINATION_RECORDS_WAIT_FOR_THE_KEY, DESTINATION_KEY_IS_REPLACED_BY_AN_UPDATE})
  void with_a_missing_key_records_wait_until_an_update_names_another() {
    String stream = streamWith(under(newKey().replaceFirst("[^/]{12}$", "000000000000")));
    put(stream, "saved");
    awaitWarning(stream, "KMS.NotFoundException");
    String other = newKey();
    update(stream, under(other));
    awaitDelivered(stream, "saved");
    assertUnder(stream, other);
  }

  @Test
  @Proves(DESTINATION_ROLE_USES_THE_KEY)
  void the_role_may_use_the_key_by_the_key_policy_through_s3_alone() {
    String key = newKey();
    String through =
        statement("Allow", ROLE, "'kms:GenerateDataKey'")
            .replace(
                "'Resource'",
                "'Condition':{'StringEquals':{'kms:ViaService':'s3.us-east-1.amazonaws.com'},'StringLike':{'kms:EncryptionContext:aws:s3:arn':'arn:aws:s3:::bucket/stream-*'}},'Resource'");
    permit(key, through, statement("Allow", ROOT, "['kms:Decrypt','kms:PutKeyPolicy']"));
    String stream = streamWith(under(key));
    put(stream, "by policy");
    awaitDelivered(stream, "by policy");
  }

  @Test
  @Proves(DESTINATION_ROLE_USES_THE_KEY)
  void the_role_may_use_the_key_by_a_grant() {
    String key = newKey();
    permit(key, statement("Allow", ROOT, "['kms:Decrypt','kms:PutKeyPolicy','kms:CreateGrant']"));
    String stream = streamWith(under(key));
    put(stream, "by grant");
    awaitWarning(stream, "is not authorized to perform: kms:GenerateDataKey on resource: " + key);
    kms.createGrant(
        r -> r.keyId(key).granteePrincipal(ROLE).operationsWithStrings("GenerateDataKey"));
    awaitDelivered(stream, "by grant");
  }

  @Test
  @Proves(DESTINATION_READERS_NEED_DECRYPT)
  void a_reader_needs_decrypt_on_a_key_that_can_be_used() {
    String key = newKey();
    String stream = streamWith(under(key));
    put(stream, "for readers");
    awaitDelivered(stream, "for readers");
    String object = objectsOf(stream).get(0);
    permit(key, ALL, statement("Deny", ROOT, "'kms:Decrypt'"));
    assertRefused(
        refusedRead(object), 403, "AccessDenied", ROOT, "perform: kms:Decrypt on resource: " + key);
    permit(key, ALL);
    kms.disableKey(r -> r.keyId(key));
    assertRefused(refusedRead(object), 400, "KMS.DisabledException", key + " is disabled.");
    kms.enableKey(r -> r.keyId(key));
    assertThat(read(object)).isEqualTo("for readers");
  }
}
