package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.acceptance.probe.Answer;
import io.hydrant.acceptance.probe.Forms;
import io.hydrant.acceptance.probe.Told;
import io.hydrant.acceptance.probe.Variant;
import io.hydrant.acceptance.probe.Variants;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.GrantOperation;

/**
 * Every member of every operation with every value that tells something about its shape: missing,
 * null, of another type, at and beyond each bound, against the pattern, outside the enum, every
 * value of the enum, all members at once. What is expected comes from the model that AWS publishes
 * where the machine has it; {@code ModelTest} holds the declared shapes against it.
 */
class ProbeTest extends OneNode {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** They end what the others need, so they come last. */
  private static final Set<String> LAST = Set.of("DeleteDeliveryStream", "ScheduleKeyDeletion");

  /**
   * Bounds that an operation has beyond its shape, reported in the same words: lists of fewer than
   * the shape's limit, deletion windows of 7 to 30 days, plain texts and data keys of a size.
   */
  private static final Set<String> NARROWER =
      Set.of("limit", "pendingWindowInDays", "numberOfBytes", "plaintext", "ciphertextBlob");

  @Test
  void firehose_takes_what_keeps_its_shapes_and_refuses_what_breaks_them() throws Exception {
    Map<String, String> known =
        Map.of(
            "DeliveryStreamName",
            activeStream(),
            "AWSKMSKeyARNForSSE",
            newKey(),
            "DestinationId",
            "destinationId-000000000001",
            "BucketARN",
            "arn:aws:s3:::" + BUCKET,
            "CustomTimeZone",
            "UTC",
            "HECEndpoint",
            "https://splunk.example:8088");
    probe("firehose", "Firehose_20150804.", known, new StreamCalls(this, known));
  }

  @Test
  void kms_takes_what_keeps_its_shapes_and_refuses_what_breaks_them() throws Exception {
    String key = newKey();
    SdkBytes sealed =
        kms.encrypt(r -> r.keyId(key).plaintext(SdkBytes.fromUtf8String("text"))).ciphertextBlob();
    Map<String, String> known =
        Map.of(
            "KeyIdType",
            key,
            "AliasNameType",
            "alias/probe",
            "PolicyNameType",
            "default",
            "PolicyType",
            kms.getKeyPolicy(r -> r.keyId(key)).policy(),
            "CiphertextType",
            Base64.getEncoder().encodeToString(sealed.asByteArray()),
            "GrantTokenType",
            kms.createGrant(
                    r ->
                        r.keyId(key)
                            .granteePrincipal("arn:aws:iam::000000000000:user/probe")
                            .operations(GrantOperation.DECRYPT))
                .grantToken());
    probe("kms", "TrentService.", known, new KeyCalls(this, known));
  }

  private void probe(String service, String prefix, Map<String, String> known, Calls calls)
      throws Exception {
    Forms forms = Forms.of(service);
    Told told = Told.valueOf(service.toUpperCase(Locale.ROOT));
    List<String> operations = new ArrayList<>(forms.operations());
    operations.sort(Comparator.comparing(LAST::contains));
    List<String> complaints = new ArrayList<>();
    int sent = 0;
    int taken = 0;
    for (String operation : operations) {
      for (Variant variant : Variants.of(forms, operation, known, body -> body)) {
        HttpResponse<String> answer = calls.send(operation, variant.body());
        sent++;
        taken += answer.statusCode() == 200 ? 1 : 0;
        complaint(told, variant, answer)
            .ifPresent(
                why -> complaints.add(variant + ": " + why + ": " + shortened(answer.body())));
        new Answer(prefix + operation, answer.statusCode(), answer.body())
            .problems()
            .forEach(problem -> complaints.add(variant + ": " + problem));
      }
    }
    System.out.printf(
        "%s: %d operations, %d variants sent, %d taken%n", service, operations.size(), sent, taken);
    assertThat(complaints).isEmpty();
    assertThat(taken).as("taken").isGreaterThan(sent / 6);
  }

  /** How a request is sent; what is around it is up to the service. */
  interface Calls {
    HttpResponse<String> send(String operation, JsonNode body) throws Exception;
  }

  HttpResponse<String> send(String target, JsonNode body) throws Exception {
    return HttpCalls.plain(
        HttpRequest.newBuilder(endpoint())
            .header("X-Amz-Target", target)
            .header("X-Amz-Date", "20261123T000000Z")
            .header("Content-Type", "application/x-amz-json-1.1")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/any/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static Optional<String> complaint(Told told, Variant variant, HttpResponse<String> answer)
      throws Exception {
    if (answer.statusCode() != 200 && answer.statusCode() != 400) {
      return Optional.of("status " + answer.statusCode());
    }
    JsonNode body = MAPPER.readTree(answer.body());
    String type = body.path("__type").asText("");
    String message = body.path("message").asText("");
    if (answer.statusCode() == 400 && type.isEmpty()) {
      return Optional.of("an error without a type");
    }
    if (variant.verdict() instanceof Variant.Mistyped) {
      return wanted(type.equals("SerializationException"), "SerializationException");
    }
    if (variant.verdict() instanceof Variant.Broken broken) {
      return wanted(
          type.equals("ValidationException") && told.says(message, broken),
          "at '" + broken.path() + "' failed to satisfy constraint: " + broken.told());
    }
    return wanted(
        !type.equals("SerializationException")
            && (!message.contains("failed to satisfy constraint") || isNarrower(message)),
        "no complaint about shapes");
  }

  private static boolean isNarrower(String message) {
    return NARROWER.stream().anyMatch(path -> message.contains("at '" + path + "' failed"));
  }

  private static Optional<String> wanted(boolean holds, String what) {
    return holds ? Optional.empty() : Optional.of("expected " + what);
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + " ...";
  }
}
