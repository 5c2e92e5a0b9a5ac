package io.hydrant.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any policy and any request. */
class PolicyPropertiesTest {
  @Property
  void a_deny_wins_wherever_it_stands(
      @ForAll("policies") Policy policy, @ForAll("requests") AccessRequest request) {
    boolean denied = policy.statements().stream().anyMatch(one -> one.denies(request));
    assertThat(policy.evaluate(request) instanceof PolicyEvaluation.DeniedBy).isEqualTo(denied);
  }

  @Property
  void one_more_allow_turns_no_allow_into_a_deny(
      @ForAll("policies") Policy policy,
      @ForAll("policies") Policy more,
      @ForAll("requests") AccessRequest request) {
    Stream<Statement> allows =
        more.statements().stream().filter(one -> one.effect() == Effect.ALLOW);
    Policy wider = new Policy(Stream.concat(policy.statements().stream(), allows).toList());
    if (policy.evaluate(request) instanceof PolicyEvaluation.AllowedBy) {
      assertThat(wider.evaluate(request)).isInstanceOf(PolicyEvaluation.AllowedBy.class);
    }
    if (policy.evaluate(request) instanceof PolicyEvaluation.DeniedBy) {
      assertThat(wider.evaluate(request)).isInstanceOf(PolicyEvaluation.DeniedBy.class);
    }
  }

  @Property
  void the_order_of_statements_means_nothing(
      @ForAll("policies") Policy policy,
      @ForAll("requests") AccessRequest request,
      @ForAll Random random) {
    List<Statement> shuffled = new ArrayList<>(policy.statements());
    Collections.shuffle(shuffled, random);
    Policy other = new Policy(shuffled);
    assertThat(other.evaluate(request)).hasSameClassAs(policy.evaluate(request));
    assertThat(other.delegation(request).isPresent())
        .isEqualTo(policy.delegation(request).isPresent());
  }

  @Property
  void a_written_policy_is_read_as_itself(@ForAll("policies") Policy policy) {
    assertThat(PolicyReader.read(Written.policy(policy), PolicyKind.KEY))
        .isEqualTo(Reply.success(policy));
  }

  @Property
  void wildcards_match_as_a_regular_expression_would(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    String expression = pattern.replace("*", ".*").replace("?", ".");
    boolean matches =
        PolicyPatternReader.plainPattern(pattern)
            .fold(
                template -> template.matches(text, Ask.by(Ask.ALICE).request()),
                error -> {
                  throw new AssertionError(error);
                });
    assertThat(matches).isEqualTo(text.matches(expression));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab*?").ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab").ofMaxLength(8);
  }

  @Provide
  Arbitrary<AccessRequest> requests() {
    Arbitrary<Principal> who =
        Arbitraries.of(Ask.ALICE, Ask.BOB, Ask.ROOT, Ask.ROLE, Ask.SESSION, Ask.FIREHOSE);
    Arbitrary<String> action = Arbitraries.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");
    Arbitrary<String> service = Arbitraries.of("s3", "firehose", "a*");
    return Combinators.combine(who, action, service)
        .as(
            (principal, asked, via) ->
                new Ask(principal, asked, Ask.KEY, Map.of())
                    .and("kms:ViaService", via)
                    .and("aws:SourceIp", "10.1.2.3")
                    .request());
  }

  @Provide
  Arbitrary<Policy> policies() {
    return statements()
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(all -> Policies.key(all.toArray(String[]::new)));
  }

  private static Arbitrary<String> statements() {
    Arbitrary<String> about =
        Arbitraries.of(
            "'Principal':", "'Effect':'Deny','Principal':", "'Effect':'Deny','NotPrincipal':");
    Arbitrary<String> whom =
        Arbitraries.of(
            "'*'",
            "{'AWS':'111122223333'}",
            "{'AWS':['444455556666','arn:aws:iam::111122223333:user/Alice']}",
            "{'AWS':'arn:aws:sts::111122223333:assumed-role/Loader/monday'}",
            "{'AWS':'arn:aws:iam::111122223333:role/jobs/Loader','Service':'s3.amazonaws.com'}",
            "{'Service':['firehose.amazonaws.com']}");
    Arbitrary<String> what =
        Arbitraries.of(
            "'Action':'kms:*'",
            "'Sid':'Data keys','Action':['kms:Decrypt','kms:GenerateDataKey*']",
            "'NotAction':'kms:En?rypt'",
            "'Resource':'arn:aws:kms:*:${aws:PrincipalAccount}:key/*'",
            "'NotResource':'arn:aws:kms:us-east-1:111122223333:key/${*}'");
    Arbitrary<String> when =
        Arbitraries.of(
            "{}",
            "{'StringLike':{'kms:ViaService':['fire*','${aws:PrincipalAccount}']}}",
            "{'ForAnyValue:StringNotEqualsIfExists':{'kms:ViaService':'a${*}'}}",
            "{'IpAddress':{'aws:SourceIp':['10.0.0.0/8','203.0.113.1']},'Null':{'aws:userid':true}}",
            "{'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/*'}}",
            "{'DateLessThan':{'aws:CurrentTime':'2026-03'}}",
            "{'NumericGreaterThanEquals':{'kms:ScheduleKeyDeletionPendingWindowInDays':7}}");
    return Combinators.combine(about, whom, what, when)
        .as((a, b, c, d) -> a + b + "," + c + ",'Condition':" + d);
  }
}
