package io.hydrant.api.kms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.api.call.Operation;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.GenerateDataKey;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.KeyOrigin;
import io.hydrant.core.kms.KeySpec;
import io.hydrant.core.kms.KeyState;
import io.hydrant.core.kms.KeyUsage;
import io.hydrant.core.kms.Page;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KmsOperationsTest {
  private static final KeyArn ARN = new KeyArn("us-east-1", "000000000000", "k");
  private final AtomicReference<List<Object>> arguments = new AtomicReference<>();

  @Test
  void every_operation_bears_its_own_name_once() {
    List<String> names =
        KmsOperations.all(api(new NoOutput())).stream().map(Operation::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSize(34).contains("Encrypt", "RetireGrant");
  }

  @Test
  void create_key_reads_defaults_and_writes_metadata() throws IOException {
    JsonNode out = call("CreateKey", metadata(), "{\"Tags\":[]}");
    assertThat(arguments.get().get(1)).isEqualTo(CreateKey.Input.DEFAULT);
    assertThat(out.get("KeyMetadata").get("Arn").textValue()).isEqualTo(ARN.toString());
    assertThat(out.get("KeyMetadata").get("CreationDate").decimalValue()).isEqualTo("1.500");
    assertThat(out.get("KeyMetadata").get("CurrentKeyMaterialId").textValue()).isEqualTo("ab12");
    assertThat(out.get("KeyMetadata").get("KeyState").textValue()).isEqualTo("Enabled");
    assertThat(out.get("KeyMetadata").get("EncryptionAlgorithms").toString())
        .isEqualTo("[\"SYMMETRIC_DEFAULT\"]");
  }

  @Test
  void an_empty_output_is_an_empty_body() throws IOException {
    assertThat(call("DisableKey", new NoOutput(), "{\"KeyId\":\"k\"}").isMissingNode()).isTrue();
  }

  @Test
  void blobs_travel_as_base64() throws IOException {
    var made =
        new GenerateDataKey.Output(ARN, Bytes.ofUtf8("clear"), Bytes.ofUtf8("sealed"), "ab12");
    JsonNode out =
        call(
            "GenerateDataKey",
            made,
            "{\"KeyId\":\"k\",\"KeySpec\":\"AES_256\",\"EncryptionContext\":{\"a\":\"b\"}}");
    assertThat(arguments.get().get(2)).isEqualTo(DataKeyRequest.aes256(Map.of("a", "b")));
    assertThat(out.get("Plaintext").binaryValue()).asString().isEqualTo("clear");
    assertThat(out.get("CiphertextBlob").binaryValue()).asString().isEqualTo("sealed");
    assertThat(out.get("KeyMaterialId").textValue()).isEqualTo("ab12");
  }

  @Test
  void a_list_says_whether_more_follows() throws IOException {
    JsonNode out = call("ListAliases", new Page<>(List.of(), Optional.of("last")), "{}");
    assertThat(out.toString())
        .isEqualTo("{\"Aliases\":[],\"Truncated\":true,\"NextMarker\":\"last\"}");
  }

  @Test
  void grants_are_listed_of_one_grantee_at_most() throws IOException {
    JsonNode both =
        new ObjectMapper()
            .readTree(
                "{\"KeyId\":\"k\",\"GranteePrincipal\":\"p\",\"GranteeServicePrincipal\":\"a.b.c\"}");
    Reply<JsonNode> reply =
        operation("ListGrants", new NoOutput())
            .handle(Caller.root("000000000000", "us-east-1"), both)
            .toCompletableFuture()
            .join();
    assertThat(reply.<String>fold(JsonNode::toString, error -> error.message()))
        .isEqualTo("Please specify exactly one grantee principal.");
  }

  @Test
  void no_call_is_made_with_an_invalid_grant_token() throws IOException {
    ServiceError invalid =
        new ServiceError("InvalidGrantTokenException", "The grant token is not valid.");
    List<String> called = new ArrayList<>();
    KmsApi refusing =
        (KmsApi)
            Proxy.newProxyInstance(
                KmsApi.class.getClassLoader(),
                new Class<?>[] {KmsApi.class},
                (proxy, method, args) -> {
                  called.add(method.getName());
                  return CompletableFuture.completedFuture(Reply.failure(invalid));
                });
    for (Operation operation : KmsOperations.all(refusing)) {
      called.clear();
      JsonNode input = new ObjectMapper().readTree("{\"KeyId\":\"k\",\"GrantTokens\":[\"t\"]}");
      Reply<JsonNode> reply =
          operation
              .handle(Caller.root("000000000000", "us-east-1"), input)
              .toCompletableFuture()
              .join();
      assertThat(reply).as(operation.name()).isEqualTo(Reply.failure(invalid));
      assertThat(called).as(operation.name()).containsExactly("checkGrantTokens");
    }
  }

  private Operation operation(String name, Object output) {
    return KmsOperations.all(api(output)).stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode call(String name, Object output, String input) throws IOException {
    JsonNode node = new ObjectMapper().readTree(input);
    return operation(name, output)
        .handle(Caller.root("000000000000", "us-east-1"), node)
        .toCompletableFuture()
        .join()
        .fold(
            json -> json,
            error -> {
              throw new AssertionError(error);
            });
  }

  /** An API that answers one output to whatever it is asked. */
  private KmsApi api(Object output) {
    return (KmsApi)
        Proxy.newProxyInstance(
            KmsApi.class.getClassLoader(),
            new Class<?>[] {KmsApi.class},
            (proxy, method, args) -> {
              arguments.set(List.of(args));
              return CompletableFuture.completedFuture(Reply.success(output));
            });
  }

  private static KeyMetadata metadata() {
    return new KeyMetadata(
        ARN,
        Instant.ofEpochMilli(1500),
        "",
        KeySpec.SYMMETRIC_DEFAULT,
        KeyUsage.ENCRYPT_DECRYPT,
        KeyOrigin.AWS_KMS,
        KeyManager.CUSTOMER,
        KeyState.ENABLED,
        Optional.empty(),
        Optional.of("ab12"));
  }
}
