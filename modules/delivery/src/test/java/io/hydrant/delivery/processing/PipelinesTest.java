package io.hydrant.delivery.processing;

import static io.hydrant.delivery.processing.Batches.texts;
import static io.hydrant.delivery.processing.ProcessedDestinations.STREAM;
import static io.hydrant.delivery.processing.ProcessedDestinations.lambda;
import static io.hydrant.delivery.processing.ProcessedDestinations.partitioned;
import static io.hydrant.delivery.processing.ProcessedDestinations.processor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelinesTest {
  private static final Structure JSON = processor("RecordDeAggregation", "SubRecordType", "JSON");
  private static final Structure QUERY = query("{id:.id}");

  private final TestFunction function = new TestFunction();
  private final Pipelines pipelines = new Pipelines(function, InstantSource.system());

  @Test
  void processors_act_in_their_own_order_each_on_what_the_earlier_ones_left() throws Exception {
    Processed processed =
        pipelines
            .of(partitioned(QUERY, lambda(0), JSON), STREAM)
            .process(Batches.of("{\"id\":1}{\"id\":2}", "text", "{\"no\":1}"), 1);
    assertThat(texts(processed)).containsExactly("{\"id\":1}", "{\"id\":2}");
    assertThat(processed.records())
        .extracting(PipelineRecord::queryKeys, PipelineRecord::lambdaKeys)
        .containsExactly(
            tuple(Map.of("id", "1"), Map.of("by", "lambda")),
            tuple(Map.of("id", "2"), Map.of("by", "lambda")));
    assertThat(processed.failures())
        .extracting(each -> Batches.text(each.record().original()), RecordFailure::code)
        .containsExactly(
            tuple("text", "DynamicPartitioning.RecordDeaggregationFailed"),
            tuple("{\"no\":1}", "DynamicPartitioning.MetadataExtractionFailed"));
    assertThat(function.ids(0)).containsExactly("r0", "r0.1", "r2");
  }

  @Test
  void a_function_is_not_invoked_where_nothing_is_left() throws Exception {
    Processed processed =
        pipelines.of(partitioned(lambda(0), JSON), STREAM).process(Batches.of("text"), 1);
    assertThat(processed.failures()).hasSize(1);
    assertThat(function.events).isEmpty();
  }

  @Test
  void failed_records_keep_what_was_put() throws Exception {
    PipelineRecord packed = PipelineRecord.of("r", Batches.ARRIVED, gzip("no envelope"));
    Processed processed =
        pipelines
            .of(
                ProcessedDestinations.of(
                    processor("CloudWatchLogProcessing", "DataMessageExtraction", "TRUE"),
                    processor("Decompression", "CompressionFormat", "GZIP")),
                STREAM)
            .process(List.of(packed), 1);
    assertThat(processed.failures())
        .extracting(each -> each.record().original())
        .containsExactly(packed.original());
  }

  @Test
  void envelopes_stay_whole_where_messages_are_not_wanted() throws Exception {
    assertThat(
            texts(
                pipelines
                    .of(
                        ProcessedDestinations.of(
                            processor("Decompression"),
                            processor("CloudWatchLogProcessing", "DataMessageExtraction", "false")),
                        STREAM)
                    .process(
                        List.of(PipelineRecord.of("r", Batches.ARRIVED, gzip("envelope"))), 1)))
        .containsExactly("envelope");
  }

  @Test
  void a_delimiter_is_base64() throws Exception {
    assertThat(
            texts(
                pipelines
                    .of(
                        partitioned(
                            processor(
                                "RecordDeAggregation",
                                "SubRecordType",
                                "DELIMITED",
                                "Delimiter",
                                "IyMjIw==")),
                        STREAM)
                    .process(Batches.of("a####b"), 1)))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{id:nosuchfunction}", "def f: 1 + f; {id:f}", "empty", "{id:1},{id:2}"})
  void a_query_that_gives_no_object_fails_each_record(String text) throws Exception {
    assertThat(
            pipelines
                .of(partitioned(query(text)), STREAM)
                .process(Batches.of("{}", "{}"), 1)
                .failures())
        .extracting(RecordFailure::code)
        .containsExactly(
            "DynamicPartitioning.MetadataExtractionFailed",
            "DynamicPartitioning.MetadataExtractionFailed");
  }

  @Test
  void a_fault_on_demand_fails_a_part_of_a_batch_before_its_processor() throws Exception {
    Pipelines faulty =
        new Pipelines(
            function,
            (type, stream) ->
                type.equals("Lambda")
                    ? Optional.of(
                        new ProcessorFaults.Failure("Code", "Words.", place -> place == 1))
                    : Optional.empty(),
            InstantSource.system());
    Processed processed =
        faulty.of(ProcessedDestinations.of(lambda(0)), STREAM).process(Batches.of("a", "b"), 1);
    assertThat(texts(processed)).containsExactly("a");
    assertThat(processed.failures())
        .containsExactly(
            new RecordFailure(
                Batches.of("a", "b").get(1), "processing-failed", "Code", "Words.", 1));
    assertThat(function.ids(0)).containsExactly("r0");
  }

  private static Structure query(String text) {
    return processor(
        "MetadataExtraction", "MetadataExtractionQuery", text, "JsonParsingEngine", "JQ-1.6");
  }

  private static Bytes gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Bytes.wrap(bytes.toByteArray());
  }
}
