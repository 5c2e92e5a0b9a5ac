package io.hydrant.delivery.glue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.json.JsonReading;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.TableCatalog;
import io.hydrant.delivery.schema.TableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Reads tables by Glue's API, with the node's own credentials. The API has two operations for it,
 * so there is no client library for them. Calls block.
 */
public final class GlueTables implements TableCatalog, AutoCloseable {
  private static final ObjectMapper MAPPER = JsonReading.MAPPER;
  private static final int BYTES_MAX = 8 * 1024 * 1024;
  private static final int OK = 200;
  private static final String LATEST = "LATEST";

  private final URI endpoint;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient client =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(5))
          .socketTimeout(Duration.ofSeconds(10))
          .build();

  private record Answer(int status, Bytes body) {}

  /**
   * Connects to an endpoint.
   *
   * @param endpoint with its scheme and port
   */
  public GlueTables(URI endpoint, AwsCredentialsProvider credentials) {
    this.endpoint = endpoint;
    this.credentials = credentials;
  }

  @Override
  public List<Column> columns(TableReference table) {
    ObjectNode request =
        JsonNodeFactory.instance
            .objectNode()
            .put("CatalogId", table.catalog())
            .put("DatabaseName", table.database());
    if (table.version().equals(LATEST)) {
      request.put("Name", table.table());
      return TableJson.columns(call("GetTable", table.region(), request).path("Table"));
    }
    request.put("TableName", table.table()).put("VersionId", table.version());
    JsonNode answer = call("GetTableVersion", table.region(), request);
    return TableJson.columns(answer.path("TableVersion").path("Table"));
  }

  private JsonNode call(String operation, String region, ObjectNode request) {
    try {
      Answer answer = send(operation, region, MAPPER.writeValueAsBytes(request));
      if (answer.status() == OK) {
        return MAPPER.readTree(answer.body().unsafeArray());
      }
      throw refused(answer);
    } catch (JsonProcessingException e) {
      throw new TableException(
          TableProblem.UNAVAILABLE,
          "The endpoint of Glue answered " + operation + " without JSON.");
    } catch (IOException | SdkException e) {
      throw new TableException(
          TableProblem.UNAVAILABLE, "The endpoint of Glue could not be reached: " + e.getMessage());
    }
  }

  private Answer send(String operation, String region, byte[] body) throws IOException {
    ContentStreamProvider payload = ContentStreamProvider.fromByteArray(body);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .uri(endpoint)
            .method(SdkHttpMethod.POST)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("Content-Length", Integer.toString(body.length))
            .putHeader("X-Amz-Target", "AWSGlue." + operation)
            .build();
    SignedRequest signed =
        signer.sign(
            toSign ->
                toSign
                    .identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(payload)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "glue")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    HttpExecuteResponse response =
        client
            .prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(payload))
                    .build())
            .call();
    try (InputStream in =
        response
            .responseBody()
            .map(InputStream.class::cast)
            .orElse(InputStream.nullInputStream())) {
      byte[] answer = in.readNBytes(BYTES_MAX + 1);
      if (answer.length > BYTES_MAX) {
        throw new IOException("the answer is larger than " + BYTES_MAX + " bytes");
      }
      return new Answer(response.httpResponse().statusCode(), Bytes.wrap(answer));
    }
  }

  /** Returns the error of an answer; one that is not Glue's own has no type. */
  private static TableException refused(Answer answer) throws IOException {
    JsonNode error = json(answer.body().unsafeArray());
    String type = error.path("__type").asText("");
    String code = type.substring(type.lastIndexOf('#') + 1);
    String message = error.path("message").asText(error.path("Message").asText(""));
    return new TableException(
        TableProblem.ofGlue(code),
        message
            + " (Service: AWSGlue; Status Code: "
            + answer.status()
            + "; Error Code: "
            + code
            + ")");
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException notGlues) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
