package io.hydrant.http.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.policy.AuthorizationDecision;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.core.stream.StreamAuthorization;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * {@code GET /_hydrant/explain}: answers whether a principal may do something, and by which
 * statements. Puts into a stream that is encrypted with a customer managed key need more than
 * Firehose's action, so the answer contains the key's decision too.
 */
public final class ExplainRoute {
  static final String PATH = "/_hydrant/explain";
  private static final Set<String> PUTS = Set.of("firehose:PutRecord", "firehose:PutRecordBatch");
  private static final List<String> NEEDED_OF_KEYS = List.of("kms:GenerateDataKey", "kms:Decrypt");

  private final FirehoseApi firehose;
  private final KmsApi kms;
  private final IdentityPolicyStore identities;
  private final InstantSource clock;
  private final String account;

  public ExplainRoute(
      FirehoseApi firehose,
      KmsApi kms,
      IdentityPolicyStore identities,
      InstantSource clock,
      String account) {
    this.firehose = firehose;
    this.kms = kms;
    this.identities = identities;
    this.clock = clock;
    this.account = account;
  }

  CompletionStage<AdminResponse> answer(HttpRequest request) {
    return ExplainQuestion.of(request.getUri().query(), account)
        .fold(this::answer, ExplainRoute::failed);
  }

  private CompletionStage<AdminResponse> answer(ExplainQuestion question) {
    return question.action().startsWith("kms:")
        ? key(question)
            .thenApply(
                reply -> reply.fold(json -> new AdminResponse(200, json), ExplainRoute::response))
        : stream(question);
  }

  private CompletionStage<Reply<ObjectNode>> key(ExplainQuestion question) {
    Map<String, String> context = new HashMap<>();
    question.via().ifPresent(stream -> context.put("aws:firehose:arn", stream.toString()));
    return kms.explain(
            question.caller(),
            question.resource(),
            question.action().substring("kms:".length()),
            Optional.of(context).filter(given -> !given.isEmpty()),
            question.conditionKeys())
        .thenApply(reply -> reply.map(ruling -> json(question, ruling)));
  }

  private CompletionStage<AdminResponse> stream(ExplainQuestion question) {
    Caller caller = question.caller();
    Optional<StreamArn> arn =
        Optional.of(question.resource())
            .filter(resource -> !resource.equals("*"))
            .map(resource -> ExplainQuestion.stream(resource, caller));
    AuthorizationDecision ruling =
        StreamAuthorization.rule(
            caller,
            question.action(),
            arn.map(StreamArn::toString).orElse("*"),
            question.conditionKeys(),
            identities.policies(caller.principalArn()),
            clock.instant());
    ObjectNode json = json(question, ruling);
    return arn.filter(known -> PUTS.contains(question.action()))
        .map(known -> withKey(json, caller, known))
        .orElseGet(() -> CompletableFuture.completedFuture(new AdminResponse(200, json)));
  }

  private CompletionStage<AdminResponse> withKey(ObjectNode json, Caller caller, StreamArn stream) {
    return firehose
        .describeDeliveryStream(Caller.root(stream.account(), stream.region()), stream.name())
        .thenCompose(
            described ->
                described
                    .fold(there -> there.encryption().keyArn(), missing -> Optional.<String>empty())
                    .map(key -> keyOf(caller, stream, key))
                    .orElseGet(() -> CompletableFuture.completedFuture(List.of())))
        .thenApply(
            also -> {
              if (!also.isEmpty()) {
                ArrayNode list = json.putArray("alsoNeeded");
                also.forEach(list::add);
                boolean keyPermits =
                    also.stream().allMatch(each -> each.path("allowed").asBoolean());
                if (json.path("allowed").asBoolean() && !keyPermits) {
                  json.put("allowed", false)
                      .put(
                          "why",
                          json.path("why").asText()
                              + ", but the stream's key does not permit what is also needed");
                }
              }
              return new AdminResponse(200, json);
            });
  }

  private CompletionStage<List<ObjectNode>> keyOf(Caller caller, StreamArn stream, String key) {
    CompletionStage<List<ObjectNode>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (String action : NEEDED_OF_KEYS) {
      ExplainQuestion question =
          new ExplainQuestion(
              caller.calledVia(
                  "firehose." + stream.region() + ".amazonaws.com", Optional.of(stream.toString())),
              action,
              key,
              Optional.of(stream),
              Map.of());
      all =
          all.thenCombine(
              key(question),
              (list, reply) -> {
                reply.map(list::add);
                return list;
              });
    }
    return all;
  }

  private static ObjectNode json(ExplainQuestion question, AuthorizationDecision ruling) {
    ObjectNode json =
        Json.object()
            .put("allowed", ruling.allowed())
            .put("principal", question.caller().principalArn())
            .put("action", question.action())
            .put("resource", question.resource())
            .put("why", ruling.words());
    question.via().ifPresent(stream -> json.put("via", stream.toString()));
    ArrayNode statements = json.putArray("statements");
    ruling
        .deciders()
        .forEach(
            by -> {
              ObjectNode statement =
                  statements.addObject().put("policy", by.policy()).put("number", by.index() + 1);
              by.sid().ifPresent(sid -> statement.put("sid", sid));
            });
    return json;
  }

  private static CompletionStage<AdminResponse> failed(ServiceError error) {
    return CompletableFuture.completedFuture(response(error));
  }

  private static AdminResponse response(ServiceError error) {
    return AdminResponse.message(
        error.code().equals("NotFoundException") ? 404 : 400, error.message());
  }
}
