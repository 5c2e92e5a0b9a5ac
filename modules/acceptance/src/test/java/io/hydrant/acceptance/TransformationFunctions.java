package io.hydrant.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Lambda functions that do what AWS's samples of transformations do. AWS's runtime calls them, in a
 * process of its own.
 */
public final class TransformationFunctions {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a function does with one record. */
  private interface Work {
    Map<String, Object> apply(byte[] data) throws IOException;
  }

  /** Returns every record in capital letters. */
  public Map<String, Object> upperCase(Map<String, Object> event) throws IOException {
    return each(
        event,
        data -> entry("Ok", new String(data, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT)));
  }

  /**
   * Takes the messages out of the packed envelopes of CloudWatch Logs. Control messages are
   * dropped; what is no envelope fails.
   */
  public Map<String, Object> logs(Map<String, Object> event) throws IOException {
    return each(event, TransformationFunctions::messages);
  }

  private static Map<String, Object> messages(byte[] data) {
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(data))) {
      JsonNode envelope = MAPPER.readTree(unpacked.readAllBytes());
      return switch (envelope.path("messageType").asText()) {
        case "CONTROL_MESSAGE" -> entry("Dropped", "");
        case "DATA_MESSAGE" -> entry("Ok", lines(envelope.path("logEvents")));
        default -> entry("ProcessingFailed", "");
      };
    } catch (IOException notPacked) {
      return entry("ProcessingFailed", "");
    }
  }

  private static String lines(JsonNode events) {
    StringBuilder lines = new StringBuilder();
    events.forEach(each -> lines.append(each.path("message").asText()).append('\n'));
    return lines.toString();
  }

  /** Finds partition keys in JSON records, and leaves the records as they are. */
  public Map<String, Object> partitionKeys(Map<String, Object> event) throws IOException {
    return each(
        event,
        data -> {
          JsonNode record = MAPPER.readTree(data);
          Map<String, Object> entry = entry("Ok", new String(data, StandardCharsets.UTF_8));
          entry.put(
              "metadata",
              Map.of(
                  "partitionKeys",
                  Map.of(
                      "customer",
                      record.path("customer").asText(),
                      "year",
                      record.path("at").asText().substring(0, 4))));
          return entry;
        });
  }

  /** Throws an exception, as a function with a defect does. */
  public Map<String, Object> broken(Map<String, Object> event) throws IOException {
    return each(
        event,
        data -> {
          throw new IllegalStateException("This function is broken.");
        });
  }

  /** Puts a record into the stream that each record names, and returns the status of the answer. */
  public Map<String, Object> callBack(Map<String, Object> event) throws IOException {
    return each(event, data -> entry("Ok", put(MAPPER.readTree(data))));
  }

  private static String put(JsonNode target) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target.path("endpoint").asText()))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "Firehose_20150804.PutRecord")
            .header("X-Amz-Date", "20261128T000000Z")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20261128/us-east-1/firehose/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=00")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"DeliveryStreamName\":\""
                        + target.path("stream").asText()
                        + "\",\"Record\":{\"Data\":\"Y2FsbGVkIGJhY2s=\"}}"))
            .build();
    try {
      return ""
          + HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, Object> entry(String result, String data) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("result", result);
    entry.put("data", Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)));
    return entry;
  }

  private static Map<String, Object> each(Map<String, Object> event, Work work) throws IOException {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Object each : (List<?>) event.get("records")) {
      Map<?, ?> record = (Map<?, ?>) each;
      Map<String, Object> entry =
          work.apply(Base64.getDecoder().decode((String) record.get("data")));
      entry.put("recordId", record.get("recordId"));
      entries.add(entry);
    }
    return Map.of("records", entries);
  }
}
