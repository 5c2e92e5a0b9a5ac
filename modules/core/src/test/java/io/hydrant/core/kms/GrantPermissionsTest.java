package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.STRANGER;
import static io.hydrant.core.kms.KeyHistory.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a grant lets its grantee and its retiring principal do, and no others. */
class GrantPermissionsTest {
  private static final String ROLE = "arn:aws:iam::111111111111:role/Loader";
  private static final Caller SESSION =
      caller("arn:aws:sts::111111111111:assumed-role/Loader/monday");
  private static final Caller OTHER_SESSION =
      caller("arn:aws:sts::111111111111:assumed-role/Other/monday");
  private static final Caller RETIRER = caller("arn:aws:iam::111111111111:user/retirer");
  private static final Map<String, String> CONTEXT = Map.of("stream", "a");
  private static final String SOURCE = "arn:aws:firehose:us-east-1:111111111111:deliverystream/s";

  private final KeyHistory key = KeyHistory.created();

  private static Caller caller(String arn) {
    return new Caller("111111111111", "us-east-1", arn, Optional.empty());
  }

  private static GrantConstraints subset(Map<String, String> context) {
    return new GrantConstraints(Optional.of(context), Optional.empty(), Optional.empty());
  }

  private static CreateGrant.Input input(
      String grantee, List<String> operations, GrantConstraints constraints) {
    return new CreateGrant.Input(
        Optional.of(grantee),
        Optional.empty(),
        Optional.of(RETIRER.principalArn()),
        Optional.empty(),
        operations,
        constraints,
        Optional.empty(),
        false);
  }

  private Reply<CreateGrant.Output> grant(
      String id, String grantee, List<String> operations, GrantConstraints constraints) {
    return key.ask(new CreateGrant(OWNER, ARN, input(grantee, operations, constraints), id));
  }

  private String passedOn(Caller caller, List<String> operations, GrantConstraints constraints) {
    return code(
        key.ask(
            new CreateGrant(caller, ARN, input("someone", operations, constraints), "passed on")));
  }

  @Test
  void a_session_has_the_grants_of_its_role() {
    grant("g1", ROLE, List.of("Encrypt"), GrantConstraints.NONE);
    assertThat(code(key.encrypt(SESSION, CONTEXT))).isEqualTo("success");
    assertThat(code(key.encrypt(OTHER_SESSION, CONTEXT))).isEqualTo("AccessDeniedException");
    assertThat(code(key.encrypt(STRANGER, CONTEXT))).isEqualTo("AccessDeniedException");
  }

  @Test
  void a_grant_permits_its_operations_alone() {
    grant("g1", ROLE, List.of("Decrypt"), GrantConstraints.NONE);
    assertThat(code(key.encrypt(SESSION, CONTEXT))).isEqualTo("AccessDeniedException");
  }

  @Test
  void a_grant_with_a_source_is_for_calls_on_behalf_of_that_source() {
    grant(
        "g1",
        ROLE,
        List.of("Encrypt"),
        new GrantConstraints(Optional.empty(), Optional.empty(), Optional.of(SOURCE)));
    String service = "firehose.us-east-1.amazonaws.com";
    assertThat(code(key.encrypt(SESSION.calledVia(service, Optional.of(SOURCE)), CONTEXT)))
        .isEqualTo("success");
    assertThat(code(key.encrypt(SESSION.calledVia(service, Optional.of("other")), CONTEXT)))
        .isEqualTo("AccessDeniedException");
    assertThat(code(key.encrypt(SESSION, CONTEXT))).isEqualTo("AccessDeniedException");
  }

  @Test
  void a_grantee_passes_on_what_its_own_grant_permits_under_the_same_constraints() {
    grant("g1", ROLE, List.of("CreateGrant", "Encrypt", "Decrypt"), subset(CONTEXT));
    assertThat(passedOn(SESSION, List.of("Encrypt"), subset(CONTEXT))).isEqualTo("success");
    assertThat(passedOn(SESSION, List.of("Encrypt", "GenerateDataKey"), subset(CONTEXT)))
        .isEqualTo("AccessDeniedException");
    assertThat(passedOn(SESSION, List.of("Encrypt"), GrantConstraints.NONE))
        .isEqualTo("AccessDeniedException");
    assertThat(passedOn(OTHER_SESSION, List.of("Encrypt"), subset(CONTEXT)))
        .isEqualTo("AccessDeniedException");
  }

  @Test
  void a_grantee_without_create_grant_passes_nothing_on() {
    grant("g1", ROLE, List.of("Encrypt"), GrantConstraints.NONE);
    assertThat(passedOn(SESSION, List.of("Encrypt"), GrantConstraints.NONE))
        .isEqualTo("AccessDeniedException");
  }

  @Test
  void a_grant_is_retired_by_its_retiring_principal() {
    grant("g1", ROLE, List.of("Encrypt"), GrantConstraints.NONE);
    assertThat(code(key.ask(new RetireGrant(RETIRER, ARN, "g1", true))))
        .isEqualTo("DryRunOperationException");
    assertThat(code(key.ask(new RetireGrant(RETIRER, ARN, "g1", false)))).isEqualTo("success");
    assertThat(key.state.present().grants()).isEmpty();
  }

