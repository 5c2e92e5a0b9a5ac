package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Records that are put as JSON arrive as Parquet, and those that do not fit as error lines. */
class ConversionDeliveryTest extends OneNode {
  @TempDir static Path tables;
  @TempDir Path folder;

  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.glue.tables", tables.toString());
  }

  private String convertingStream() throws Exception {
    Files.createDirectories(tables.resolve("shop"));
    Files.writeString(
        tables.resolve("shop/orders.json"),
        "{\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"id\",\"Type\":\"bigint\"},"
            + "{\"Name\":\"name\",\"Type\":\"string\"}]}}");
    String stream = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .extendedS3DestinationConfiguration(
                    s3 ->
                        s3.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .prefix(stream + "/")
                            .errorOutputPrefix(stream + "-errors/")
                            .dataFormatConversionConfiguration(
                                conversion ->
                                    conversion
                                        .inputFormatConfiguration(
                                            in -> in.deserializer(d -> d.openXJsonSerDe(x -> {})))
                                        .outputFormatConfiguration(
                                            out -> out.serializer(s -> s.parquetSerDe(p -> {})))
                                        .schemaConfiguration(
                                            schema ->
                                                schema
                                                    .roleARN(
                                                        "arn:aws:iam::000000000000:role/firehose")
                                                    .databaseName("shop")
                                                    .tableName("orders")))));
    awaitActive(stream);
    return stream;
  }

  private S3Object onlyObject(String prefix) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> s3.listObjectsV2(r -> r.bucket(BUCKET).prefix(prefix)).contents(),
            objects -> objects.size() == 1)
        .get(0);
  }

  private static Record record(String text) {
    return Record.builder().data(SdkBytes.fromUtf8String(text)).build();
  }

  @Test
  void json_becomes_a_parquet_object_and_an_object_of_error_lines() throws Exception {
    ClientProcess.needsJavaScript();
    String stream = convertingStream();
    firehose.putRecordBatch(
        r ->
            r.deliveryStreamName(stream)
                .records(
                    record("{\"id\":1,\"name\":\"a\"}"),
                    record("{\"id\":\"oops\"}"),
                    record("{\"ID\":\"2\",\"other\":true}{\"id\":3}")));
    http(
        HttpRequest.newBuilder(endpoint().resolve("/_hydrant/flush"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"stream\": \"" + stream + "\"}")));
    S3Object data = onlyObject(stream + "/");
    assertThat(data.key()).endsWith(".parquet");
    HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key(data.key()));
    assertThat(head.contentType()).isEqualTo("application/octet-stream");
    assertThat(head.contentEncoding()).isEqualTo("hadoop-snappy");
    Path file = folder.resolve("object.parquet");
    s3.getObject(r -> r.bucket(BUCKET).key(data.key()), file);
    assertThat(
            ClientProcess.output(
                    endpoint(),
                    ClientProcess.CLIENTS.resolve("javascript"),
                    List.of("node", "parquet.mjs", file.toString()))
                .lines()
                .filter(line -> line.startsWith("duckdb ")))
        .containsExactly(
            "duckdb {\"id\":1,\"name\":\"a\"}",
            "duckdb {\"id\":2,\"name\":null}",
            "duckdb {\"id\":3,\"name\":null}");
    S3Object errors = onlyObject(stream + "-errors/format-conversion-failed/");
    assertThat(errors.key()).doesNotEndWith(".parquet");
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(errors.key())).asUtf8String())
        .contains(
            "\"lastErrorCode\":\"DataFormatConversion.MalformedData\"",
            "\"rawData\":\"eyJpZCI6Im9vcHMifQ==\"",
            "\"tableName\":\"orders\"")
        .doesNotContain("\n");
  }
}
