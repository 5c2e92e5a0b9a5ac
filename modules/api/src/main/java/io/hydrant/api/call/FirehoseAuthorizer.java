package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.core.stream.StreamAuthorization;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Refuses Firehose calls that the caller's identity policies do not allow. */
public record FirehoseAuthorizer(IdentityPolicyStore identities, InstantSource clock)
    implements CallInterceptor {
  @Override
  public CompletionStage<Reply<JsonNode>> intercept(CallContext call, JsonNode input, Next next) {
    return refusal(call.authenticatedCaller(), call.operation(), input)
        .<CompletionStage<Reply<JsonNode>>>map(Replies::failure)
        .orElseGet(() -> next.proceed(input));
  }

  private Optional<ServiceError> refusal(Caller caller, String operation, JsonNode input) {
    return actions(operation, input)
        .flatMap(
            action ->
                StreamAuthorization.refusal(
                    caller,
                    "firehose:" + action,
                    resource(caller, input),
                    conditionKeys(input),
                    identities.policies(caller.principalArn()),
                    clock.instant())
                    .stream())
        .findFirst();
  }

  /**
   * Returns the actions of a call: creating a stream with tags needs the permission to tag, too.
   */
  private static Stream<String> actions(String operation, JsonNode input) {
    return operation.equals("CreateDeliveryStream") && !input.path("Tags").isEmpty()
        ? Stream.of(operation, "TagDeliveryStream")
        : Stream.of(operation);
  }

  private static String resource(Caller caller, JsonNode input) {
    return Json.text(input, "DeliveryStreamName")
        .map(name -> new StreamArn(caller.region(), caller.account(), new StreamName(name)))
        .map(StreamArn::toString)
        .orElse("*");
  }

  private static Map<String, List<String>> conditionKeys(JsonNode input) {
    Map<String, List<String>> keys = new HashMap<>();
    List<String> tagKeys = Json.texts(input, "TagKeys");
    for (JsonNode tag : input.path("Tags")) {
      String key = tag.path("Key").asText();
      keys.put("aws:RequestTag/" + key, List.of(tag.path("Value").asText()));
      tagKeys.add(key);
    }
    if (!tagKeys.isEmpty()) {
      keys.put("aws:TagKeys", tagKeys);
    }
    return keys;
  }
}
