package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.MATERIAL;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list of KMS that is read in pages, with more than one entry in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkersTest {
  private static final Optional<Integer> ONE = Optional.of(1);
  private static final String RETIRER = "arn:aws:iam::000000000000:user/retirer";
  private final KeyHistory key = KeyHistory.created();
  private KeyDirectory directory = KeyDirectory.EMPTY;

  MarkersTest() {
    key.ask(new TagResource(OWNER, ARN, List.of(new Tag("a", "1"), new Tag("b", "2"))));
    IntStream.of(2, 3)
        .forEach(version -> key.ask(new RotateKeyOnDemand(OWNER, ARN, version, MATERIAL)));
    Stream.of("g1", "g2").forEach(id -> key.grant(id, Optional.empty(), GrantConstraints.NONE));
    Instant at = KeyHistory.START;
    Stream.of(ARN, new KeyArn("us-east-1", "000000000000", "second"))
        .forEach(arn -> directory = new KeyDirectoryEvent.KeyRegistered(at, arn).evolve(directory));
    Stream.of("alias/a", "alias/b")
        .map(name -> new AliasArn("us-east-1", "000000000000", name))
        .map(alias -> new KeyDirectoryEvent.AliasCreated(at, alias, ARN.keyId()))
        .forEach(created -> directory = created.evolve(directory));
  }

  /** By name, how a page of one entry is read behind a marker. */
  private Map<String, Function<Optional<String>, Reply<? extends Page<?>>>> lists() {
    Map<String, Function<Optional<String>, Reply<? extends Page<?>>>> all = new TreeMap<>();
    all.put("ListKeys", marker -> directory(new ListKeys(ONE, marker)));
    all.put("ListAliases", marker -> directory(new ListAliases(Optional.empty(), ONE, marker)));
    all.put(
        "ListAliases of a key",
        marker -> directory(new ListAliases(Optional.of(ARN), ONE, marker)));
    all.put("ListResourceTags", marker -> key.ask(new ListResourceTags(OWNER, ARN, ONE, marker)));
    all.put(
        "ListKeyRotations",
        marker -> key.ask(new ListKeyRotations(OWNER, ARN, false, ONE, marker)));
    all.put(
        "ListKeyRotations with all material",
        marker -> key.ask(new ListKeyRotations(OWNER, ARN, true, ONE, marker)));
    all.put("ListGrants", marker -> grants(Optional.empty(), marker));
    all.put(
        "ListGrants of a grantee",
        marker -> grants(Optional.of(KeyHistory.STRANGER.principalArn()), marker));
    all.put("ListRetirableGrants", marker -> retirable(RETIRER, marker));
    all.put("ListRetirableGrants of another", marker -> retirable(RETIRER + "2", marker));
    return all;
  }

  private <T> Reply<Page<T>> directory(KeyDirectoryCommand<Page<T>> command) {
    return command.decide(directory, KeyHistory.START).reply();
  }

  private Reply<Page<Grant>> grants(Optional<String> grantee, Optional<String> marker) {
    ListGrants.Input input = new ListGrants.Input(ONE, marker, Optional.empty(), grantee);
    return key.ask(new ListGrants(OWNER, ARN, input)).map(ListGrants.Output::grants);
  }

  private Reply<Page<KeyGrant>> retirable(String principal, Optional<String> marker) {
    TreeMap<String, KeyGrant> found = new TreeMap<>();
    key.state.present().grants().forEach((id, grant) -> found.put(id, new KeyGrant(ARN, grant)));
    return new ListRetirableGrants(principal, ONE, marker).page(found);
  }

  Stream<Arguments> each() {
    return lists().keySet().stream().map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("each")
  void a_marker_leads_to_what_follows(String list) {
    Page<?> first = page(list, Optional.empty());
    Page<?> second = page(list, first.nextMarker());
    assertThat(first.nextMarker()).isPresent();
    assertThat(second.items()).hasSize(1);
    assertThat((Object) second.items()).isNotEqualTo(first.items());
  }

  @ParameterizedTest
  @MethodSource("each")
  void a_marker_that_was_never_issued_is_invalid(String list) {
    for (String madeUp :
        List.of("a", "g1", "alias/a", ARN.keyId(), "made up", "%", "AAAAAAAAAAAA")) {
      assertThat(code(lists().get(list).apply(Optional.of(madeUp))))
          .isEqualTo("InvalidMarkerException");
    }
  }

  @ParameterizedTest
  @MethodSource("each")
  void a_marker_of_another_list_is_invalid(String list) {
    String marker = page(list, Optional.empty()).nextMarker().orElseThrow();
    lists()
        .forEach(
            (other, read) ->
                assertThat(code(read.apply(Optional.of(marker))))
                    .as(other)
                    .isEqualTo(other.equals(list) ? "success" : "InvalidMarkerException"));
  }

  private Page<?> page(String list, Optional<String> marker) {
    return lists()
        .get(list)
        .apply(marker)
        .<Page<?>>fold(
            page -> page,
            error -> {
              throw new AssertionError(error);
            });
  }

  @Test
  void a_key_has_one_policy_so_no_marker_of_its_names_was_ever_issued() {
    assertThat(code(key.ask(new ListKeyPolicies(OWNER, ARN, Optional.of("default")))))
        .isEqualTo("InvalidMarkerException");
    assertThat(code(key.ask(new ListKeyPolicies(OWNER, ARN, Optional.empty()))))
        .isEqualTo("success");
  }

  @Test
  void a_page_of_retirable_grants_has_at_most_100() {
    ListRetirableGrants list = new ListRetirableGrants(RETIRER, Optional.of(101), Optional.empty());
    assertThat(KeyHistory.message(list.page(new TreeMap<>())))
        .isEqualTo(
            "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint:"
                + " Member must have value less than or equal to 100");
  }
}
