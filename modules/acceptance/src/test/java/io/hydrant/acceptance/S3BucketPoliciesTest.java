package io.hydrant.acceptance;

import static io.hydrant.acceptance.S3Identities.ALICE;
import static io.hydrant.acceptance.S3Identities.BOB;
import static io.hydrant.acceptance.S3Identities.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Who may do what with a bucket, by the policies of identities and of the bucket. */
class S3BucketPoliciesTest extends OneNode {
  @TempDir private static Path folder;
  private S3Client alice;
  private S3Client bob;
  private S3Client reader;

  @Override
  Map<String, Object> settings() {
    return S3Identities.settings(folder);
  }

  private S3Client as(S3Signer identity) {
    return SdkClients.withoutRetries(
            endpoint(), AwsBasicCredentials.create(identity.accessKeyId(), identity.secret()))
        .s3();
  }

  @BeforeEach
  void clients() {
    alice = as(ALICE);
    bob = as(BOB);
    reader = as(READER);
    s3.putObject(r -> r.bucket(BUCKET).key("in/k"), RequestBody.fromString("in"));
    s3.putObject(r -> r.bucket(BUCKET).key("out/k"), RequestBody.fromString("out"));
  }

  @AfterEach
  void noPolicy() {
    s3.deleteBucketPolicy(r -> r.bucket(BUCKET));
  }

  private void policy(String... statements) {
    s3.putBucketPolicy(
        r ->
            r.bucket(BUCKET)
                .policy(
                    "{\"Version\":\"2012-10-17\",\"Statement\":["
                        + String.join(",", statements).replace('\'', '"')
                        + "]}"));
  }

  private static String statement(String effect, String principal, String action, String keys) {
    return "{'Effect':'%s','Principal':%s,'Action':'%s','Resource':'arn:aws:s3:::bucket%s'}"
        .formatted(effect, principal, action, keys);
  }

  private static String read(S3Client client, String key) {
    return client.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String();
  }

  private static void denied(Runnable call, String ending) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(403);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              assertThat(refused.awsErrorDetails().errorMessage()).endsWith(ending);
            });
  }

  private int anonymous(String key) throws Exception {
    return HttpCalls.plain(
            HttpRequest.newBuilder(endpoint().resolve("/" + BUCKET + "/" + key)).build())
        .statusCode();
  }

  @Test
  void an_identity_may_what_its_own_policies_allow() {
    assertThat(read(alice, "out/k")).isEqualTo("out");
    assertThat(read(reader, "in/k")).isEqualTo("in");
    denied(
        () -> read(reader, "out/k"),
        "because no identity-based policy allows the s3:GetObject action");
    denied(() -> reader.listObjectsV2(r -> r.bucket(BUCKET)), "s3:ListBucket action");
    denied(() -> reader.deleteObject(r -> r.bucket(BUCKET).key("in/k")), "s3:DeleteObject action");
    denied(
        () ->
            reader.copyObject(
                r ->
                    r.sourceBucket(BUCKET)
                        .sourceKey("out/k")
                        .destinationBucket(BUCKET)
                        .destinationKey("in/copy")),
        "s3:GetObject action");
    assertThat(
            reader
                .deleteObjects(
                    r ->
                        r.bucket(BUCKET)
                            .delete(d -> d.objects(ObjectIdentifier.builder().key("in/k").build())))
                .errors())
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo("AccessDenied"));
  }

  @Test
  void tags_lists_and_versions_need_permissions_of_their_own() {
    PutObjectRequest.Builder put = PutObjectRequest.builder().bucket(BUCKET).key("in/own");
    reader.putObject(put.build(), RequestBody.fromString("x"));
    denied(
        () -> reader.putObject(put.copy().tagging("a=b").build(), RequestBody.fromString("x")),
        "s3:PutObjectTagging action");
    denied(
        () ->
            reader.putObject(
                put.copy().acl("bucket-owner-full-control").build(), RequestBody.fromString("x")),
        "s3:PutObjectAcl action");
    denied(
        () -> reader.getObjectAsBytes(r -> r.bucket(BUCKET).key("in/k").versionId("null")),
        "s3:GetObjectVersion action");
  }

  @Test
  void a_bucket_policy_lets_another_account_in() {
    denied(
        () -> read(bob, "in/k"), "because no resource-based policy allows the s3:GetObject action");
    policy(statement("Allow", "{'AWS':'111122223333'}", "s3:GetObject", "/in/*"));
    assertThat(read(bob, "in/k")).isEqualTo("in");
    denied(() -> read(bob, "out/k"), "s3:GetObject action");
    denied(() -> bob.listObjectsV2(r -> r.bucket(BUCKET)), "s3:ListBucket action");
  }

  @Test
  void a_deny_of_the_bucket_wins_and_its_account_takes_it_back() {
    policy(statement("Deny", "'*'", "s3:*", "/in/*"), statement("Allow", "'*'", "s3:*", "/out/*"));
    denied(() -> read(alice, "in/k"), "with an explicit deny in a resource-based policy");
    denied(() -> read(s3, "in/k"), "with an explicit deny in a resource-based policy");
    assertThat(read(reader, "out/k")).isEqualTo("out");
    policy(statement("Deny", "'*'", "s3:*", ""), statement("Deny", "'*'", "s3:*", "/*"));
    denied(() -> read(s3, "out/k"), "with an explicit deny in a resource-based policy");
    s3.deleteBucketPolicy(r -> r.bucket(BUCKET));
    assertThat(read(s3, "out/k")).isEqualTo("out");
  }

  @Test
  void an_anonymous_caller_may_what_everyone_may() throws Exception {
    assertThat(anonymous("in/k")).isEqualTo(403);
    policy(statement("Allow", "'*'", "s3:GetObject", "/in/*"));
    assertThat(anonymous("in/k")).isEqualTo(200);
    assertThat(anonymous("out/k")).isEqualTo(403);
    policy(statement("Allow", "{'AWS':'000000000000'}", "s3:GetObject", "/in/*"));
    assertThat(anonymous("in/k")).isEqualTo(403);
  }

  @Test
  void a_policy_for_another_bucket_is_malformed_and_changes_nothing() {
    policy(statement("Allow", "'*'", "s3:GetObject", "/in/*"));
    assertThatThrownBy(() -> policy(statement("Allow", "'*'", "s3:GetObject", "2/*")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> {
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("MalformedPolicy");
              assertThat(refused.awsErrorDetails().errorMessage())
                  .isEqualTo("Policy has invalid resource");
            });
    assertThat(s3.getBucketPolicy(r -> r.bucket(BUCKET)).policy()).contains("bucket/in/*");
  }

  @Test
  void an_acl_that_opens_an_object_is_refused_as_for_any_new_bucket() {
    assertThatThrownBy(
            () ->
                alice.putObject(
                    r -> r.bucket(BUCKET).key("open").acl("public-read"),
                    RequestBody.fromString("x")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused ->
                assertThat(refused.awsErrorDetails().errorCode())
                    .isEqualTo("AccessControlListNotSupported"));
  }
}
