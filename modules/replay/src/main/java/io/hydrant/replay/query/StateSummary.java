package io.hydrant.replay.query;

import com.fasterxml.jackson.databind.JsonNode;

/** A state in a word or two, for lists. */
public final class StateSummary {
  private StateSummary() {}

  public static String of(State state) {
    JsonNode json = state.json();
    return switch (state.entity().substring(0, state.entity().indexOf('|'))) {
      case "stream" ->
          json.at("/DeliveryStreamDescription/DeliveryStreamStatus").asText("absent")
              + suffix(
                  json.at(
                      "/DeliveryStreamDescription/DeliveryStreamEncryptionConfiguration/Status"));
      case "key" ->
          json.at("/KeyMetadata/KeyState").asText("absent")
              + plural(", ", json.path("Grants").size(), " grant");
      case "budget" -> json.path("CallsLeft").asInt() + " of 25 calls left";
      case "buffer" -> plural("", json.path("Records").asInt(), " record") + " held";
      case "stream-directory" -> plural("", json.path("DeliveryStreamNames").size(), " stream");
      case "key-directory" -> plural("", json.path("Keys").size(), " key");
      default -> plural("", json.path("Streams").size(), " stream");
    };
  }

  private static String suffix(JsonNode encryption) {
    return encryption.isMissingNode() ? "" : ", encryption " + encryption.asText();
  }

  private static String plural(String before, int count, String thing) {
    return before + count + thing + (count == 1 ? "" : "s");
  }
}
