package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.STRANGER;
import static io.hydrant.core.kms.KeyHistory.code;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrantsTest {
  private static final Map<String, String> CONTEXT = Map.of("stream", "a");
  private final KeyHistory key = KeyHistory.created();

  @Test
  void another_account_needs_a_grant() {
    assertThat(message(key.generate(STRANGER, CONTEXT)))
        .isEqualTo(
            "User: arn:aws:iam::111111111111:root is not authorized to perform:"
                + " kms:GenerateDataKey on resource: "
                + ARN
                + " because no resource-based policy allows the kms:GenerateDataKey action");
    grant("g1");
    assertThat(code(key.generate(STRANGER, CONTEXT))).isEqualTo("success");
    assertThat(code(key.ask(new DescribeKey(STRANGER, ARN)))).isEqualTo("AccessDeniedException");
  }

  @Test
  void a_grant_binds_the_encryption_context() {
    key.grant("g1", Optional.empty(), subset(CONTEXT));
    assertThat(code(key.encrypt(STRANGER, Map.of("stream", "a", "more", "b"))))
        .isEqualTo("success");
    assertThat(code(key.encrypt(STRANGER, Map.of("stream", "b"))))
        .isEqualTo("AccessDeniedException");
    assertThat(code(key.encrypt(STRANGER, Map.of()))).isEqualTo("AccessDeniedException");
  }

  @Test
  void equality_admits_no_further_pairs() {
    GrantConstraints equal =
        new GrantConstraints(Optional.empty(), Optional.of(CONTEXT), Optional.empty());
    assertThat(equal.admit(CONTEXT)).isTrue();
    assertThat(equal.admit(Map.of("stream", "a", "more", "b"))).isFalse();
  }

  @Test
  void in_a_constraint_the_case_of_values_counts_and_that_of_keys_does_not() {
    Map<String, String> shouted = Map.of("STREAM", "a");
    assertThat(subset(CONTEXT).admit(shouted)).isTrue();
    assertThat(subset(shouted).admit(CONTEXT)).isTrue();
    assertThat(subset(CONTEXT).admit(Map.of("stream", "A"))).isFalse();
    GrantConstraints equal =
        new GrantConstraints(Optional.empty(), Optional.of(shouted), Optional.empty());
    assertThat(equal.admit(CONTEXT)).isTrue();
    assertThat(equal.admit(Map.of("stream", "A"))).isFalse();
  }

  @Test
  void a_grant_for_a_service_principal_names_a_source_and_who_retires_it() {
    GrantConstraints source =
        new GrantConstraints(Optional.empty(), Optional.empty(), Optional.of("arn:aws:s3:::b"));
    Optional<String> retiring = Optional.of("firehose.amazonaws.com");
    assertThat(message(forService(GrantConstraints.NONE, retiring))).contains("SourceArn");
    assertThat(message(forService(source, Optional.empty()))).contains("retiring principal");
    assertThat(code(forService(source, retiring))).isEqualTo("success");
  }

  private Reply<CreateGrant.Output> forService(
      GrantConstraints constraints, Optional<String> retiring) {
    CreateGrant.Input input =
        new CreateGrant.Input(
            Optional.empty(),
            Optional.of("s3.amazonaws.com"),
            Optional.empty(),
            retiring,
            List.of("Decrypt"),
            constraints,
            Optional.empty(),
            false);
    return key.ask(new CreateGrant(OWNER, ARN, input, "g1"));
  }

  @Test
  void a_grant_token_is_good_while_its_grant_lives() {
    String token = grant("g1").fold(CreateGrant.Output::grantToken, r -> r.code());
    assertThat(code(checked(token))).isEqualTo("success");
    key.ask(new RevokeGrant(OWNER, ARN, "g1", false));
    assertThat(code(checked(token))).isEqualTo("InvalidGrantTokenException");
  }

  @Test
  void a_grant_token_that_was_never_issued_is_invalid() {
    assertThat(code(checked("made up"))).isEqualTo("InvalidGrantTokenException");
    assertThat(code(checked(new GrantToken(ARN, "g9").encode())))
        .isEqualTo("InvalidGrantTokenException");
  }

  private Reply<?> checked(String token) {
    return CheckGrantToken.of(STRANGER, token).fold(key::ask, Reply::failure);
  }

  @Test
  void the_same_named_call_answers_the_same_grant() {
    assertThat(id(key.grant("g1", Optional.of("n"), GrantConstraints.NONE))).isEqualTo("g1");
    assertThat(id(key.grant("g2", Optional.of("n"), GrantConstraints.NONE))).isEqualTo("g1");
    assertThat(id(key.grant("g3", Optional.of("n"), subset(CONTEXT)))).isEqualTo("g3");
    assertThat(id(grant("g4"))).isEqualTo("g4");
    assertThat(id(grant("g5"))).isEqualTo("g5");
  }

  @Test
  void grants_are_listed_in_pages() {
    grant("g1");
    grant("g2");
    grant("g3");
    Page<Grant> first = list(Optional.empty());
    assertThat(first.items()).extracting(Grant::id).containsExactly("g1", "g2");
    Page<Grant> rest = list(first.nextMarker());
    assertThat(rest.items()).extracting(Grant::id).containsExactly("g3");
    assertThat(rest.nextMarker()).isEmpty();
  }

  @Test
  void a_revoked_grant_permits_nothing() {
    grant("g1");
    assertThat(code(key.ask(new RevokeGrant(STRANGER, ARN, "g1", false))))
        .isEqualTo("AccessDeniedException");
    assertThat(code(key.ask(new RevokeGrant(OWNER, ARN, "g1", false)))).isEqualTo("success");
    assertThat(code(key.encrypt(STRANGER, CONTEXT))).isEqualTo("AccessDeniedException");
    assertThat(message(key.ask(new RevokeGrant(OWNER, ARN, "g1", false))))
        .isEqualTo("Grant ID g1 not found");
  }

  @Test
  void a_grant_is_retired_by_those_it_names() {
    grant("g1");
    assertThat(code(key.ask(new RetireGrant(STRANGER, ARN, "g1", false))))
        .isEqualTo("AccessDeniedException");
    assertThat(code(key.ask(new RetireGrant(OWNER, ARN, "g1", false)))).isEqualTo("success");
    assertThat(code(key.ask(new RetireGrant(STRANGER, ARN, "g1", false))))
        .isEqualTo("NotFoundException");
  }

  @Test
  void a_token_names_a_grant() {
    String token = grant("g1").fold(CreateGrant.Output::grantToken, r -> r.code());
    assertThat(GrantToken.decode(token)).contains(new GrantToken(ARN, "g1"));
    assertThat(GrantToken.decode("no token")).isEmpty();
    var both = new RetireGrant.Input(Optional.of(token), Optional.of("k"), Optional.empty(), false);
    assertThat(code(both.grant(OWNER))).isEqualTo("ValidationException");
    var bad = new RetireGrant.Input(Optional.of("x"), Optional.empty(), Optional.empty(), false);
    assertThat(code(bad.grant(OWNER))).isEqualTo("InvalidGrantTokenException");
  }

  @Test
  void a_disabled_key_takes_no_new_grants() {
    key.ask(new DisableKey(OWNER, ARN));
    assertThat(code(grant("g1"))).isEqualTo("DisabledException");
  }

  private Reply<CreateGrant.Output> grant(String id) {
    return key.grant(id, Optional.empty(), GrantConstraints.NONE);
  }

  private Page<Grant> list(Optional<String> marker) {
    var input = new ListGrants.Input(Optional.of(2), marker, Optional.empty(), Optional.empty());
    return key.ask(new ListGrants(OWNER, ARN, input))
        .fold(
            ListGrants.Output::grants,
            error -> {
              throw new AssertionError(error);
            });
  }

  private static GrantConstraints subset(Map<String, String> context) {
    return new GrantConstraints(Optional.of(context), Optional.empty(), Optional.empty());
  }

  private static String id(Reply<CreateGrant.Output> reply) {
    return reply.fold(CreateGrant.Output::grantId, error -> error.code());
  }
}
