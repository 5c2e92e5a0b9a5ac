package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RequiredActionsTest {
  private static List<String> actions(String action, Headers headers) {
    return RequiredActions.of(
        new S3Request(
            "PUT",
            new S3Request.Target(Optional.of("b"), Optional.of("k")),
            Query.NONE,
            headers,
            OptionalLong.of(0),
            new Payload.Plain(),
            Optional.empty(),
            "id"),
        action);
  }

  @Test
  void a_write_needs_a_permission_for_each_thing_that_it_sets() {
    assertThat(actions("PutObject", Headers.NONE)).containsExactly("PutObject");
    assertThat(
            actions(
                "PutObject",
                Headers.NONE.with("x-amz-tagging", "a=b").with("x-amz-acl", "private")))
        .containsExactly("PutObject", "PutObjectTagging", "PutObjectAcl");
    assertThat(actions("PutObject", Headers.NONE.with("x-amz-grant-read", "id=x")))
        .containsExactly("PutObject", "PutObjectAcl");
    assertThat(actions("PutObject", Headers.NONE.with("x-amz-tagging", "")))
        .containsExactly("PutObject");
  }

  @Test
  void other_operations_need_their_own_alone() {
    Headers headers = Headers.NONE.with("x-amz-tagging", "a=b").with("x-amz-acl", "private");
    assertThat(actions("GetObject", headers)).containsExactly("GetObject");
    assertThat(actions("", headers)).isEmpty();
  }
}
