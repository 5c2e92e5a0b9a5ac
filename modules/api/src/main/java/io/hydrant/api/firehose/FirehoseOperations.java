package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.document.Document;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ListTagsForDeliveryStream;
import io.hydrant.core.stream.PutRecordBatch;
import io.hydrant.core.stream.TagDeliveryStream;
import io.hydrant.core.stream.UntagDeliveryStream;
import io.hydrant.core.stream.UpdateDestination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of the Firehose API: their JSON in and out. */
public final class FirehoseOperations {
  private static final String KEY = "DeliveryStreamEncryptionConfigurationInput";

  private FirehoseOperations() {}

  public static List<Operation> all(FirehoseApi api) {
    return Stream.of(streams(api), puts(api), encryption(api), tags(api))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation> streams(FirehoseApi api) {
    return List.of(
        Operation.of(
            "CreateDeliveryStream",
            (caller, input) -> api.createDeliveryStream(caller, stream(input), creation(input)),
            output -> Json.object().put("DeliveryStreamARN", output.arn().toString())),
        Operation.withoutBody(
            "DeleteDeliveryStream",
            (caller, input) ->
                api.deleteDeliveryStream(
                    caller, stream(input), Json.isTrue(input, "AllowForceDelete"))),
        Operation.of(
            "DescribeDeliveryStream",
            (caller, input) -> api.describeDeliveryStream(caller, stream(input)),
            DescriptionJson::write),
        Operation.of(
            "ListDeliveryStreams",
            (caller, input) ->
                api.listDeliveryStreams(
                    caller,
                    new ListDeliveryStreams(
                        Json.integer(input, "Limit"),
                        Json.text(input, "DeliveryStreamType").map(DeliveryStreamType::of),
                        Json.text(input, "ExclusiveStartDeliveryStreamName"))),
            output ->
                Json.object()
                    .<ObjectNode>set(
                        "DeliveryStreamNames", Json.array(output.deliveryStreamNames()))
                    .put("HasMoreDeliveryStreams", output.hasMore())),
        Operation.of(
            "UpdateDestination",
            (caller, input) ->
                api.updateDestination(
                    caller,
                    stream(input),
                    new UpdateDestination(
                        Json.required(input, "CurrentDeliveryStreamVersionId"),
                        Json.required(input, "DestinationId"),
                        DocumentJson.structure(input))),
            output -> Json.object()));
  }

  private static List<Operation> puts(FirehoseApi api) {
    return List.of(
        Operation.of(
            "PutRecord",
            (caller, input) ->
                api.putRecord(caller, stream(input), Json.blob(input.get("Record"), "Data")),
            output ->
                Json.object()
                    .put("RecordId", output.recordId())
                    .put("Encrypted", output.encrypted())),
        Operation.of(
            "PutRecordBatch",
            (caller, input) -> api.putRecordBatch(caller, stream(input), records(input)),
            FirehoseOperations::write));
  }

  private static List<Operation> encryption(FirehoseApi api) {
    return List.of(
        Operation.withoutBody(
            "StartDeliveryStreamEncryption",
            (caller, input) ->
                api.startDeliveryStreamEncryption(
                    caller,
                    stream(input),
                    key(input).orElse(EncryptionConfigurationInput.DEFAULT))),
        Operation.withoutBody(
            "StopDeliveryStreamEncryption",
            (caller, input) -> api.stopDeliveryStreamEncryption(caller, stream(input))));
  }

  private static List<Operation> tags(FirehoseApi api) {
    return List.of(
        Operation.of(
            "TagDeliveryStream",
            (caller, input) ->
                api.tagDeliveryStream(
                    caller, stream(input), new TagDeliveryStream(TagsJson.read(input))),
            output -> Json.object()),
        Operation.of(
            "UntagDeliveryStream",
            (caller, input) ->
                api.untagDeliveryStream(
                    caller, stream(input), new UntagDeliveryStream(Json.texts(input, "TagKeys"))),
            output -> Json.object()),
        Operation.of(
            "ListTagsForDeliveryStream",
            (caller, input) ->
                api.listTagsForDeliveryStream(
                    caller,
                    stream(input),
                    new ListTagsForDeliveryStream(
                        Json.text(input, "ExclusiveStartTagKey"), Json.integer(input, "Limit"))),
            output ->
                Json.object()
                    .<ObjectNode>set("Tags", TagsJson.write(output.tags()))
                    .put("HasMoreTags", output.hasMoreTags())));
  }

  private static StreamName stream(JsonNode input) {
    return new StreamName(Json.required(input, "DeliveryStreamName"));
  }

  private static Optional<EncryptionConfigurationInput> key(JsonNode input) {
    return Json.member(input, KEY)
        .map(
            key ->
                new EncryptionConfigurationInput(
                    KeyType.valueOf(Json.required(key, "KeyType")), Json.text(key, "KeyARN")));
  }

  private static CreateDeliveryStream.Input creation(JsonNode input) {
    return new CreateDeliveryStream.Input(
        Json.text(input, "DeliveryStreamType")
            .map(DeliveryStreamType::of)
            .orElse(DeliveryStreamType.DIRECT_PUT),
        key(input),
        configurations(input),
        TagsJson.read(input));
  }

  private static Document.Structure configurations(JsonNode input) {
    Document.Structure all = DocumentJson.structure(input);
    Document.Structure kept = Document.Structure.empty();
    for (String name : all.members().keySet()) {
      if (name.endsWith("Configuration")) {
        kept = kept.with(name, all.members().get(name));
      }
    }
    return kept;
  }

  private static List<Bytes> records(JsonNode input) {
    List<Bytes> records = new ArrayList<>();
    input.get("Records").forEach(each -> records.add(Json.blob(each, "Data")));
    return records;
  }

  private static JsonNode write(PutRecordBatch.Output output) {
    ObjectNode json = Json.object();
    json.put(
        "FailedPutCount",
        output.entries().stream().filter(entry -> entry.errorCode().isPresent()).count());
    json.put("Encrypted", output.encrypted());
    ArrayNode responses = json.putArray("RequestResponses");
    for (PutRecordBatch.Entry entry : output.entries()) {
      ObjectNode response = responses.addObject();
      entry.recordId().ifPresent(id -> response.put("RecordId", id));
      entry.errorCode().ifPresent(code -> response.put("ErrorCode", code));
      entry.errorMessage().ifPresent(message -> response.put("ErrorMessage", message));
    }
    return json;
  }
}
