package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.acceptance.probe.Creation;
import io.hydrant.acceptance.probe.Destinations;
import io.hydrant.acceptance.probe.Update;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/**
 * The probe's calls to Firehose: every stream that is created or updated is described, and what was
 * created is deleted again, so that no limit is met.
 */
final class StreamCalls implements ProbeTest.Calls {
  private static final String CREATE = "CreateDeliveryStream";
  private static final String UPDATE = "UpdateDestination";

  private final ProbeTest probe;
  private final String known;
  private final Creation creation;
  private final Map<String, ObjectNode> destinations = Destinations.withBackup();
  private final Map<String, String> streams = new HashMap<>();

  StreamCalls(ProbeTest probe, Map<String, String> known) {
    this.probe = probe;
    this.known = known.get("DeliveryStreamName");
    this.creation = new Creation(known);
  }

  @Override
  public HttpResponse<String> send(String operation, JsonNode body) throws Exception {
    if (body instanceof ObjectNode input && operation.equals(CREATE)) {
      return create(creation.completed(input, OneNode.newName()));
    }
    if (body instanceof ObjectNode input && operation.equals(UPDATE)) {
      return update(input);
    }
    return call(operation, body);
  }

  private HttpResponse<String> create(ObjectNode input) throws Exception {
    HttpResponse<String> answer = call(CREATE, input);
    if (answer.statusCode() == 200) {
      String name = input.get("DeliveryStreamName").textValue();
      probe.awaitActive(name);
      delete(name);
    }
    return answer;
  }

  /** A stream is used again until an update of it is taken. */
  private HttpResponse<String> update(ObjectNode input) throws Exception {
    String type = Update.destination(input);
    String name = streams.containsKey(type) ? streams.get(type) : streamTo(type);
    HttpResponse<String> answer = call(UPDATE, Update.completed(input, known, name));
    if (answer.statusCode() == 200) {
      probe.describe(name);
      delete(name);
      streams.remove(type);
    } else {
      streams.put(type, name);
    }
    return answer;
  }

  private String streamTo(String type) throws Exception {
    String name = OneNode.newName();
    ObjectNode create = named(name);
    create.set(type, destinations.get(type));
    assertThat(call(CREATE, create).statusCode()).isEqualTo(200);
    probe.awaitActive(name);
    return name;
  }

  private void delete(String name) throws Exception {
    assertThat(call("DeleteDeliveryStream", named(name)).statusCode()).isEqualTo(200);
  }

  private static ObjectNode named(String name) {
    return JsonNodeFactory.instance.objectNode().put("DeliveryStreamName", name);
  }

  private HttpResponse<String> call(String operation, JsonNode body) throws Exception {
    return probe.send("Firehose_20150804." + operation, body);
  }
}
