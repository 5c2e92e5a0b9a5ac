package io.hydrant.replay.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.CallContext;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A refused call as the audit trail keeps it.
 *
 * @param at the time on the service's clock
 * @param resources the streams, keys and aliases that it named
 * @param parameters the parameters, without data and secrets
 */
public record AuditEntry(
    Instant at,
    String requestId,
    String service,
    String operation,
    String account,
    String region,
    String principalArn,
    List<String> resources,
    JsonNode parameters,
    String code,
    String message) {
  static AuditEntry of(Instant at, CallContext call, JsonNode parameters, ServiceError error) {
    Caller caller = call.authenticatedCaller();
    return new AuditEntry(
        at,
        call.requestId(),
        call.service().name(),
        call.operation(),
        caller.account(),
        caller.region(),
        caller.principalArn(),
        call.resources(),
        parameters,
        error.code(),
        error.message());
  }

  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("at", at.toString())
            .put("requestId", requestId)
            .put("service", service)
            .put("operation", operation)
            .put("account", account)
            .put("region", region)
            .put("principalArn", principalArn);
    ArrayNode named = json.putArray("resources");
    resources.forEach(named::add);
    json.set("parameters", parameters);
    return json.put("code", code).put("message", message);
  }

  /** Reads an entry; empty for other JSON, for example a line that a crash cut off. */
  public static Optional<AuditEntry> of(JsonNode json) {
    try {
      return Optional.of(
          new AuditEntry(
              Instant.parse(text(json, "at")),
              text(json, "requestId"),
              text(json, "service"),
              text(json, "operation"),
              text(json, "account"),
              text(json, "region"),
              text(json, "principalArn"),
              Json.texts(json, "resources"),
              json.path("parameters"),
              text(json, "code"),
              text(json, "message")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode json, String member) {
    return json.path(member).asText("");
  }

  /** Returns true where the call named that stream. */
  public boolean concernsStream(String itsAccount, String itsRegion, String name) {
    return account.equals(itsAccount)
        && region.equals(itsRegion)
        && service.equals("FIREHOSE")
        && resources.contains(name);
  }

  /** Returns true where the call named the key with that id. */
  public boolean concernsKey(String keyId) {
    return resources.stream().anyMatch(each -> each.equals(keyId) || each.endsWith("/" + keyId));
  }
}
