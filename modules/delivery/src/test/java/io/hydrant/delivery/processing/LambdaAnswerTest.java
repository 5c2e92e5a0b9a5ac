package io.hydrant.delivery.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.delivery.lambda.LambdaFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a record, by what the function answers. */
class LambdaAnswerTest {
  private static final List<PipelineRecord> BATCH = Batches.of("a");

  @Test
  void the_event_has_the_members_in_the_recorded_order() {
    assertThat(
            new String(
                LambdaEvent.of(
                    "7a",
                    new StreamArn("us-east-1", "000000000000", new StreamName("s")),
                    Batches.identified(Batches.of("a", ""))),
                StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"invocationId\":\"7a\","
                + "\"deliveryStreamArn\":\"arn:aws:firehose:us-east-1:000000000000:deliverystream/s\","
                + "\"region\":\"us-east-1\",\"records\":["
                + "{\"recordId\":\"r0\",\"approximateArrivalTimestamp\":1795827723456,\"data\":\"YQ==\"},"
                + "{\"recordId\":\"r1\",\"approximateArrivalTimestamp\":1795827723456,\"data\":\"\"}]}");
  }

  @Test
  void ok_replaces_the_data_and_brings_partition_keys() throws LambdaFailure {
    Processed processed =
        read(
            "{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":\"Yg==\","
                + "\"metadata\":{\"partitionKeys\":{\"k\":\"v\",\"n\":1}}}]}");
    assertThat(Batches.texts(processed)).containsExactly("b");
    assertThat(processed.records().get(0).lambdaKeys()).isEqualTo(Map.of("k", "v", "n", "1"));
    assertThat(processed.records().get(0).original()).isEqualTo(BATCH.get(0).data());
  }

  @Test
  void a_dropped_record_leaves_no_trace() throws LambdaFailure {
    assertThat(read("{\"records\":[{\"recordId\":\"r0\",\"result\":\"Dropped\"}]}"))
        .isEqualTo(new Processed(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"records\":[{\"recordId\":\"r0\",\"result\":\"ProcessingFailed\"}]} | Lambda.ProcessingFailedStatus | ProcessingFailed status set for record",
        "{\"records\":[]} | Lambda.MissingRecordId | One or more record Ids were not returned. Ensure that the Lambda function returns all received record Ids.",
        "{} | Lambda.MissingRecordId | One or more record Ids were not returned. Ensure that the Lambda function returns all received record Ids.",
        "null | Lambda.MissingRecordId | One or more record Ids were not returned. Ensure that the Lambda function returns all received record Ids.",
        "{\"records\":[{\"recordId\":\"other\",\"result\":\"Ok\",\"data\":\"\"}]} | Lambda.MissingRecordId | One or more record Ids were not returned. Ensure that the Lambda function returns all received record Ids.",
        "{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":\"\"},{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":\"\"}]} | Lambda.DuplicatedRecordId | Multiple records were returned with the same record Id. Ensure that the Lambda function returns a unique record Id for each record.",
        "{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\"}]} | Lambda.InvalidReturnFormat | The data field cannot be null when the SourceType is DirectPut or KinesisStreamAsSource and processing result is Ok. The value field cannot be null when the SourceType is MSKAsSource and processing result is Ok."
      })
  void a_record_fails_alone(String answer, String code, String message) throws LambdaFailure {
    Processed processed = read(answer);
    assertThat(processed.records()).isEmpty();
    assertThat(processed.failures())
        .containsExactly(new RecordFailure(BATCH.get(0), "processing-failed", code, message, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"records\":[{\"recordId\":\"r0\",\"result\":\"OK\",\"data\":\"\"}]}",
        "{\"records\":[{\"recordId\":\"r0\"}]}",
        "{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":7}]}",
        "{\"records\":{\"r0\":{}}}",
        "{\"records\":[\"r0\"]}",
        "[]",
        "\"text\"",
        "{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":\"***\"}]}"
      })
  void an_answer_without_the_required_form_fails_the_batch(String answer) {
    assertThatThrownBy(() -> read(answer))
        .isInstanceOfSatisfying(
            LambdaFailure.class, e -> assertThat(e.code()).isEqualTo("Lambda.FunctionError"))
        .hasMessageStartingWith("Check your function");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "{\"records\":", "{} text"})
  void an_answer_that_is_not_json_fails_the_batch(String answer) {
    assertThatThrownBy(() -> read(answer))
        .isInstanceOfSatisfying(
            LambdaFailure.class,
            e -> assertThat(e.code()).isEqualTo("Lambda.JsonProcessingException"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "{}", "[\"a\"]"})
  void a_partition_key_must_be_a_text_or_a_scalar(String value) throws LambdaFailure {
    assertThat(read(keyed("{\"k\":" + value + "}")).failures())
        .extracting(RecordFailure::type, RecordFailure::code, RecordFailure::message)
        .containsExactly(
            tuple(
                "processing-failed",
                "DynamicPartitioning.MetadataExtractionFailed",
                "There is no value for the partition key k."));
  }

  @Test
  void partition_keys_are_at_most_50_and_at_most_1024_characters_long() throws LambdaFailure {
    assertThat(read(keyed(keys(50, 1024))).failures()).isEmpty();
    assertThat(read(keyed(keys(51, 1))).failures())
        .extracting(RecordFailure::message)
        .containsExactly("There are more than 50 partition keys.");
    assertThat(read(keyed(keys(1, 1025))).failures())
        .extracting(RecordFailure::message)
        .containsExactly("The value of the partition key k0 is longer than 1024 characters.");
  }

  @Test
  void a_record_that_fails_at_a_later_attempt_has_its_number() throws LambdaFailure {
    assertThat(
            LambdaAnswer.read(
                    "{}".getBytes(StandardCharsets.UTF_8), Batches.identified(BATCH), 3, true)
                .failures())
        .extracting(RecordFailure::attempts)
        .containsExactly(3);
  }

  private static String keyed(String keys) {
    return "{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":\"Yg==\","
        + "\"metadata\":{\"partitionKeys\":"
        + keys
        + "}}]}";
  }

  private static String keys(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"k" + i + "\":\"" + "v".repeat(length) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Processed read(String answer) throws LambdaFailure {
    return LambdaAnswer.read(
        answer.getBytes(StandardCharsets.UTF_8), Batches.identified(BATCH), 1, true);
  }
}
