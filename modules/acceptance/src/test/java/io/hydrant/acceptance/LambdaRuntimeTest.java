package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.delivery.lambda.FunctionPlaces;
import io.hydrant.delivery.lambda.HttpLambdaFunctions;
import io.hydrant.delivery.processing.BatchFailure;
import io.hydrant.delivery.processing.Pipeline;
import io.hydrant.delivery.processing.PipelineRecord;
import io.hydrant.delivery.processing.Pipelines;
import io.hydrant.delivery.processing.Processed;
import io.hydrant.delivery.processing.RecordFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Transformations by functions in AWS's own runtime. */
class LambdaRuntimeTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:orders";

  @TempDir private Path folder;

  @Test
  void a_function_changes_the_records() throws Exception {
    try (FunctionHost host = host("upperCase")) {
      Processed processed =
          pipeline(emulator(host.address()), 0).process(records("first", "", "dritte ä"), 1);
      assertThat(texts(processed)).containsExactly("FIRST", "", "DRITTE Ä");
      assertThat(processed.failures()).isEmpty();
    }
  }

  @Test
  void a_function_takes_log_events_out_of_envelopes() throws Exception {
    try (FunctionHost host = host("logs")) {
      List<PipelineRecord> batch =
          List.of(
              record(
                  "0",
                  gzip(
                      "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":"
                          + "[{\"message\":\"one\"},{\"message\":\"two\"}]}")),
              record("1", gzip("{\"messageType\":\"CONTROL_MESSAGE\",\"logEvents\":[]}")),
              record("2", Bytes.ofUtf8("not packed")));
      Processed processed = pipeline(emulator(host.address()), 0).process(batch, 1);
      assertThat(texts(processed)).containsExactly("one\ntwo\n");
      assertThat(processed.failures())
          .extracting(each -> each.record().recordId(), RecordFailure::code, RecordFailure::message)
          .containsExactly(
              tuple(
                  "2", "Lambda.ProcessingFailedStatus", "ProcessingFailed status set for record"));
    }
  }

  @Test
  void a_function_finds_partition_keys() throws Exception {
    try (FunctionHost host = host("partitionKeys")) {
      Processed processed =
          pipeline(emulator(host.address()), 0)
              .process(
                  records(
                      "{\"customer\":\"a\",\"at\":\"2026-11-28\"}",
                      "{\"customer\":\"\",\"at\":\"2026-11-28\"}"),
                  1);
      assertThat(processed.records())
          .extracting(PipelineRecord::lambdaKeys)
          .containsExactly(Map.of("customer", "a", "year", "2026"));
      assertThat(processed.failures())
          .extracting(RecordFailure::code)
          .containsExactly("DynamicPartitioning.MetadataExtractionFailed");
    }
  }

  @Test
  void a_function_that_throws_is_invoked_again_and_then_its_records_fail() throws Exception {
    try (FunctionHost host = host("broken")) {
      for (FunctionPlaces place : List.of(emulator(host.address()), service(host.address()))) {
        Pipeline pipeline = pipeline(place, 1);
        assertThatThrownBy(() -> pipeline.process(records("a"), 1))
            .isInstanceOfSatisfying(
                BatchFailure.class, e -> assertThat(e.code()).isEqualTo("Lambda.FunctionError"))
            .hasMessage(
                "The Lambda function was successfully invoked but it returned an error result.");
        assertThat(pipeline.process(records("a"), 2).failures())
            .extracting(RecordFailure::code, RecordFailure::attempts)
            .containsExactly(tuple("Lambda.FunctionError", 2));
      }
    }
  }

  @Test
  void a_batch_of_the_largest_size_passes() throws Exception {
    try (FunctionHost host = host("upperCase")) {
      Processed processed =
          pipeline(service(host.address()), 0)
              .process(
                  records("x".repeat(1_000_000), "y".repeat(1_000_000), "z".repeat(900_000)), 1);
      assertThat(processed.records())
          .extracting(each -> each.data().size())
          .containsExactly(1_000_000, 1_000_000, 900_000);
    }
  }

  private FunctionHost host(String method) throws IOException {
    return new FunctionHost(
        TransformationFunctions.class.getName() + "::" + method, folder.resolve("runtime.log"));
  }

  private static FunctionPlaces emulator(URI address) {
    return new FunctionPlaces(Optional.empty(), Map.of("orders", address));
  }

  private static FunctionPlaces service(URI address) {
    return new FunctionPlaces(Optional.of(address), Map.of());
  }

  private static Pipeline pipeline(FunctionPlaces places, int retries) {
    HttpLambdaFunctions functions =
        new HttpLambdaFunctions(
            places,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
            HttpLambdaFunctions.TIME_LIMIT);
    return new Pipelines(functions, InstantSource.system())
        .of(
            destination(retries),
            new StreamArn("us-east-1", "000000000000", new StreamName("orders")));
  }

  private static Destination destination(int retries) {
    List<Document> parameters =
        List.of(parameter("LambdaArn", ARN), parameter("NumberOfRetries", "" + retries));
    Structure lambda =
        Structure.empty()
            .with("Type", new Text("Lambda"))
            .with("Parameters", new Sequence(parameters));
    Structure on = Structure.empty().with("Enabled", new Bool(true));
    return new Destination(
        DestinationType.EXTENDED_S3,
        Structure.empty()
            .with("DynamicPartitioningConfiguration", on)
            .with("ProcessingConfiguration", on.with("Processors", new Sequence(List.of(lambda)))));
  }

  private static Structure parameter(String name, String value) {
    return Structure.empty()
        .with("ParameterName", new Text(name))
        .with("ParameterValue", new Text(value));
  }

  private static List<PipelineRecord> records(String... texts) {
    List<PipelineRecord> records = new ArrayList<>();
    for (String text : texts) {
      records.add(record("" + records.size(), Bytes.ofUtf8(text)));
    }
    return records;
  }

  private static PipelineRecord record(String id, Bytes data) {
    return PipelineRecord.of(id, Instant.EPOCH, data);
  }

  private static List<String> texts(Processed processed) {
    return processed.records().stream()
        .map(each -> new String(each.data().unsafeArray(), StandardCharsets.UTF_8))
        .toList();
  }

  private static Bytes gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Bytes.wrap(bytes.toByteArray());
  }
}
