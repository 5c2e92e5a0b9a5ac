package io.hydrant.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationConfiguration;
import software.amazon.awssdk.services.firehose.model.Processor;
import software.amazon.awssdk.services.firehose.model.ProcessorParameter;
import software.amazon.awssdk.services.firehose.model.ProcessorParameterName;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.firehose.model.S3BackupMode;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Records are processed on their way to S3. */
class ProcessingTest extends OneNode {
  private static final ObjectMapper JSON = new ObjectMapper();

  private String stream(Consumer<ExtendedS3DestinationConfiguration.Builder> change) {
    String name = newName();
    ExtendedS3DestinationConfiguration.Builder s3 =
        ExtendedS3DestinationConfiguration.builder()
            .bucketARN("arn:aws:s3:::" + BUCKET)
            .roleARN("arn:aws:iam::000000000000:role/firehose")
            .prefix(name + "/data/")
            .errorOutputPrefix(name + "/errors/")
            .bufferingHints(b -> b.intervalInSeconds(60).sizeInMBs(64));
    change.accept(s3);
    firehose.createDeliveryStream(
        r -> r.deliveryStreamName(name).extendedS3DestinationConfiguration(s3.build()));
    awaitActive(name);
    return name;
  }

  private static Processor processor(ProcessorType type, String... parameters) {
    List<ProcessorParameter> all = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      all.add(
          ProcessorParameter.builder()
              .parameterName(ProcessorParameterName.fromValue(parameters[i]))
              .parameterValue(parameters[i + 1])
              .build());
    }
    return Processor.builder().type(type).parameters(all).build();
  }

  private static void process(
      ExtendedS3DestinationConfiguration.Builder s3, Processor... processors) {
    s3.processingConfiguration(p -> p.enabled(true).processors(processors));
  }

  /** The objects below a prefix of the stream, by the part of their keys after it. */
  private Map<String, String> objects(String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (S3Object object :
        s3.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(prefix)).contents()) {
      String key = object.key().substring(prefix.length());
      found.put(
          key.substring(0, key.lastIndexOf('/') + 1),
          s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(object.key())).asUtf8String());
    }
    return found;
  }

  private void flush() {
    assertThat(admin("/_hydrant/flush", "").statusCode()).isEqualTo(200);
  }

  private Map<String, String> flushed(String name, int objects) {
    flush();
    await().atMost(PATIENCE).until(() -> objects(name + "/").size() == objects);
    return objects(name + "/");
  }

  private static Processor partitionKeys() {
    return processor(
        ProcessorType.METADATA_EXTRACTION,
        "MetadataExtractionQuery",
        "{customer: .customer, year: (.at | strftime(\"%Y\"))}",
        "JsonParsingEngine",
        "JQ-1.6");
  }

  @Test
  void partitions_have_objects_of_their_own_and_records_without_keys_go_to_the_error_prefix()
      throws IOException {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    s3 -> {
                      s3.bucketARN("arn:aws:s3:::" + BUCKET)
                          .roleARN("arn:aws:iam::000000000000:role/firehose")
                          .prefix(
                              name
                                  + "/c=!{partitionKeyFromQuery:customer}/y=!{partitionKeyFromQuery:year}/")
                          .errorOutputPrefix(name + "/errors/!{firehose:error-output-type}/")
                          .dynamicPartitioningConfiguration(d -> d.enabled(true));
                      process(
                          s3,
                          partitionKeys(),
                          processor(ProcessorType.RECORD_DE_AGGREGATION, "SubRecordType", "JSON"),
                          processor(ProcessorType.APPEND_DELIMITER_TO_RECORD));
                    }));
    awaitActive(name);
    encrypt(name, newKey());
    putBatch(
        name,
        "{\"customer\":\"a\",\"at\":0} {\"customer\":\"b\",\"at\":0}",
        "{\"customer\":\"a\",\"at\":1}",
        "{\"customer\":null,\"at\":1}");
    Map<String, String> objects = flushed(name, 3);
    assertThat(objects)
        .containsEntry(
            "c=a/y=1970/", "{\"customer\":\"a\",\"at\":0}\n{\"customer\":\"a\",\"at\":1}")
        .containsEntry("c=b/y=1970/", "{\"customer\":\"b\",\"at\":0}")
        .containsKey("errors/processing-failed/");
    JsonNode line = JSON.readTree(objects.get("errors/processing-failed/"));
    assertThat(List.copyOf(fieldNames(line)))
        .containsExactly(
            "rawData",
            "errorCode",
            "errorMessage",
            "attemptsMade",
            "arrivalTimestamp",
            "attemptEndingTimestamp");
    assertThat(line.path("errorCode").asText())
        .isEqualTo("DynamicPartitioning.MetadataExtractionFailed");
    assertThat(new String(line.path("rawData").binaryValue(), UTF_8))
        .isEqualTo("{\"customer\":null,\"at\":1}");
  }

  private static List<String> fieldNames(JsonNode line) {
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void the_source_backup_holds_every_record_as_it_was_put() {
    String name =
        stream(
            s3 -> {
              s3.s3BackupMode(S3BackupMode.ENABLED)
                  .s3BackupConfiguration(
                      backup ->
                          backup
                              .bucketARN("arn:aws:s3:::" + BUCKET)
                              .roleARN("arn:aws:iam::000000000000:role/firehose")
                              .prefix("PREFIX")
                              .bufferingHints(b -> b.intervalInSeconds(60).sizeInMBs(1)));
              process(s3, processor(ProcessorType.APPEND_DELIMITER_TO_RECORD));
            });
    putBatch(name, "one", "two");
    flush();
    await().atMost(PATIENCE).until(() -> objects(name + "/data/").size() == 1);
    await().atMost(PATIENCE).until(() -> objects("PREFIX").size() == 1);
    assertThat(objects(name + "/data/").values()).containsExactly("one\ntwo");
    assertThat(objects("PREFIX").values()).containsExactly("onetwo");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void the_messages_of_cloudwatch_logs_are_taken_out_of_their_envelopes() throws IOException {
    String name =
        stream(
            s3 ->
                process(
                    s3,
                    processor(ProcessorType.DECOMPRESSION, "CompressionFormat", "GZIP"),
                    processor(
                        ProcessorType.CLOUD_WATCH_LOG_PROCESSING,
                        "DataMessageExtraction",
                        "true")));
    byte[] envelope =
        gzip(
            "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":"
                + "[{\"id\":\"1\",\"timestamp\":1,\"message\":\"first\"},"
                + "{\"id\":\"2\",\"timestamp\":2,\"message\":\"second\"}]}");
    firehose.putRecord(
        r -> r.deliveryStreamName(name).record(b -> b.data(SdkBytes.fromByteArray(envelope))));
    put(name, "not gzip");
    flush();
    await().atMost(PATIENCE).until(() -> objects(name + "/").size() == 2);
    assertThat(objects(name + "/data/").values()).containsExactly("first\nsecond\n");
    assertThat(objects(name + "/errors/decompression-failed/").values())
        .singleElement()
        .asString()
        .contains(
            "\"rawData\":\"" + Base64.getEncoder().encodeToString("not gzip".getBytes(UTF_8)),
            "\"errorCode\":\"Decompression failed.\"");
  }

  @Test
  void records_whose_function_is_not_found_go_to_the_error_prefix_after_the_retries() {
    String name =
        stream(
            s3 ->
                process(
                    s3,
                    processor(
                        ProcessorType.LAMBDA,
                        "LambdaArn",
                        "arn:aws:lambda:us-east-1:000000000000:function:missing",
                        "NumberOfRetries",
                        "2")));
    put(name, "one");
    for (int passed = 0; passed < 8; passed++) {
      advance(Duration.ofSeconds(30));
      flush();
    }
    Map<String, String> objects = objects(name + "/errors/processing-failed/");
    assertThat(objects.values())
        .singleElement()
        .asString()
        .contains(
            "\"errorCode\":\"Lambda.ResourceNotFound\"",
            "\"attemptsMade\":3",
            "\"lambdaARN\":\"arn:aws:lambda:us-east-1:000000000000:function:missing\"");
    assertThat(objects(name + "/data/")).isEmpty();
  }
}
