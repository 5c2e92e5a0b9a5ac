package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationConfiguration;
import software.amazon.awssdk.services.firehose.model.Processor;
import software.amazon.awssdk.services.firehose.model.ProcessorParameter;
import software.amazon.awssdk.services.firehose.model.ProcessorParameterName;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The whole way from PutRecord to S3, through functions in AWS's own runtime. */
class LambdaDeliveryTest extends OneNode {
  private static final List<String> FUNCTIONS =
      List.of("upperCase", "logs", "partitionKeys", "broken", "callBack");

  private static final String KEYS =
      "!{partitionKeyFromLambda:customer}/!{partitionKeyFromLambda:year}/";

  @TempDir private static Path logs;
  private final Map<String, FunctionHost> hosts = new HashMap<>();

  @Override
  Map<String, Object> settings() {
    try {
      for (String function : FUNCTIONS) {
        hosts.put(
            function,
            new FunctionHost(
                TransformationFunctions.class.getName() + "::" + function,
                logs.resolve(function + ".log")));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        "hydrant.lambda.endpoint",
        hosts.get("broken").address().toString(),
        "hydrant.lambda.functions",
        hosts.entrySet().stream()
            .filter(each -> !each.getKey().equals("broken"))
            .map(each -> each.getKey() + "=" + each.getValue().address())
            .collect(Collectors.joining(",")));
  }

  @AfterAll
  void stopFunctions() {
    hosts.values().forEach(FunctionHost::close);
  }

  @Test
  void records_are_delivered_as_the_function_changes_them() throws Exception {
    String name = stream("upperCase", false);
    encrypt(name, newKey());
    putBatch(name, "one ", "two");
    assertThat(flushed(name, 1)).isEqualTo(Map.of("data/", "ONE TWO"));
  }

  @Test
  void log_events_are_taken_out_of_their_envelopes_and_others_go_to_the_error_prefix()
      throws Exception {
    String name = stream("logs", false);
    putBytes(
        name, gzip("{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"message\":\"one\"}]}"));
    putBytes(name, gzip("{\"messageType\":\"CONTROL_MESSAGE\"}"));
    put(name, "not packed");
    Map<String, String> objects = flushed(name, 2);
    assertThat(objects).containsOnlyKeys("data/", "errors/processing-failed/");
    assertThat(objects).containsEntry("data/", "one\n");
    JsonNode line = new ObjectMapper().readTree(objects.get("errors/processing-failed/"));
    assertThat(line.path("errorCode").asText()).isEqualTo("Lambda.ProcessingFailedStatus");
    assertThat(line.path("lambdaARN").asText()).isEqualTo(arn("logs"));
    assertThat(
            new String(
                Base64.getDecoder().decode(line.path("rawData").asText()), StandardCharsets.UTF_8))
        .isEqualTo("not packed");
  }

  @Test
  void the_partition_keys_of_a_function_are_part_of_the_names_of_objects() throws Exception {
    String name = stream("partitionKeys", true);
    putBatch(
        name,
        "{\"customer\":\"a\",\"at\":\"2026-11-28\"}",
        "{\"customer\":\"b\",\"at\":\"2025-11-28\"}",
        "{\"customer\":\"a\",\"at\":\"2026-11-29\"}");
    assertThat(flushed(name, 2))
        .isEqualTo(
            Map.of(
                "data/a/2026/",
                "{\"customer\":\"a\",\"at\":\"2026-11-28\"}"
                    + "{\"customer\":\"a\",\"at\":\"2026-11-29\"}",
                "data/b/2025/",
                "{\"customer\":\"b\",\"at\":\"2025-11-28\"}"));
  }

  @Test
  void records_of_a_function_that_throws_go_to_the_error_prefix() throws Exception {
    String name = stream("broken", false);
    put(name, "lost");
    JsonNode line = new ObjectMapper().readTree(flushed(name, 1).get("errors/processing-failed/"));
    assertThat(line.path("errorCode").asText()).isEqualTo("Lambda.FunctionError");
    assertThat(line.path("attemptsMade").asInt()).isEqualTo(1);
  }

  @Test
  void a_function_may_call_the_node_that_invokes_it() throws Exception {
    String target = activeStream();
    String name = stream("callBack", false);
    put(name, "{\"endpoint\":\"" + endpoint() + "\",\"stream\":\"" + target + "\"}");
    assertThat(flushed(name, 1)).isEqualTo(Map.of("data/", "200"));
    awaitDelivered(target, "called back");
  }

  private String stream(String function, boolean partitioned) {
    String name = newName();
    ExtendedS3DestinationConfiguration.Builder s3 =
        ExtendedS3DestinationConfiguration.builder()
            .bucketARN("arn:aws:s3:::" + BUCKET)
            .roleARN("arn:aws:iam::000000000000:role/firehose")
            .prefix(name + "/data/" + (partitioned ? KEYS : ""))
            .errorOutputPrefix(name + "/errors/!{firehose:error-output-type}/")
            .bufferingHints(b -> b.intervalInSeconds(900).sizeInMBs(64))
            .processingConfiguration(
                p ->
                    p.enabled(true)
                        .processors(
                            Processor.builder()
                                .type(ProcessorType.LAMBDA)
                                .parameters(
                                    parameter(ProcessorParameterName.LAMBDA_ARN, arn(function)),
                                    parameter(ProcessorParameterName.NUMBER_OF_RETRIES, "0"))
                                .build()));
    if (partitioned) {
      s3.dynamicPartitioningConfiguration(d -> d.enabled(true));
    }
    firehose.createDeliveryStream(
        r -> r.deliveryStreamName(name).extendedS3DestinationConfiguration(s3.build()));
    awaitActive(name);
    return name;
  }

  private static ProcessorParameter parameter(ProcessorParameterName name, String value) {
    return ProcessorParameter.builder().parameterName(name).parameterValue(value).build();
  }

  private static String arn(String function) {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + function;
  }

  private void putBytes(String name, byte[] data) {
    firehose.putRecord(
        r -> r.deliveryStreamName(name).record(b -> b.data(SdkBytes.fromByteArray(data))));
  }

  /** Returns the objects of a stream by their folders, when there are that many folders. */
  private Map<String, String> flushed(String name, int folders) {
    assertThat(admin("/_hydrant/flush", "").statusCode()).isEqualTo(200);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(found(name)).hasSize(folders));
    return found(name);
  }

  private Map<String, String> found(String name) {
    Map<String, String> found = new TreeMap<>();
    for (S3Object object :
        s3.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(name + "/")).contents()) {
      String key = object.key().substring(name.length() + 1);
      found.put(
          key.substring(0, key.lastIndexOf('/') + 1)
              .replaceFirst("\\d{4}/\\d{2}/\\d{2}/\\d{2}/$", ""),
          s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(object.key())).asUtf8String());
    }
    return found;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
