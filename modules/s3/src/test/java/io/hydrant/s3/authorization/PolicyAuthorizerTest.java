package io.hydrant.s3.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.api.json.DocumentJson;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.PolicyKind;
import io.hydrant.core.policy.PolicyReader;
import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.json.Json;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.operation.Authorizer;
import io.hydrant.s3.storage.S3Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyAuthorizerTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Optional<Caller> ALICE = user("111122223333", "Alice");
  private static final Optional<Caller> BOB = user("444455556666", "Bob");
  private static final Optional<Caller> ROOT =
      Optional.of(Caller.root("111122223333", "eu-west-1"));

  @TempDir private Path folder;
  private S3Storage storage;
  private List<NamedPolicy> identity = List.of();

  private static Optional<Caller> user(String account, String name) {
    return Optional.of(
        new Caller(
            account, "eu-west-1", "arn:aws:iam::" + account + ":user/" + name, Optional.empty()));
  }

  @BeforeEach
  void open() throws IOException {
    storage = S3Storage.open(folder, "111122223333");
    storage.buckets().create(new Bucket("bucket", NOW, "eu-west-1", "111122223333", Map.of()));
  }

  @AfterEach
  void close() throws IOException {
    storage.close();
  }

  private void bucketPolicy(String statement) throws IOException {
    storage
        .buckets()
        .change(
            "bucket",
            each -> each.with("policy", "{\"Statement\":" + statement.replace('\'', '"') + "}"));
  }

  private void identityPolicy(String statement) throws IOException {
    String policy = "{\"Statement\":" + statement.replace('\'', '"') + "}";
    identity =
        PolicyReader.read(DocumentJson.structure(Json.MAPPER.readTree(policy)), PolicyKind.IDENTITY)
            .map(read -> List.of(new NamedPolicy("the policy Own", read)))
            .fold(
                read -> read,
                error -> {
                  throw new AssertionError(error.message());
                });
  }

  private String outcome(Optional<Caller> caller, String action, String bucket, String key) {
    return outcome(caller, action, bucket, key, Query.NONE, Headers.NONE);
  }

  private String outcome(
      Optional<Caller> caller,
      String action,
      String bucket,
      String key,
      Query query,
      Headers headers) {
    Optional<String> of = Optional.of(key).filter(text -> !text.isEmpty());
    S3Request request =
        new S3Request(
            "GET",
            new S3Request.Target(Optional.of(bucket), of),
            query,
            headers,
            OptionalLong.empty(),
            new Payload.Plain(),
            caller,
            "id");
    try {
      new PolicyAuthorizer(storage.buckets(), arn -> identity, () -> NOW)
          .require(request, action, Authorizer.Target.of(request));
      return "allowed";
    } catch (S3Exception refused) {
      return refused.error().code() + " " + refused.error().message();
    }
  }

  @Test
  void a_user_may_what_its_identity_policies_allow() throws IOException {
    assertThat(outcome(ALICE, "GetObject", "bucket", "k"))
        .isEqualTo(
            "AccessDenied User: arn:aws:iam::111122223333:user/Alice is not authorized to perform:"
                + " s3:GetObject on resource: arn:aws:s3:::bucket/k because no identity-based"
                + " policy allows the s3:GetObject action");
    identityPolicy(
        "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::bucket/in/*'}");
    assertThat(outcome(ALICE, "GetObject", "bucket", "in/k")).isEqualTo("allowed");
    assertThat(outcome(ALICE, "GetObject", "bucket", "out/k")).startsWith("AccessDenied ");
    assertThat(outcome(ALICE, "PutObject", "bucket", "in/k")).startsWith("AccessDenied ");
  }

  @Test
  void a_bucket_policy_allows_another_account_and_everyone() throws IOException {
    identityPolicy("{'Effect':'Allow','Action':'s3:*','Resource':'*'}");
    assertThat(outcome(BOB, "GetObject", "bucket", "k"))
        .endsWith("because no resource-based policy allows the s3:GetObject action");
    bucketPolicy(
        "{'Effect':'Allow','Principal':{'AWS':'444455556666'},'Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::bucket/*'}");
    assertThat(outcome(BOB, "GetObject", "bucket", "k")).isEqualTo("allowed");
    assertThat(outcome(Optional.empty(), "GetObject", "bucket", "k"))
        .as("an anonymous caller learns nothing more")
        .isEqualTo("AccessDenied Access Denied");
    bucketPolicy(
        "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::bucket/*'}");
    assertThat(outcome(Optional.empty(), "GetObject", "bucket", "k")).isEqualTo("allowed");
    assertThat(outcome(Optional.empty(), "PutObject", "bucket", "k")).startsWith("AccessDenied ");
  }

  @Test
  void conditions_see_the_parameters_and_the_headers() throws IOException {
    identityPolicy(
        "[{'Effect':'Allow','Action':'s3:ListBucket','Resource':'*',"
            + "'Condition':{'StringEquals':{'s3:prefix':'in/'}}},"
            + "{'Effect':'Allow','Action':'s3:PutObject','Resource':'*',"
            + "'Condition':{'StringEquals':{'s3:x-amz-server-side-encryption':'aws:kms'}}}]");
    Query in = new Query(List.of(new Query.Parameter("prefix", "in/")));
    Headers kms = Headers.NONE.with("x-amz-server-side-encryption", "aws:kms");
    assertThat(outcome(ALICE, "ListBucket", "bucket", "", in, Headers.NONE)).isEqualTo("allowed");
    assertThat(outcome(ALICE, "ListBucket", "bucket", "")).startsWith("AccessDenied ");
    assertThat(outcome(ALICE, "PutObject", "bucket", "k", Query.NONE, kms)).isEqualTo("allowed");
    assertThat(outcome(ALICE, "PutObject", "bucket", "k")).startsWith("AccessDenied ");
  }

  @Test
  void conditions_see_the_account_of_the_bucket() throws IOException {
    identityPolicy(
        "{'Effect':'Allow','Action':'s3:*','Resource':'*',"
            + "'Condition':{'StringEquals':{'aws:ResourceAccount':'111122223333'}}}");
    bucketPolicy(
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':['arn:aws:s3:::bucket',"
            + "'arn:aws:s3:::bucket/*']}");
    assertThat(outcome(BOB, "GetObject", "bucket", "k")).isEqualTo("allowed");
  }

  @Test
  void a_root_cannot_lock_itself_out() throws IOException {
    bucketPolicy(
        "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':['arn:aws:s3:::bucket',"
            + "'arn:aws:s3:::bucket/*']}");
    identityPolicy("{'Effect':'Allow','Action':'s3:*','Resource':'*'}");
    for (String action : List.of("GetBucketPolicy", "PutBucketPolicy", "DeleteBucketPolicy")) {
      assertThat(outcome(ROOT, action, "bucket", "")).isEqualTo("allowed");
      assertThat(outcome(ALICE, action, "bucket", ""))
          .endsWith("with an explicit deny in a resource-based policy");
    }
    assertThat(outcome(ROOT, "GetObject", "bucket", "k")).startsWith("AccessDenied ");
    assertThat(
            outcome(Optional.of(Caller.root("444455556666", "x")), "PutBucketPolicy", "bucket", ""))
        .startsWith("AccessDenied ");
  }

  @Test
  void conditions_see_the_version() throws IOException {
    identityPolicy(
        "{'Effect':'Allow','Action':'s3:*','Resource':'*',"
            + "'Condition':{'StringEquals':{'s3:VersionId':'1'}}}");
    Query first = new Query(List.of(new Query.Parameter("versionId", "1")));
    Query second = new Query(List.of(new Query.Parameter("versionId", "2")));
    assertThat(outcome(ALICE, "GetObjectVersion", "bucket", "k", first, Headers.NONE))
        .isEqualTo("allowed");
    assertThat(outcome(ALICE, "GetObjectVersion", "bucket", "k", second, Headers.NONE))
        .startsWith("AccessDenied ");
  }

  @Test
  void the_owner_of_a_name_does_not_decide_who_may_create_a_bucket() throws IOException {
    identityPolicy("{'Effect':'Allow','Action':'s3:CreateBucket','Resource':'*'}");
    assertThat(outcome(BOB, "CreateBucket", "bucket", "")).isEqualTo("allowed");
  }

  @Test
  void nothing_is_decided_about_a_bucket_that_does_not_exist() {
    assertThat(outcome(ALICE, "GetObject", "no-bucket", "k")).startsWith("NoSuchBucket ");
    assertThat(outcome(Optional.empty(), "GetObject", "NOT_VALID", "k"))
        .startsWith("InvalidBucketName ");
    assertThat(outcome(ALICE, "CreateBucket", "no-bucket", "")).startsWith("AccessDenied ");
    assertThat(outcome(Optional.empty(), "CreateBucket", "no-bucket", ""))
        .startsWith("AccessDenied ");
    assertThat(outcome(Optional.empty(), "ListAllMyBuckets", "", "")).startsWith("AccessDenied ");
  }
}
