package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.api.json.Json;
import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.FailureDescription;

/** The JSON of a DeliveryStreamDescription. */
public final class DescriptionJson {
  private DescriptionJson() {}

  public static JsonNode write(DeliveryStreamDescription stream) {
    ObjectNode json = Json.object();
    ObjectNode description = json.putObject("DeliveryStreamDescription");
    description.put("DeliveryStreamName", stream.arn().name().value());
    description.put("DeliveryStreamARN", stream.arn().toString());
    description.put("DeliveryStreamStatus", stream.status().name());
    stream.failure().ifPresent(failure -> write(description, failure));
    write(description.putObject("DeliveryStreamEncryptionConfiguration"), stream.encryption());
    description.put("DeliveryStreamType", stream.type().wireName());
    description.put("VersionId", stream.versionId());
    description.put("CreateTimestamp", Json.seconds(stream.createTimestamp()));
    stream
        .lastUpdateTimestamp()
        .ifPresent(at -> description.put("LastUpdateTimestamp", Json.seconds(at)));
    stream.source().ifPresent(source -> description.set("Source", DocumentJson.write(source)));
    ArrayNode destinations = description.putArray("Destinations");
    stream.destinations().forEach(each -> destinations.add(DocumentJson.write(each)));
    description.put("HasMoreDestinations", false);
    return json;
  }

  private static void write(
      ObjectNode json, DeliveryStreamDescription.EncryptionDescription encryption) {
    encryption.keyArn().ifPresent(arn -> json.put("KeyARN", arn));
    encryption.keyType().ifPresent(type -> json.put("KeyType", type.name()));
    json.put("Status", encryption.status().name());
    encryption.failure().ifPresent(failure -> write(json, failure));
  }

  private static void write(ObjectNode json, FailureDescription failure) {
    json.putObject("FailureDescription")
        .put("Type", failure.type().name())
        .put("Details", failure.details());
  }
}
