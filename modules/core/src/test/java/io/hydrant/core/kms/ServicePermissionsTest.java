package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AuthorizationDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The permissions of a service that calls KMS as itself. */
class ServicePermissionsTest {
  private static final Map<String, String> CONTEXT = Map.of("stream", "a");

  private static Caller firehose(String account) {
    return new Caller(account, "us-east-1", "firehose.amazonaws.com", Optional.empty());
  }

  private static Structure statement(String effect, Structure principal) {
    return Structure.empty()
        .with("Effect", new Text(effect))
        .with("Principal", principal)
        .with("Action", new Text("kms:*"))
        .with("Resource", new Text("*"));
  }

  private static Structure aws(String principal) {
    return Structure.empty().with("AWS", new Text(principal));
  }

  private static KeyHistory withPolicy(Structure... statements) {
    KeyHistory key = KeyHistory.created();
    Structure document =
        Structure.empty().with("Statement", new Document.Sequence(List.of(statements)));
    KeyPolicy policy =
        KeyPolicy.of("text", document)
            .fold(
                read -> read,
                error -> {
                  throw new AssertionError(error);
                });
    assertThat(code(key.ask(new PutKeyPolicy(OWNER, ARN, "default", policy, true))))
        .isEqualTo("success");
    return key;
  }

  private static KeyHistory withoutPolicy() {
    return KeyHistory.created(
        KeyHistory.input(
            Optional.of(new KeyPolicy("", Optional.empty())), KeyOrigin.AWS_KMS, true, List.of()));
  }

  @Test
  void a_service_uses_the_keys_of_its_own_account_whose_policy_has_no_meaning() {
    assertThat(code(withoutPolicy().encrypt(firehose("000000000000"), CONTEXT)))
        .isEqualTo("success");
    assertThat(code(withoutPolicy().encrypt(firehose("111111111111"), CONTEXT)))
        .isEqualTo("AccessDeniedException");
  }

  @Test
  void a_service_needs_a_policy_or_a_grant_for_other_keys() {
    assertThat(code(KeyHistory.created().encrypt(firehose("000000000000"), CONTEXT)))
        .isEqualTo("AccessDeniedException");
    Structure service = Structure.empty().with("Service", new Text("firehose.amazonaws.com"));
    assertThat(
            code(
                withPolicy(statement("Allow", service)).encrypt(firehose("000000000000"), CONTEXT)))
        .isEqualTo("success");
  }

  @Test
  void a_service_is_denied_what_the_account_is_denied_that_it_acts_for() {
    Structure service = Structure.empty().with("Service", new Text("firehose.amazonaws.com"));
    KeyHistory key =
        withPolicy(statement("Allow", service), statement("Deny", aws("111111111111")));
    assertThat(code(key.encrypt(firehose("111111111111"), CONTEXT)))
        .isEqualTo("AccessDeniedException");
    assertThat(code(key.encrypt(firehose("000000000000"), CONTEXT))).isEqualTo("success");
    assertThat(explained(key, firehose("111111111111")))
        .isInstanceOf(AuthorizationDecision.Denied.class);
  }

  @Test
  void an_explanation_gives_the_decision_and_asks_for_no_permission() {
    KeyHistory key = KeyHistory.created();
    assertThat(explained(key, OWNER)).isInstanceOf(AuthorizationDecision.Allowed.class);
    assertThat(explained(key, KeyHistory.STRANGER))
        .isInstanceOf(AuthorizationDecision.Denied.class);
    assertThat(explained(withoutPolicy(), firehose("000000000000")))
        .isEqualTo(
            new AuthorizationDecision.Allowed(
                List.of(), "allowed to the service that owns the key"));
    assertThat(code(new KeyHistory().ask(explain(OWNER)))).isEqualTo("NotFoundException");
  }

  private static ExplainAccess explain(Caller caller) {
    return new ExplainAccess(caller, ARN, "Encrypt", Optional.of(CONTEXT), Map.of());
  }

  private static AuthorizationDecision explained(KeyHistory key, Caller caller) {
    Reply<AuthorizationDecision> reply = key.ask(explain(caller));
    return reply.fold(
        decision -> decision,
        error -> {
          throw new AssertionError(error);
        });
  }
}
