package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.KeyType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The client of an external KMS against an HTTP server that plays back answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalKmsTest {
  private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/a";
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  private static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final String FIREHOSE = "firehose.amazonaws.com";

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> operations = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private final ExternalKms kms;

  private record Answer(int status, String body) {}

  ExternalKmsTest() throws IOException {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    kms =
        new ExternalKms(
            new ExternalKmsSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Optional.empty(),
                FIREHOSE));
  }

  @BeforeEach
  void clear() {
    answers.clear();
    operations.clear();
  }

  @AfterAll
  void stop() {
    kms.close();
    server.stop(0);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    operations.add(target.substring("TrentService.".length()));
    Answer answer = answers.remove();
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void answers(String json) {
    answers.add(new Answer(200, json.replace('\'', '"')));
  }

  private void refuses(String code) {
    answers.add(
        new Answer(
            400, "{'__type':'CODE','message':'refused'}".replace('\'', '"').replace("CODE", code)));
  }

  private void describes(String state, String usage, String spec) {
    answers(
        ("{'KeyMetadata':{'KeyId':'a','Arn':'%s','KeyState':'%s','KeyUsage':'%s',"
                + "'KeySpec':'%s'}}")
            .formatted(KEY, state, usage, spec));
  }

  private static String grant(String name, String stream) {
    return ("{'GrantId':'id-of-%s','Name':'%s','GranteePrincipal':'%s','Operations':['Decrypt'],"
            + "'Constraints':{'EncryptionContextSubset':{'aws:firehose:arn':'%s'}}}")
        .formatted(name, name, FIREHOSE, stream);
  }

  private static <O> Reply<O> join(CompletionStage<Reply<O>> stage) {
    return stage.toCompletableFuture().join();
  }

  private static String code(Reply<?> reply) {
    return ((Reply.Failure<?>) reply).error().code();
  }

  @Test
  void an_enabled_symmetric_key_is_known_by_its_own_arn() {
    describes("Enabled", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
    assertThat(join(kms.describeKey(CALLER, "alias/a"))).isEqualTo(Reply.success(KEY));
  }

  @Test
  void a_key_that_cannot_encrypt_data_keys_is_refused_in_the_words_of_kms() {
    describes("Disabled", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
    describes("PendingDeletion", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
    describes("PendingImport", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
    describes("Unavailable", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
    describes("Enabled", "SIGN_VERIFY", "RSA_2048");
    describes("Enabled", "ENCRYPT_DECRYPT", "RSA_2048");
    List<String> codes = new ArrayList<>();
    for (int key = 0; key < 6; key++) {
      codes.add(code(join(kms.describeKey(CALLER, KEY))));
    }
    assertThat(codes)
        .containsExactly(
            "DisabledException",
            "KMSInvalidStateException",
            "KMSInvalidStateException",
            "KMSInvalidStateException",
            "InvalidKeyUsageException",
            "InvalidKeyUsageException");
  }

  @Test
  void a_refusal_of_kms_is_passed_on() {
    refuses("NotFoundException");
    assertThat(join(kms.describeKey(CALLER, KEY)))
        .isEqualTo(Reply.failure(new ServiceError("NotFoundException", "refused")));
  }

  @Test
  void the_service_key_is_created_when_its_alias_does_not_exist() {
    refuses("NotFoundException");
    describes("Enabled", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
    answers("{}");
    assertThat(join(kms.awsOwnedKey("us-east-1"))).isEqualTo(Reply.success(KEY));
    assertThat(operations).containsExactly("DescribeKey", "CreateKey", "CreateAlias");
  }

  @Test
  void of_two_nodes_that_create_the_service_key_the_second_deletes_its_own() {
    refuses("NotFoundException");
    describes("Enabled", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
    refuses("AlreadyExistsException");
    answers("{}");
    describes("Enabled", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
    assertThat(join(kms.awsOwnedKey("us-east-1"))).isEqualTo(Reply.success(KEY));
    assertThat(operations)
        .containsExactly(
            "DescribeKey", "CreateKey", "CreateAlias", "ScheduleKeyDeletion", "DescribeKey");
  }

  @Test
  void a_grant_whose_answer_was_lost_is_found_by_its_name_on_a_later_page() {
    refuses("LimitExceededException");
    answers("{'Grants':[" + grant("other", "x") + "],'Truncated':true,'NextMarker':'m'}");
    answers("{'Grants':[" + grant("mine", "x") + "],'Truncated':false}");
    assertThat(join(kms.createGrant(CALLER, KEY, STREAM, "mine")))
        .isEqualTo(Reply.success("id-of-mine"));
    assertThat(operations).containsExactly("CreateGrant", "ListGrants", "ListGrants");
  }

  @Test
  void a_grant_that_kms_refuses_and_does_not_list_is_a_refusal() {
    refuses("LimitExceededException");
    answers("{'Grants':[],'Truncated':false}");
    assertThat(code(join(kms.createGrant(CALLER, KEY, STREAM, "mine"))))
        .isEqualTo("LimitExceededException");
  }

  @Test
  void a_data_key_under_a_customer_key_is_decrypted_where_a_grant_is_for_the_stream() {
    answers("{'Grants':[" + grant("g", STREAM.toString()) + "],'Truncated':false}");
    answers("{'Plaintext':'a2V5','KeyId':'" + KEY + "'}");
    assertThat(
            join(kms.decrypt(KeyType.CUSTOMER_MANAGED_CMK, KEY, Bytes.ofUtf8("wrapped"), STREAM)))
        .isEqualTo(Reply.success(Bytes.ofUtf8("key")));
  }

  @Test
  void a_grant_for_another_stream_permits_no_decryption() {
    answers("{'Grants':[" + grant("g", STREAM + "-other") + "],'Truncated':false}");
    assertThat(
            code(
                join(
                    kms.decrypt(
                        KeyType.CUSTOMER_MANAGED_CMK, KEY, Bytes.ofUtf8("wrapped"), STREAM))))
        .isEqualTo("AccessDeniedException");
    assertThat(operations).containsExactly("ListGrants");
  }

  @Test
  void a_data_key_under_the_service_key_needs_no_grant() {
    answers("{'Plaintext':'a2V5','KeyId':'" + KEY + "'}");
    assertThat(join(kms.decrypt(KeyType.AWS_OWNED_CMK, KEY, Bytes.ofUtf8("w"), STREAM)))
        .isEqualTo(Reply.success(Bytes.ofUtf8("key")));
  }

  @Test
  void a_grant_that_is_gone_counts_as_retired_and_another_refusal_does_not() {
    refuses("NotFoundException");
    assertThat(join(kms.retireGrant(KEY, "g", STREAM))).isEqualTo(Reply.success(new NoOutput()));
    refuses("AccessDeniedException");
    assertThat(code(join(kms.retireGrant(KEY, "g", STREAM)))).isEqualTo("AccessDeniedException");
  }

  @Test
  void a_kms_that_fails_internally_has_not_answered() {
    Answer failure = new Answer(500, "{\"__type\":\"KMSInternalException\"}");
    answers.addAll(Collections.nCopies(10, failure));
    assertThatThrownBy(() -> join(kms.describeKey(CALLER, KEY)))
        .hasCauseInstanceOf(KmsUnavailableException.class)
        .hasMessageContaining("did not answer");
  }
}
