package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;
import software.amazon.awssdk.services.firehose.model.Record;

/** The rule of April 2026: who puts records needs permissions on the customer managed key. */
class CallerPermissionsTest extends OneNode {
  private static final String ADMINISTRATION =
      "'kms:DescribeKey','kms:CreateGrant','kms:PutKeyPolicy','kms:GetKeyPolicy'";

  private static final Record RECORD =
      Record.builder().data(SdkBytes.fromUtf8String("one")).build();

  private static String policy(String actions) {
    return """
        {'Version':'2012-10-17','Statement':[{'Sid':'Account','Effect':'Allow',\
        'Principal':{'AWS':'arn:aws:iam::000000000000:root'},'Action':[%s],'Resource':'*'}]}"""
        .formatted(actions)
        .replace('\'', '"');
  }

  private void permit(String key, String actions) {
    kms.putKeyPolicy(r -> r.keyId(key).policy(policy(actions)));
    // What was permitted is remembered for a second.
    advance(Duration.ofSeconds(1));
  }

  private InvalidKmsResourceException refusedPut(String stream) {
    return catchThrowableOfType(
        InvalidKmsResourceException.class,
        () -> firehose.putRecord(r -> r.deliveryStreamName(stream).record(RECORD)));
  }

  @Test
  void each_of_the_two_permissions_is_needed_and_the_error_names_the_missing_one() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);

    permit(key, ADMINISTRATION);
    assertThat(refusedPut(stream).getMessage())
        .contains(
            "The grant for the CMK to this delivery stream might have been revoked or the caller"
                + " might not have sufficient permissions for the CMK.")
        .contains("kms:GenerateDataKey", key, "arn:aws:iam::000000000000:root");
    assertThat(refusedPut(stream).code()).isEqualTo("AccessDeniedException");

    permit(key, ADMINISTRATION + ",'kms:GenerateDataKey'");
    assertThat(refusedPut(stream).getMessage()).contains("kms:Decrypt");
    assertThat(
            catchThrowableOfType(
                InvalidKmsResourceException.class,
                () -> firehose.putRecordBatch(r -> r.deliveryStreamName(stream).records(RECORD))))
        .hasMessageContaining("kms:Decrypt");

    permit(key, ADMINISTRATION + ",'kms:GenerateDataKey','kms:Decrypt'");
    PutRecordResponse put = firehose.putRecord(r -> r.deliveryStreamName(stream).record(RECORD));
    assertThat(put.encrypted()).isTrue();
  }

  @Test
  void a_permission_that_is_taken_away_is_missed_within_a_second() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    firehose.putRecord(r -> r.deliveryStreamName(stream).record(RECORD));
    permit(key, ADMINISTRATION);
    assertThat(refusedPut(stream)).isNotNull();
  }

  @Test
  void a_permission_that_holds_only_through_firehose_is_enough() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    String through =
        policy(ADMINISTRATION)
            .replace(
                "]}",
                ",{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::000000000000:root'},'Action':['kms:GenerateDataKey','kms:Decrypt'],'Resource':'*','Condition':{'StringEquals':{'kms:ViaService':'firehose.us-east-1.amazonaws.com','kms:EncryptionContext:aws:firehose:arn':'arn:aws:firehose:us-east-1:000000000000:deliverystream/STREAM'}}}]}"
                    .replace('\'', '"')
                    .replace("STREAM", stream));
    kms.putKeyPolicy(r -> r.keyId(key).policy(through));
    advance(Duration.ofSeconds(1));
    assertThat(firehose.putRecord(r -> r.deliveryStreamName(stream).record(RECORD)).encrypted())
        .isTrue();
  }

  @Test
  void neither_an_unencrypted_stream_nor_one_with_an_aws_owned_key_asks_for_permissions() {
    String stream = activeStream();
    assertThat(firehose.putRecord(r -> r.deliveryStreamName(stream).record(RECORD)).encrypted())
        .isFalse();
  }
}
