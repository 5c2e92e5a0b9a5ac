package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.START;
import static io.hydrant.core.kms.KeyHistory.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest value of each number is taken, the next one is not. */
class KeyLimitsTest {
  private final KeyHistory key = KeyHistory.created();

  private static Optional<Integer> of(int limit) {
    return Optional.of(limit);
  }

  private String outcome(String list, int limit) {
    return code(
        switch (list) {
          case "ListKeys" -> inDirectory(new ListKeys(of(limit), Optional.empty()));
          case "ListAliases" ->
              inDirectory(new ListAliases(Optional.empty(), of(limit), Optional.empty()));
          case "ListGrants" ->
              key.ask(
                  new ListGrants(
                      OWNER,
                      ARN,
                      new ListGrants.Input(
                          of(limit), Optional.empty(), Optional.empty(), Optional.empty())));
          case "ListResourceTags" ->
              key.ask(new ListResourceTags(OWNER, ARN, of(limit), Optional.empty()));
          case "ListRetirableGrants" ->
              new ListRetirableGrants("anyone", of(limit), Optional.empty()).page(Map.of());
          default -> throw new AssertionError(list);
        });
  }

  private static Reply<?> inDirectory(KeyDirectoryCommand<?> command) {
    return command.decide(KeyDirectory.EMPTY, START).reply();
  }

  @ParameterizedTest
  @CsvSource({
    "ListKeys, 1000",
    "ListAliases, 100",
    "ListGrants, 100",
    "ListResourceTags, 50",
    "ListRetirableGrants, 100"
  })
  void a_page_is_as_large_as_its_list_allows(String list, int most) {
    assertThat(outcome(list, most)).isEqualTo("success");
    assertThat(outcome(list, most + 1)).isEqualTo("ValidationException");
  }

  @Test
  void a_page_that_holds_the_whole_list_leads_to_no_other() {
    key.grant("g1", Optional.empty(), GrantConstraints.NONE);
    ListGrants.Input one =
        new ListGrants.Input(of(1), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(key.ask(new ListGrants(OWNER, ARN, one)).map(output -> output.grants().nextMarker()))
        .isEqualTo(Reply.success(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"0, ValidationException", "1, success", "1024, success", "1025, ValidationException"})
  void a_data_key_has_one_to_1024_bytes(int bytes, String outcome) {
    DataKeyRequest request = new DataKeyRequest(Optional.empty(), of(bytes), Map.of(), false);
    assertThat(code(key.ask(new GenerateDataKey(OWNER, ARN, request)))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"AES_128, 16", "AES_256, 32"})
  void the_spec_of_a_data_key_gives_its_size(String spec, int bytes) {
    assertThat(new DataKeyRequest(Optional.of(spec), Optional.empty(), Map.of(), false).size())
        .isEqualTo(Reply.success(bytes));
  }

  @Test
  void a_plaintext_of_4096_bytes_is_encrypted() {
    assertThat(
            code(
                key.ask(new Encrypt(OWNER, ARN, 4096, Map.of(), Encrypt.SYMMETRIC_DEFAULT, false))))
        .isEqualTo("success");
  }

  @Test
  void a_key_has_at_most_fifty_tags_however_they_come() {
    assertThat(code(tagged(0, 50))).isEqualTo("success");
    assertThat(code(tagged(49, 51))).isEqualTo("TagException");
    assertThat(code(tagged(0, 51))).isEqualTo("TagException");
    assertThat(code(tagged(10, 50))).isEqualTo("success");
    assertThat(key.state.present().tags()).hasSize(50);
  }

  private Reply<?> tagged(int from, int to) {
    List<Tag> tags = IntStream.range(from, to).mapToObj(i -> new Tag("t" + i, "")).toList();
    return key.ask(new TagResource(OWNER, ARN, tags));
  }

  @Test
  void a_tag_of_the_same_key_gets_the_new_value_and_the_others_stay() {
    key.ask(new TagResource(OWNER, ARN, List.of(new Tag("a", "1"), new Tag("b", "2"))));
    key.ask(new TagResource(OWNER, ARN, List.of(new Tag("a", "3"))));
    assertThat(key.state.present().tags()).containsExactly(new Tag("a", "3"), new Tag("b", "2"));
  }

  @Test
  void two_tags_of_the_same_key_in_one_call_are_refused() {
    Tag twice = new Tag("a", "1");
    assertThat(code(key.ask(new TagResource(OWNER, ARN, List.of(twice, twice)))))
        .isEqualTo("TagException");
  }

  @Test
  void the_tags_of_a_key_that_is_pending_deletion_stay_as_they_are() {
    key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty()));
    assertThat(code(tagged(0, 1))).isEqualTo("KMSInvalidStateException");
    assertThat(code(key.ask(new UntagResource(OWNER, ARN, List.of("a")))))
        .isEqualTo("KMSInvalidStateException");
  }

  @Test
  void a_key_has_at_most_50_000_grants() {
    key.grant("first", Optional.empty(), GrantConstraints.NONE);
    Grant grant = key.state.present().grants().get("first");
    for (int i = 1; i < KmsLimits.GRANTS - 1; i++) {
      key.state = key.state.present().with(withId(grant, "g" + i));
    }
    assertThat(code(key.grant("last", Optional.empty(), GrantConstraints.NONE)))
        .isEqualTo("success");
    assertThat(code(key.grant("more", Optional.empty(), GrantConstraints.NONE)))
        .isEqualTo("LimitExceededException");
  }

  private static Grant withId(Grant grant, String id) {
    return new Grant(
        id,
        grant.creationDate(),
        grant.name(),
        grant.granteePrincipal(),
        grant.retiringPrincipal(),
        grant.issuingAccount(),
        grant.operations(),
        grant.constraints());
  }
}
