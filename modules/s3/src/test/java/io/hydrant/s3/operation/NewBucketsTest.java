package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the headers of CreateBucket say about ownership and access. */
class NewBucketsTest {
  @TempDir private Path root;
  private TestS3 s3;

  @BeforeEach
  void open() throws IOException {
    s3 = new TestS3(root);
  }

  @AfterEach
  void close() throws IOException {
    s3.close();
  }

  @Test
  void ownership_controls_can_be_set_at_creation() {
    s3.call("PUT", "bucket").header("x-amz-object-ownership", "ObjectWriter").send();
    assertThat(s3.call("GET", "bucket").query("ownershipControls").send().first("ObjectOwnership"))
        .contains("ObjectWriter");
    assertThat(s3.call("PUT", "other").header("x-amz-object-ownership", "Another").send().code())
        .isEqualTo("InvalidArgument");
  }

  @Test
  void a_list_needs_ownership_controls_that_allow_it() {
    assertThat(s3.call("PUT", "bucket").header("x-amz-acl", "public-read").send().code())
        .isEqualTo("InvalidBucketAclWithObjectOwnership");
    assertThat(s3.call("HEAD", "bucket").send().status()).isEqualTo(404);
    s3.call("PUT", "bucket")
        .header("x-amz-acl", "public-read")
        .header("x-amz-object-ownership", "ObjectWriter")
        .send();
    assertThat(s3.call("GET", "bucket").query("acl").send().all("Permission"))
        .containsExactly("FULL_CONTROL", "READ");
  }

  @Test
  void grants_are_refused() {
    assertThat(s3.call("PUT", "bucket").header("x-amz-grant-read", "id=1").send().code())
        .isEqualTo("NotImplemented");
  }
}
