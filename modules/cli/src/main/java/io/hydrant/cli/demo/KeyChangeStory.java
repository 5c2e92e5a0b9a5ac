package io.hydrant.cli.demo;

import static io.hydrant.cli.demo.Checks.await;
import static io.hydrant.cli.demo.Checks.expect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.KeyType;

/** Shows a change of key with the retirement of the old grant, and a change that fails. */
final class KeyChangeStory {
  private static final String DENY_GRANTS =
      "{\"service\": \"kms\", \"operation\": \"CreateGrant\","
          + " \"error\": {\"code\": \"AccessDeniedException\", \"message\": \"Denied on demand.\"}}";

  private final Narrator narrator;
  private final Clients aws;
  private final StreamCalls streams;
  private final URI endpoint;
  private final String stream;

  KeyChangeStory(Narrator narrator, Clients aws, StreamCalls streams, URI endpoint, String stream) {
    this.narrator = narrator;
    this.aws = aws;
    this.streams = streams;
    this.endpoint = endpoint;
    this.stream = stream;
  }

  /** Adds the records that it puts to the list. */
  void tell(String old, List<String> records) {
    narrator.title("The key is changed");
    put("under the old key", records);
    String changed = newKey();
    start(changed);
    streams.awaitEncryption(narrator, stream, DeliveryStreamEncryptionStatus.ENABLED);
    put("under the new key", records);
    narrator.step(
        "kms ListGrants of both keys",
        () -> List.of(grants(old), grants(changed)),
        counts ->
            expect(counts.get(1) == 1, "the new key must have its grant")
                + "old key: "
                + counts.get(0)
                + (counts.get(0) == 0 ? "" : " (records that it encrypts are not delivered yet)")
                + ", new key: "
                + counts.get(1));
    narrator.step(
        "wait for the delivery, then for the old grant's retirement",
        () -> {
          await(
              () -> streams.content(stream),
              read -> read.equals(String.join("", records)),
              "the records did not come");
          return await(() -> grants(old), count -> count == 0, "the grant was not retired");
        },
        count -> "delivered, byte for byte; grants on the old key: " + count);

    narrator.title("A change that fails");
    admin("POST", DENY_GRANTS, "CreateGrant will be denied");
    start(newKey());
    var failed =
        streams.awaitEncryption(narrator, stream, DeliveryStreamEncryptionStatus.ENABLING_FAILED);
    narrator.step(
        "read FailureDescription",
        failed::failureDescription,
        why -> why.typeAsString() + ": " + why.details());
    expect(changed.equals(failed.keyARN()), "the stream must still be encrypted with the old key");
    put("still encrypted", records);
    admin("DELETE", "", "all faults are removed");
  }

  private String newKey() {
    return narrator.step(
        "kms CreateKey", () -> aws.kms().createKey().keyMetadata().arn(), arn -> arn);
  }

  private void start(String key) {
    narrator.step(
        "firehose StartDeliveryStreamEncryption " + stream,
        () ->
            aws.firehose()
                .startDeliveryStreamEncryption(
                    r ->
                        r.deliveryStreamName(stream)
                            .deliveryStreamEncryptionConfigurationInput(
                                c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key))),
        done -> "answered immediately");
  }

  private void put(String what, List<String> records) {
    String record = "order " + what + " " + UUID.randomUUID() + "\n";
    narrator.step(
        "firehose PutRecord " + stream,
        () -> streams.put(stream, record),
        r ->
            expect(Boolean.TRUE.equals(r.encrypted()), "PutRecord must say Encrypted: true")
                + "Encrypted: true, "
                + what);
    records.add(record);
  }

  private int grants(String key) {
    return aws.kms().listGrants(r -> r.keyId(key)).grants().size();
  }

  private void admin(String method, String body, String outcome) {
    narrator.step(
        method + " /_hydrant/faults",
        () -> send(method, body),
        status -> expect(status == 200, "the admin route answered " + status) + outcome);
  }

  private int send(String method, String body) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(endpoint.resolve("/_hydrant/faults"))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
