package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.firehose.model.DataFormatConversionConfiguration;
import software.amazon.awssdk.services.firehose.model.FirehoseException;

/** Streams that convert need a table at their creation and at an update of their conversion. */
class ConversionTablesTest extends OneNode {
  private static final String MISSING =
      "The specified table/database could not be found. Please ensure that the table/database"
          + " exists and that the values provided in the schema configuration are correct,"
          + " especially with regards to casing. There is no file shop/%s.json in the folder of"
          + " hydrant.glue.tables.";

  @TempDir static Path tables;

  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.glue.tables", tables.toString());
  }

  @BeforeEach
  void writeTables() throws Exception {
    Path shop = tables.resolve("shop");
    Files.createDirectories(shop);
    write(shop.resolve("orders.json"), "bigint");
    write(shop.resolve("clicks.json"), "string");
    write(shop.resolve("bad.json"), "set<int>");
  }

  private static void write(Path file, String type) throws Exception {
    Files.writeString(
        file, "{\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"a\",\"Type\":\"" + type + "\"}]}}");
  }

  private static DataFormatConversionConfiguration conversion(String table) {
    return DataFormatConversionConfiguration.builder()
        .inputFormatConfiguration(in -> in.deserializer(one -> one.openXJsonSerDe(openX -> {})))
        .outputFormatConfiguration(out -> out.serializer(one -> one.parquetSerDe(parquet -> {})))
        .schemaConfiguration(
            schema ->
                schema
                    .roleARN("arn:aws:iam::000000000000:role/firehose")
                    .databaseName("shop")
                    .tableName(table))
        .build();
  }

  private String create(String table) {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    s3 ->
                        s3.bucketARN("arn:aws:s3:::bucket")
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .dataFormatConversionConfiguration(conversion(table))));
    awaitActive(name);
    return name;
  }

  private void update(String stream, DataFormatConversionConfiguration conversion) {
    firehose.updateDestination(
        r ->
            r.deliveryStreamName(stream)
                .currentDeliveryStreamVersionId(versionOf(stream))
                .destinationId("destinationId-000000000001")
                .extendedS3DestinationUpdate(
                    s3 -> s3.dataFormatConversionConfiguration(conversion)));
  }

  private String versionOf(String stream) {
    return firehose
        .describeDeliveryStream(r -> r.deliveryStreamName(stream))
        .deliveryStreamDescription()
        .versionId();
  }

  private static FirehoseException refused(Runnable call) {
    FirehoseException thrown = catchThrowableOfType(FirehoseException.class, call::run);
    assertThat(thrown).isNotNull();
    return thrown;
  }

  private static void assertInvalid(FirehoseException thrown, String message) {
    assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("InvalidArgumentException");
    assertThat(thrown.statusCode()).isEqualTo(400);
    assertThat(thrown.awsErrorDetails().errorMessage()).isEqualTo(message);
  }

  @Test
  void a_stream_whose_table_exists_is_created_and_another_is_refused() {
    assertThat(versionOf(create("orders"))).isEqualTo("1");
    assertInvalid(refused(() -> create("none")), MISSING.formatted("none"));
    assertInvalid(
        refused(() -> create("bad")),
        "The schema is invalid. The type set<int> is not one that Hive has.");
    assertInvalid(refused(() -> create("x".repeat(1024))), MISSING.formatted("x".repeat(1024)));
  }

  @Test
  void a_stream_that_was_refused_does_not_exist() {
    long before = firehose.listDeliveryStreams(r -> r.limit(10_000)).deliveryStreamNames().size();
    refused(() -> create("none"));
    assertThat(firehose.listDeliveryStreams(r -> r.limit(10_000)).deliveryStreamNames())
        .hasSize((int) before);
  }

  @Test
  void an_update_is_refused_where_its_table_is_missing_and_changes_nothing() {
    String stream = create("orders");
    assertInvalid(refused(() -> update(stream, conversion("none"))), MISSING.formatted("none"));
    assertThat(versionOf(stream)).isEqualTo("1");
    update(stream, conversion("clicks"));
    assertThat(versionOf(stream)).isEqualTo("2");
  }

  @Test
  void an_update_that_is_refused_for_itself_does_not_ask_for_the_table() {
    String stream = create("orders");
    assertThat(
            refused(
                    () ->
                        firehose.updateDestination(
                            r ->
                                r.deliveryStreamName(stream)
                                    .currentDeliveryStreamVersionId("7")
                                    .destinationId("destinationId-000000000001")
                                    .extendedS3DestinationUpdate(
                                        s3 ->
                                            s3.dataFormatConversionConfiguration(
                                                conversion("none")))))
                .awsErrorDetails()
                .errorCode())
        .isEqualTo("ConcurrentModificationException");
  }

  @Test
  void faults_of_glue_apply_at_creation() throws Exception {
    http(
        HttpRequest.newBuilder(endpoint().resolve("/_hydrant/faults"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "[{\"service\":\"glue\",\"operation\":\"GetTable\",\"on\":\"shop/orders\","
                        + "\"times\":1,\"error\":{\"code\":\"AccessDeniedException\",\"message\":"
                        + "\"Insufficient Lake Formation permission(s) on orders\"}}]")));
    assertInvalid(
        refused(() -> create("orders")),
        "Access was denied when calling Glue. Please ensure that the role specified in the data"
            + " format conversion configuration has the necessary permissions. Insufficient Lake"
            + " Formation permission(s) on orders (Service: AWSGlue; Error Code:"
            + " AccessDeniedException)");
    assertThat(versionOf(create("orders"))).isEqualTo("1");
  }
}
