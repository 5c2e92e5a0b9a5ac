package io.hydrant.replay.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;

/** An event in one line for a person: what, of what, by whom. */
public final class EventLine {
  private static final List<String> SHOWN_MEMBERS =
      List.of("epoch", "kind", "grantId", "number", "records", "keyId", "version", "state");

  private static final int SHOWN_MAX = 16;

  private EventLine() {}

  /** A step of a timeline. */
  public static String of(JournalView.Step step) {
    return step.fold(EventLine::of, refused -> of(refused.call()));
  }

  private static String of(AuditEntry call) {
    return call.operation() + " refused: " + call.code() + ", by " + call.principalArn();
  }

  /** For example {@code stream encryption requested: key …/1234, by …:root}. */
  public static String of(JournalView.Entry entry) {
    List<String> details = new ArrayList<>();
    JsonNode json = json(entry);
    for (String member : SHOWN_MEMBERS) {
      JsonNode value = json.path(member);
      if (value.isValueNode() && !value.isNull()) {
        details.add(member + " " + shortened(value.asText()));
      }
    }
    add(details, "key ", last(json.at("/target/keyArn").asText("")));
    add(details, "key ", last(json.at("/encryption/keyArn").asText("")));
    add(details, "grant ", shortened(json.at("/grant/id").asText("")));
    add(details, "", json.at("/failure/details").asText(""));
    details.addAll(by(entry, json));
    String what = what(entry.name());
    return details.isEmpty() ? what : what + ": " + String.join(", ", details);
  }

  private static List<String> by(JournalView.Entry entry, JsonNode json) {
    return entry
        .metadata()
        .map(metadata -> metadata.operation() + " by " + metadata.principalArn())
        .or(() -> Json.text(json.path("caller"), "principalArn").map(arn -> "by " + arn))
        .or(
            () ->
                Json.text(json.path("target").path("caller"), "principalArn")
                    .map(arn -> "by " + arn))
        .stream()
        .toList();
  }

  /** The journal's name without its version, in words. */
  public static String what(String name) {
    return name.substring(0, name.lastIndexOf('/')).replace('.', ' ').replace('-', ' ');
  }

  private static void add(List<String> details, String word, String value) {
    if (!value.isEmpty()) {
      details.add(word + value);
    }
  }

  /** Grant ids have 64 digits; the first few tell them apart. */
  private static String shortened(String text) {
    return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX - 4) + "…" : text;
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  public static JsonNode json(JournalView.Entry entry) {
    try {
      return Json.MAPPER.readTree(entry.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal gave no JSON", e);
    }
  }
}