  @Test
  void a_grant_is_retired_by_its_grantee_where_it_says_so() {
    grant("g1", ROLE, List.of("Encrypt"), GrantConstraints.NONE);
    grant("g2", ROLE, List.of("RetireGrant"), GrantConstraints.NONE);
    assertThat(code(key.ask(new RetireGrant(SESSION, ARN, "g1", false))))
        .isEqualTo("AccessDeniedException");
    assertThat(code(key.ask(new RetireGrant(OTHER_SESSION, ARN, "g2", false))))
        .isEqualTo("AccessDeniedException");
    assertThat(code(key.ask(new RetireGrant(SESSION, ARN, "g2", false)))).isEqualTo("success");
  }

  @Test
  void a_grant_to_retire_is_named_by_key_and_id() {
    assertThat(
            new RetireGrant.Input(
                    Optional.empty(), Optional.of(ARN.toString()), Optional.of("g1"), false)
                .grant(OWNER))
        .isEqualTo(Reply.success(new GrantToken(ARN, "g1")));
  }

  @Test
  void a_principal_lists_the_grants_that_it_may_retire() {
    grant("g1", ROLE, List.of("Encrypt"), GrantConstraints.NONE);
    key.grant("g2", Optional.empty(), GrantConstraints.NONE);
    RetirableGrants mine = new RetirableGrants(RETIRER, ARN, RETIRER.principalArn());
    assertThat(key.ask(mine))
        .isEqualTo(Reply.success(List.of(key.state.present().grants().get("g1"))));
    assertThat(key.ask(new RetirableGrants(RETIRER, ARN, "other")))
        .isEqualTo(Reply.success(List.of()));
    assertThat(mine.action()).isEqualTo("ListRetirableGrants");
  }

  @Test
  void grants_are_listed_by_their_id_and_by_their_grantee() {
    grant("g1", ROLE, List.of("Encrypt"), GrantConstraints.NONE);
    key.grant("g2", Optional.empty(), GrantConstraints.NONE);
    assertThat(listed(Optional.of("g2"), Optional.empty())).containsExactly("g2");
    assertThat(listed(Optional.empty(), Optional.of(ROLE))).containsExactly("g1");
  }

  private List<String> listed(Optional<String> id, Optional<String> grantee) {
    ListGrants.Input input = new ListGrants.Input(Optional.empty(), Optional.empty(), id, grantee);
    return key.ask(new ListGrants(OWNER, ARN, input))
        .fold(
            output -> output.grants().items().stream().map(Grant::id).toList(),
            error -> {
              throw new AssertionError(error);
            });
  }

  @Test
  void a_grant_has_one_grantee_and_at_most_one_retiring_principal() {
    Optional<String> user = Optional.of(ROLE);
    Optional<String> service = Optional.of("s3.amazonaws.com");
    Optional<String> none = Optional.empty();
    assertThat(created(none, none, none, none)).isEqualTo("ValidationException");
    assertThat(created(user, service, none, none)).isEqualTo("ValidationException");
    assertThat(created(user, none, user, service)).isEqualTo("ValidationException");
    assertThat(created(user, none, none, service)).isEqualTo("success");
  }

  private String created(
      Optional<String> grantee,
      Optional<String> granteeService,
      Optional<String> retiring,
      Optional<String> retiringService) {
    CreateGrant.Input input =
        new CreateGrant.Input(
            grantee,
            granteeService,
            retiring,
            retiringService,
            List.of("Encrypt"),
            GrantConstraints.NONE,
            Optional.empty(),
            false);
    return code(key.ask(new CreateGrant(OWNER, ARN, input, "g1")));
  }

  @Test
  void a_policy_can_ask_what_a_grant_shall_permit() {
    GrantConstraints equals =
        new GrantConstraints(Optional.empty(), Optional.of(CONTEXT), Optional.empty());
    CreateGrant create =
        new CreateGrant(OWNER, ARN, input(ROLE, List.of("Encrypt"), subset(CONTEXT)), "g1");
    assertThat(create.conditionKeys())
        .containsEntry("kms:GrantOperations", List.of("Encrypt"))
        .containsEntry("kms:GrantIsForAWSResource", List.of("false"))
        .containsEntry("kms:GranteePrincipal", List.of(ROLE))
        .containsEntry("kms:RetiringPrincipal", List.of(RETIRER.principalArn()))
        .containsEntry("kms:GrantConstraintType", List.of("EncryptionContextSubset"))
        .containsEntry("kms:EncryptionContext:stream", List.of("a"))
        .containsEntry("kms:EncryptionContextKeys", List.of("stream"));
    assertThat(
            new CreateGrant(OWNER, ARN, input(ROLE, List.of("Encrypt"), equals), "g1")
                .conditionKeys())
        .containsEntry("kms:GrantConstraintType", List.of("EncryptionContextEquals"))
        .containsEntry("kms:EncryptionContext:stream", List.of("a"));
    assertThat(
            new CreateGrant(OWNER, ARN, input(ROLE, List.of(), GrantConstraints.NONE), "g1")
                .conditionKeys())
        .doesNotContainKeys("kms:GrantConstraintType", "kms:EncryptionContextKeys");
  }
}
