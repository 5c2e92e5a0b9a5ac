package io.hydrant.delivery.processing;

import static io.hydrant.delivery.processing.Batches.texts;
import static io.hydrant.delivery.processing.ProcessedDestinations.STREAM;
import static io.hydrant.delivery.processing.ProcessedDestinations.lambda;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.delivery.lambda.LambdaFunctions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a batch becomes invocations, and what becomes of it when they fail. */
class LambdaTransformationTest {
  private static final int MIB = 1024 * 1024;

  @Test
  void one_batch_is_one_invocation_by_the_role_of_the_destination() throws Exception {
    TestFunction function = new TestFunction();
    assertThat(texts(pipeline(function, 3).process(Batches.of("a", "", "c"), 1)))
        .containsExactly("a", "", "c");
    assertThat(function.events).hasSize(1);
    assertThat(function.callers)
        .extracting(Caller::principalArn)
        .containsExactly("arn:aws:iam::000000000000:role/firehose");
  }

  @Test
  void a_batch_is_split_only_where_its_event_would_be_larger_than_6_mb() throws Exception {
    TestFunction function = new TestFunction();
    List<PipelineRecord> batch = List.of(big("a", 2 * MIB), big("b", 2 * MIB), big("c", 2 * MIB));
    assertThat(pipeline(function, 0).process(batch, 1).records()).hasSize(3);
    assertThat(function.ids(0)).containsExactly("a", "b");
    assertThat(function.ids(1)).containsExactly("c");
    assertThat(function.sizes).allMatch(size -> size <= 6 * MIB);
  }

  @Test
  void small_records_fill_an_event_and_do_not_exceed_it() throws Exception {
    TestFunction function = new TestFunction();
    List<PipelineRecord> batch =
        IntStream.range(0, 80_000).mapToObj(i -> big("id-" + i, 20)).toList();
    pipeline(function, 0).process(batch, 1);
    assertThat(function.sizes).hasSize(2).allMatch(size -> size <= 6 * MIB);
    assertThat(function.ids(0).size() + function.ids(1).size()).isEqualTo(80_000);
  }

  @Test
  void a_record_that_no_event_can_hold_fails_alone() throws Exception {
    TestFunction function = new TestFunction();
    Processed processed = pipeline(function, 3).process(List.of(big("a", 5 * MIB), big("b", 1)), 1);
    assertThat(processed.records()).extracting(PipelineRecord::recordId).containsExactly("b");
    assertThat(processed.failures())
        .extracting(RecordFailure::code)
        .containsExactly("Lambda.InvocationFailure");
  }

  @Test
  void parts_of_a_record_have_ids_of_their_own_which_each_attempt_repeats() throws Exception {
    TestFunction function = TestFunction.throwing(1);
    List<PipelineRecord> batch = List.of(big("a", 1), big("a", 1), big("a.1", 1), big("a", 1));
    Pipeline pipeline = pipeline(function, 1);
    assertThatThrownBy(() -> pipeline.process(batch, 1)).isInstanceOf(BatchFailure.class);
    assertThat(pipeline.process(batch, 2).records())
        .extracting(PipelineRecord::recordId)
        .containsExactly("a", "a", "a.1", "a");
    assertThat(function.ids(0)).doesNotHaveDuplicates().hasSize(4).isEqualTo(function.ids(1));
    assertThat(function.events)
        .extracting(event -> event.path("invocationId").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_batch_is_tried_again_as_often_as_configured_and_then_every_record_fails()
      throws Exception {
    Pipeline pipeline = pipeline(TestFunction.throwing(9), 2);
    for (int attempt = 1; attempt <= 2; attempt++) {
      int number = attempt;
      assertThatThrownBy(() -> pipeline.process(Batches.of("a", "b"), number))
          .isInstanceOfSatisfying(
              BatchFailure.class, e -> assertThat(e.code()).isEqualTo("Lambda.FunctionError"))
          .hasMessage(
              "The Lambda function was successfully invoked but it returned an error result.");
    }
    assertThat(pipeline.process(Batches.of("a", "b"), 3).failures())
        .hasSize(2)
        .allSatisfy(
            failure -> {
              assertThat(failure.type()).isEqualTo("processing-failed");
              assertThat(failure.code()).isEqualTo("Lambda.FunctionError");
              assertThat(failure.attempts()).isEqualTo(3);
            });
  }

  @Test
  void at_the_last_attempt_only_the_invocation_that_fails_loses_its_records() throws Exception {
    List<PipelineRecord> batch = List.of(big("a", 4 * MIB), big("b", 4 * MIB));
    Processed processed = pipeline(TestFunction.throwing(1), 0).process(batch, 1);
    assertThat(processed.records()).extracting(PipelineRecord::recordId).containsExactly("b");
    assertThat(processed.failures())
        .extracting(failure -> failure.record().recordId())
        .containsExactly("a");
  }

  @Test
  void an_answer_of_more_than_6_mb_is_no_answer() throws Exception {
    byte[] answer = new byte[LambdaFunctions.ANSWER_BYTES_MAX + 1];
    assertThat(pipeline((arn, role, event) -> answer, 0).process(Batches.of("a"), 1).failures())
        .extracting(RecordFailure::message)
        .singleElement()
        .asString()
        .startsWith("Check your function and make sure the output is in required format.");
  }

  @Test
  void partition_keys_of_a_function_count_only_with_dynamic_partitioning() throws Exception {
    assertThat(pipeline(new TestFunction(), 0).process(Batches.of("a"), 1).records())
        .extracting(PipelineRecord::lambdaKeys)
        .containsExactly(Map.of());
    assertThat(
            new Pipelines(new TestFunction(), InstantSource.system())
                .of(ProcessedDestinations.partitioned(lambda(0)), STREAM)
                .process(Batches.of("a"), 1)
                .records())
        .extracting(PipelineRecord::lambdaKeys)
        .containsExactly(Map.of("by", "lambda"));
  }

  private static Pipeline pipeline(LambdaFunctions functions, int retries) {
    Destination destination = ProcessedDestinations.of(lambda(retries));
    return new Pipelines(functions, InstantSource.system()).of(destination, STREAM);
  }

  private static PipelineRecord big(String id, int bytes) {
    return PipelineRecord.of(id, Batches.ARRIVED, Bytes.wrap(new byte[bytes]));
  }
}
