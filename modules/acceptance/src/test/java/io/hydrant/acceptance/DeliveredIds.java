package io.hydrant.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The records in a bucket by their ids, each with how often it is there.
 *
 * @param data below {@code data/}
 * @param errors in error lines below {@code errors/}
 * @param backup below {@code backup/}
 */
record DeliveredIds(
    Map<Integer, Integer> data, Map<Integer, Integer> errors, Map<Integer, Integer> backup) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static DeliveredIds of(S3Client s3, String bucket) {
    DeliveredIds ids = new DeliveredIds(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (S3Object object : s3.listObjectsV2Paginator(r -> r.bucket(bucket)).contents()) {
      String text = s3.getObjectAsBytes(r -> r.bucket(bucket).key(object.key())).asString(UTF_8);
      for (String line : text.split("\n", -1)) {
        if (!line.isBlank()) {
          ids.add(object.key(), line);
        }
      }
    }
    return ids;
  }

  private void add(String key, String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (key.startsWith("errors/")) {
        errors.merge(id(JSON.readTree(json.path("rawData").binaryValue())), 1, Integer::sum);
      } else {
        (key.startsWith("data/") ? data : backup).merge(id(json), 1, Integer::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(key + " has the line " + line, e);
    }
  }

  private static int id(JsonNode record) {
    return record.required("id").intValue();
  }

  /** Counts the data objects' and error lines' records with that id. */
  int delivered(int id) {
    return data.getOrDefault(id, 0) + errors.getOrDefault(id, 0);
  }
}
