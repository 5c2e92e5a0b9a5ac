package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.acceptance.probe.Answer;
import io.hydrant.acceptance.probe.ConstraintMessage;
import io.hydrant.acceptance.probe.Forms;
import io.hydrant.acceptance.probe.Variant;
import io.hydrant.acceptance.probe.Variants;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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

  /** Clients of Firehose that call at the same time. */
  private static final int CLIENTS = 4;

  /** They end what the others need, so they come last. */
  private static final Set<String> LAST = Set.of("DeleteDeliveryStream", "ScheduleKeyDeletion");

  /**
   * Bounds that an operation has beyond its shape, reported in the same words: lists of fewer than
   * the shape's limit, deletion windows of 7 to 30 days, plain texts and data keys of a size.
   */
  private static final Set<String> NARROWER =
      Set.of("limit", "pendingWindowInDays", "numberOfBytes", "plaintext", "ciphertextBlob");

  private final GlueServer glue = GlueServer.start();

  ProbeTest() throws IOException {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  /** Every table that a conversion names is there. */
  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.glue.endpoint", glue.endpoint());
  }

  @AfterAll
  void stopGlue() {
    glue.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

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
    probe(
        "firehose",
        "Firehose_20150804.",
        known,
        Stream.generate(() -> new StreamCalls(this, known)).limit(CLIENTS).toList());
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
    probe("kms", "TrentService.", known, List.of(new KeyCalls(this, known)));
  }

  private void probe(
      String service, String prefix, Map<String, String> known, List<? extends Calls> clients)
      throws Exception {
    Forms forms = Forms.of(service);
    ConstraintMessage wording = ConstraintMessage.valueOf(service.toUpperCase(Locale.ROOT));
    Queue<String> complaints = new ConcurrentLinkedQueue<>();
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    Map<Boolean, List<Variant>> variants =
        forms.operations().stream()
            .flatMap(operation -> Variants.of(forms, operation, known, body -> body).stream())
            .collect(Collectors.partitioningBy(variant -> LAST.contains(variant.operation())));
    for (boolean last : List.of(false, true)) {
      sendAll(
          variants.get(last),
          clients,
          (variant, answer) -> {
            sent.incrementAndGet();
            taken.addAndGet(answer.statusCode() == 200 ? 1 : 0);
            complaint(wording, variant, answer)
                .ifPresent(
                    why -> complaints.add(variant + ": " + why + ": " + shortened(answer.body())));
            new Answer(prefix + variant.operation(), answer.statusCode(), answer.body())
                .problems()
                .forEach(problem -> complaints.add(variant + ": " + problem));
          });
    }
    System.out.printf("%s: %d variants sent, %d taken%n", service, sent.get(), taken.get());
    assertThat(complaints).isEmpty();
    assertThat(taken.get()).as("taken").isGreaterThan(sent.get() / 6);
  }

  /** Each client sends the next variant as soon as its last one is answered. */
  private static void sendAll(List<Variant> variants, List<? extends Calls> clients, Check check)
      throws Exception {
    Queue<Variant> waiting = new ConcurrentLinkedQueue<>(variants);
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (Calls client : clients) {
        running.add(
            threads.submit(
                () -> {
                  for (Variant next = waiting.poll(); next != null; next = waiting.poll()) {
                    check.of(next, client.send(next.operation(), next.body()));
                  }
                  return null;
                }));
      }
      for (Future<Void> client : running) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** How a request is sent; what is around it is up to the service. */
  interface Calls {
    HttpResponse<String> send(String operation, JsonNode body) throws Exception;
  }

  /** What is expected of the answer to a variant. */
  private interface Check {
    void of(Variant variant, HttpResponse<String> answer) throws Exception;
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

  private static Optional<String> complaint(
      ConstraintMessage wording, Variant variant, HttpResponse<String> answer) throws Exception {
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
          type.equals("ValidationException") && wording.says(message, broken),
          "at '" + broken.path() + "' failed to satisfy constraint: " + broken.constraint());
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
