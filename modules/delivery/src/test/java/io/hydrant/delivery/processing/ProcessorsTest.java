package io.hydrant.delivery.processing;

import static io.hydrant.delivery.processing.Batches.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.jq.JqQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorsTest {
  @Nested
  class Decompressing {
    private final Processor decompression = new Decompression(1000, 1500);

    @Test
    void packed_records_are_unpacked_and_others_fail() throws IOException {
      PipelineRecord packed = packed("hello");
      Processed processed = decompression.process(List.of(packed, Batches.of("plain").get(0)));
      assertThat(texts(processed)).containsExactly("hello");
      assertThat(processed.records().get(0).original()).isEqualTo(packed.original());
      assertThat(processed.failures())
          .singleElement()
          .satisfies(
              failure -> {
                assertThat(failure.type()).isEqualTo("decompression-failed");
                assertThat(failure.code()).isEqualTo("Decompression failed.");
                assertThat(failure.message())
                    .isEqualTo(
                        "Decompression failed because input data does not conform to cloudwatch"
                            + " log.");
                assertThat(failure.attempts()).isOne();
              });
    }

    @Test
    void a_record_that_unpacks_to_more_than_the_limit_fails() throws IOException {
      assertThat(decompression.process(List.of(packed("x".repeat(1000)))).failures()).isEmpty();
      assertThat(decompression.process(List.of(packed("x".repeat(1001)))).failures()).hasSize(1);
    }

    @Test
    void records_that_unpack_to_more_than_the_limit_of_a_batch_fail() throws IOException {
      PipelineRecord packed = packed("x".repeat(800));
      Processed processed = decompression.process(List.of(packed, packed, packed("small")));
      assertThat(processed.failures()).hasSize(1);
      assertThat(texts(processed)).containsExactly("x".repeat(800), "small");
    }

    private PipelineRecord packed(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return PipelineRecord.of("r", Batches.ARRIVED, Bytes.wrap(bytes.toByteArray()));
    }
  }

  @Nested
  class CloudWatchLogs {
    private final Processor messages = new CloudWatchLogMessages();

    @Test
    void an_envelope_becomes_its_messages_each_with_a_line_feed() {
      assertThat(
              texts(
                  messages.process(
                      Batches.of(
                          "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"id\":\"1\","
                              + "\"message\":\"a\"},{\"message\":\"b\\nc\"}]}"))))
          .containsExactly("a\nb\nc\n");
    }

    @Test
    void a_control_message_becomes_an_empty_record() {
      assertThat(
              texts(
                  messages.process(
                      Batches.of(
                          "{\"messageType\":\"CONTROL_MESSAGE\","
                              + "\"logEvents\":[{\"message\":\"CWL CONTROL MESSAGE\"}]}"))))
          .containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "[]", "{}", "{\"messageType\":1}"})
    void what_is_no_envelope_fails(String text) {
      assertThat(messages.process(Batches.of(text)).failures())
          .extracting(RecordFailure::type)
          .containsExactly("decompression-failed");
    }
  }

  @Nested
  class Deaggregation {
    @Test
    void json_objects_that_follow_each_other_become_records_of_their_own() {
      Processed processed =
          RecordDeaggregation.json()
              .process(Batches.of("{\"a\":\"ä\"}{\"b\":{\"c\":[1]}}\n\n {\"d\" : 2}\n", "{}"));
      assertThat(texts(processed))
          .containsExactly("{\"a\":\"ä\"}", "{\"b\":{\"c\":[1]}}", "{\"d\" : 2}", "{}");
      assertThat(processed.records())
          .extracting(PipelineRecord::recordId)
          .containsExactly("r0", "r0", "r0", "r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "{} 7", "{\"a\":", "text"})
    void what_is_no_object_fails(String text) {
      assertThat(RecordDeaggregation.json().process(Batches.of(text)))
          .satisfies(processed -> assertThat(processed.records()).isEmpty())
          .satisfies(processed -> assertThat(processed.failures()).hasSize(1));
    }

    @Test
    void parts_between_delimiters_become_records() {
      RecordDeaggregation parts = RecordDeaggregation.delimited(Bytes.ofUtf8("##"));
      assertThat(texts(parts.process(Batches.of("##a##b#c####d", "", "##", "e##"))))
          .containsExactly("a", "b#c", "d", "e");
    }

    @Test
    void a_record_of_more_than_500_records_fails() {
      assertThat(RecordDeaggregation.json().process(Batches.of("{}".repeat(500))).records())
          .hasSize(500);
      assertThat(RecordDeaggregation.json().process(Batches.of("{}".repeat(501))).failures())
          .extracting(RecordFailure::message)
          .containsExactly("The record holds more than 500 records.");
    }
  }

  @Nested
  class Metadata {
    @Test
    void the_members_of_the_queries_object_are_the_partition_keys() throws Exception {
      Processed processed =
          extraction("{id:.id,year:.at|strftime(\"%Y\"),live:.live}")
              .process(Batches.of("{\"id\":7,\"at\":1565382027,\"live\":true}"));
      assertThat(processed.records())
          .extracting(PipelineRecord::queryKeys)
          .containsExactly(Map.of("id", "7", "year", "2019", "live", "true"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"id\":null}",
          "{}",
          "{\"id\":{}}",
          "{\"id\":[1]}",
          "{\"id\":\"\"}",
          "text",
          ""
        })
    void a_record_without_a_key_fails(String record) throws Exception {
      assertThat(extraction("{id:.id}").process(Batches.of(record)).failures())
          .extracting(RecordFailure::type, RecordFailure::code)
          .containsExactly(
              tuple("processing-failed", "DynamicPartitioning.MetadataExtractionFailed"));
    }

    @Test
    void an_endless_query_is_given_up_after_ten_records_of_a_batch() throws Exception {
      String[] records = new String[100];
      Arrays.fill(records, "{}");
      AtomicInteger evaluations = new AtomicInteger();
      JqQuery endless = JqQuery.compile("{id: last(range(1e18))}", InstantSource.system());
      Processor extraction =
          new MetadataExtraction(
              input -> {
                evaluations.incrementAndGet();
                return endless.apply(input);
              });
      assertThat(extraction.process(Batches.of(records)).failures()).hasSize(100);
      assertThat(evaluations).hasValue(10);
    }

    private static Processor extraction(String query) throws Exception {
      return new MetadataExtraction(JqQuery.compile(query, InstantSource.system())::apply);
    }
  }

  @Test
  void an_error_line_has_the_members_in_the_recorded_order() {
    PipelineRecord record = Batches.of("hello").get(0);
    RecordFailure failure =
        new RecordFailure(record, "processing-failed", "Lambda.FunctionError", "Failed.", 4);
    assertThat(
            ErrorLines.processing(
                List.of(failure, failure),
                Instant.parse("2026-11-28T01:03:00Z"),
                Optional.of("arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST")))
        .isEqualTo(
            """
            {"rawData":"aGVsbG8=","errorCode":"Lambda.FunctionError","errorMessage":"Failed.",\
            "attemptsMade":4,"arrivalTimestamp":1795827723456,"attemptEndingTimestamp":1795827780000,\
            "lambdaARN":"arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST"}
            {"rawData":"aGVsbG8=","errorCode":"Lambda.FunctionError","errorMessage":"Failed.",\
            "attemptsMade":4,"arrivalTimestamp":1795827723456,"attemptEndingTimestamp":1795827780000,\
            "lambdaARN":"arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST"}""");
  }
}
