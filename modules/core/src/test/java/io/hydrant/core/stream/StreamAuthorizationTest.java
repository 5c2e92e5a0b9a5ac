package io.hydrant.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AuthorizationDecision;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.PolicyKind;
import io.hydrant.core.policy.PolicyReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamAuthorizationTest {
  private static final String ACTION = "firehose:TagDeliveryStream";
  private static final Map<String, List<String>> TAGS = Map.of("aws:TagKeys", List.of("team"));

  private static Caller alice(String region) {
    return new Caller(
        "000000000000", region, "arn:aws:iam::000000000000:user/alice", Optional.empty());
  }

  private static List<NamedPolicy> allowWhere(String conditionKey, String value) {
    Structure statement =
        Structure.empty()
            .with("Effect", new Text("Allow"))
            .with("Action", new Text(ACTION))
            .with("Resource", new Text("*"))
            .with(
                "Condition",
                Structure.empty()
                    .with(
                        "ForAnyValue:StringEquals",
                        Structure.empty().with(conditionKey, new Text(value))));
    return PolicyReader.read(Structure.empty().with("Statement", statement), PolicyKind.IDENTITY)
        .map(read -> List.of(new NamedPolicy("the policy Test", read)))
        .fold(
            policies -> policies,
            error -> {
              throw new AssertionError(error);
            });
  }

  private static Optional<ServiceError> refusal(Caller caller, List<NamedPolicy> policies) {
    return StreamAuthorization.refusal(
        caller, ACTION, StreamHistory.ARN.toString(), TAGS, policies, Instant.EPOCH);
  }

  @Test
  void a_user_needs_an_identity_policy_that_allows_the_call() {
    assertThat(refusal(alice("us-east-1"), List.of()).orElseThrow().code())
        .isEqualTo("AccessDeniedException");
    assertThat(refusal(alice("us-east-1"), List.of()).orElseThrow().message())
        .contains(ACTION, "no identity-based policy allows");
    assertThat(refusal(StreamHistory.CALLER, List.of())).as("the root").isEmpty();
  }

  @Test
  void a_policy_can_ask_for_the_condition_keys_of_the_operation() {
    assertThat(refusal(alice("us-east-1"), allowWhere("aws:TagKeys", "team"))).isEmpty();
    assertThat(refusal(alice("us-east-1"), allowWhere("aws:TagKeys", "other"))).isPresent();
  }

  @Test
  void a_policy_can_ask_for_the_region_of_the_caller() {
    List<NamedPolicy> inIreland = allowWhere("aws:RequestedRegion", "eu-west-1");
    assertThat(refusal(alice("eu-west-1"), inIreland)).isEmpty();
    assertThat(refusal(alice("us-east-1"), inIreland)).isPresent();
  }

  @Test
  void the_decision_names_its_reason() {
    assertThat(
            StreamAuthorization.rule(
                alice("us-east-1"),
                ACTION,
                "*",
                TAGS,
                allowWhere("aws:TagKeys", "team"),
                Instant.EPOCH))
        .isInstanceOfSatisfying(
            AuthorizationDecision.Allowed.class,
            allowed -> assertThat(allowed.words()).contains("the policy Test"));
  }
}
