package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
  private final StreamHistory history = StreamHistory.active();

  private static Tag tag(String key) {
    return new Tag(key, Optional.of("value of " + key));
  }

  private static List<Tag> numbered(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> tag("%02d".formatted(i))).toList();
  }

  private Reply<?> tagged(Tag... tags) {
    return history.handle(new TagDeliveryStream(List.of(tags)));
  }

  private List<Tag> listed() {
    return listed(Optional.empty(), Optional.empty()).tags();
  }

  private ListTagsForDeliveryStream.Output listed(Optional<String> after, Optional<Integer> limit) {
    return history
        .handle(new ListTagsForDeliveryStream(after, limit))
        .fold(
            output -> output,
            error -> {
              throw new AssertionError(error);
            });
  }

  @Test
  void a_stream_has_the_tags_that_it_was_created_with() {
    StreamHistory created = new StreamHistory();
    created.create(DeliveryStreamType.DIRECT_PUT, Optional.empty(), List.of(tag("a"), tag("b")));
    assertThat(created.handle(new ListTagsForDeliveryStream(Optional.empty(), Optional.empty())))
        .isEqualTo(
            Reply.success(
                new ListTagsForDeliveryStream.Output(List.of(tag("a"), tag("b")), false)));
  }

  @Test
  void tags_are_listed_in_the_order_of_their_keys() {
    assertThat(tagged(tag("b"), new Tag("a", Optional.empty()))).isInstanceOf(Reply.Success.class);
    tagged(tag("c"));
    assertThat(listed()).containsExactly(new Tag("a", Optional.empty()), tag("b"), tag("c"));
  }

  @Test
  void a_tag_of_the_same_key_gets_the_new_value() {
    tagged(tag("a"), tag("b"));
    tagged(new Tag("a", Optional.of("new")));
    assertThat(listed()).containsExactly(new Tag("a", Optional.of("new")), tag("b"));
  }

  @Test
  void a_page_ends_at_its_limit_and_the_next_one_begins_after_its_last_key() {
    tagged(tag("a"), tag("b"), tag("c"));
    assertThat(listed(Optional.empty(), Optional.of(2)))
        .isEqualTo(new ListTagsForDeliveryStream.Output(List.of(tag("a"), tag("b")), true));
    assertThat(listed(Optional.of("b"), Optional.of(2)))
        .isEqualTo(new ListTagsForDeliveryStream.Output(List.of(tag("c")), false));
    assertThat(listed(Optional.empty(), Optional.of(3)).hasMoreTags()).isFalse();
  }

  @Test
  void removed_tags_are_gone_and_the_others_stay() {
    tagged(tag("a"), tag("b"));
    assertThat(history.handle(new UntagDeliveryStream(List.of("a", "unknown"))))
        .isInstanceOf(Reply.Success.class);
    assertThat(listed()).containsExactly(tag("b"));
  }

  @Test
  void the_removal_of_unknown_tags_succeeds_and_stores_nothing() {
    int before = history.events().size();
    assertThat(history.handle(new UntagDeliveryStream(List.of("unknown"))))
        .isInstanceOf(Reply.Success.class);
    assertThat(history.events()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:a", "AWS:a"})
  void a_key_that_begins_with_aws_is_reserved(String key) {
    assertThat(refusal(tagged(tag(key))).code()).isEqualTo("InvalidArgumentException");
    assertThat(refusal(tagged(tag(key))).message()).contains(key);
  }

  @Test
  void a_key_occurs_once_in_a_call() {
    assertThat(refusal(tagged(tag("a"), tag("a"))).message()).isEqualTo("Duplicate tag key: a");
    assertThat(listed()).isEmpty();
  }

  @Test
  void a_creation_is_checked_by_the_same_rules() {
    Reply<?> created =
        new StreamHistory()
            .create(DeliveryStreamType.DIRECT_PUT, Optional.empty(), List.of(tag("aws:a")));
    assertThat(refusal(created).code()).isEqualTo("InvalidArgumentException");
  }

  @Test
  void a_stream_has_at_most_fifty_tags() {
    assertThat(history.handle(new TagDeliveryStream(numbered(0, 30))))
        .isInstanceOf(Reply.Success.class);
    assertThat(refusal(history.handle(new TagDeliveryStream(numbered(30, 51)))).code())
        .isEqualTo("LimitExceededException");
    assertThat(history.handle(new TagDeliveryStream(numbered(20, 50))))
        .as("ten of these keys are known")
        .isInstanceOf(Reply.Success.class);
    assertThat(listed()).hasSize(50);
  }
}
