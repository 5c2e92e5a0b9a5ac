package io.hydrant.delivery.glue;

import static io.hydrant.delivery.conversion.Conversions.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.delivery.schema.TableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Calls to an API of Glue, and its errors. */
class GlueTablesTest {
  private static final TableReference LATEST =
      new TableReference("111122223333", "eu-west-1", "shop", "orders", "LATEST", "role");
  private static final String TABLE =
      "{\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"id\",\"Type\":\"bigint\"}]}}";

  private final List<String> bodies = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private HttpServer server;
  private GlueTables tables;
  private int status = 200;
  private String answer = "{\"Table\":" + TABLE + "}";

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    tables =
        new GlueTables(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")));
  }

  private void answer(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    targets.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @AfterEach
  void stop() {
    tables.close();
    server.stop(0);
  }

  private TableException problem() {
    return catchThrowableOfType(TableException.class, () -> tables.columns(LATEST));
  }

  @Test
  void the_latest_version_is_read_by_GetTable_with_a_signature_for_the_tables_region() {
    assertThat(tables.columns(LATEST)).isEqualTo(columns("id bigint"));
    assertThat(targets).containsExactly("AWSGlue.GetTable");
    assertThat(bodies)
        .containsExactly(
            "{\"CatalogId\":\"111122223333\",\"DatabaseName\":\"shop\",\"Name\":\"orders\"}");
    assertThat(signatures.get(0))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKID/")
        .contains("/eu-west-1/glue/aws4_request");
  }

  @Test
  void another_version_is_read_by_GetTableVersion() {
    answer = "{\"TableVersion\":{\"VersionId\":\"3\",\"Table\":" + TABLE + "}}";
    assertThat(
            tables.columns(
                new TableReference("111122223333", "eu-west-1", "shop", "orders", "3", "role")))
        .isEqualTo(columns("id bigint"));
    assertThat(targets).containsExactly("AWSGlue.GetTableVersion");
    assertThat(bodies)
        .containsExactly(
            "{\"CatalogId\":\"111122223333\",\"DatabaseName\":\"shop\",\"TableName\":\"orders\","
                + "\"VersionId\":\"3\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "EntityNotFoundException,NOT_FOUND",
    "com.amazonaws.glue#EntityNotFoundException,NOT_FOUND",
    "AccessDeniedException,ACCESS_DENIED",
    "UnrecognizedClientException,ACCESS_DENIED",
    "InvalidInputException,INVALID_SCHEMA",
    "InternalServiceException,UNAVAILABLE",
    "ThrottlingException,UNAVAILABLE",
  })
  void an_error_of_glue_says_what_the_problem_is(String type, TableProblem problem) {
    status = 400;
    answer = "{\"__type\":\"" + type + "\",\"Message\":\"Words of Glue.\"}";
    assertThat(problem().problem()).isEqualTo(problem);
    assertThat(problem())
        .hasMessage(
            "Words of Glue. (Service: AWSGlue; Status Code: 400; Error Code: "
                + type.substring(type.indexOf('#') + 1)
                + ")");
  }

  @ParameterizedTest
  @CsvSource({"502,<html>", "500,''", "404,''", "200,<html>"})
  void an_answer_that_is_not_glues_is_tried_again(int otherStatus, String body) {
    status = otherStatus;
    answer = body;
    assertThat(problem().problem()).isEqualTo(TableProblem.UNAVAILABLE);
  }

  @Test
  void a_table_without_columns_is_an_invalid_schema() {
    answer = "{\"Table\":{\"Name\":\"orders\"}}";
    assertThat(problem().problem()).isEqualTo(TableProblem.INVALID_SCHEMA);
  }

  @Test
  void an_answer_without_end_is_not_read_to_its_end() {
    answer = " ".repeat(8 * 1024 * 1024 + 1);
    assertThat(problem())
        .hasMessage(
            "The endpoint of Glue could not be reached: the answer is larger than 8388608 bytes");
  }

  @Test
  void an_endpoint_that_does_not_listen_is_unavailable() {
    server.stop(0);
    assertThat(problem().problem()).isEqualTo(TableProblem.UNAVAILABLE);
  }
}
