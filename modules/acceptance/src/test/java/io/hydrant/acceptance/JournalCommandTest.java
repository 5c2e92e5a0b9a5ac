package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.core.SdkBytes.fromUtf8String;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;

/**
 * Someone's pipeline failed last night: the key was disabled, puts were refused, the key came back.
 * They send a file; it tells when, who, which and what if not.
 */
class JournalCommandTest extends OneNode {
  @TempDir static Path folder;
  private String stream;
  private String keyId;
  private String refusedRequest;
  private String storedRecord;
  private Path data;
  private Path file;

  @BeforeAll
  void theNight() throws Exception {
    stream = newName();
    create(stream, 300);
    String key = newKey();
    keyId = key.substring(key.indexOf('/') + 1);
    encrypt(stream, key);
    put();
    kms.disableKey(r -> r.keyId(key));
    advance(Duration.ofSeconds(2));
    refusedRequest = catchThrowableOfType(InvalidKmsResourceException.class, this::put).requestId();
    advance(Duration.ofHours(3));
    kms.enableKey(r -> r.keyId(key));
    // What waited for the key is delivered; this one waits for its interval.
    await().until(() -> s3.listObjectsV2(r -> r.bucket(BUCKET)).keyCount() == 1);
    storedRecord = put().recordId();
    String url = endpoint().toString();
    String running = run("timeline", stream, "--url", url);
    assertThat(run("follow", stream, "--url", url, "--rounds", "1")).isEqualTo(running);
    assertThat(run("verify", "--url", url)).contains("all sound");
    data = stop();
    assertThat(run("timeline", stream, "--data", data.toString())).startsWith(running);
    file = folder.resolve("night.jsonl");
    assertThat(run("export", file.toString(), "--data", data.toString()))
        .contains("events written");
  }

  private PutRecordResponse put() {
    return firehose.putRecord(
        r -> r.deliveryStreamName(stream).record(x -> x.data(fromUtf8String("a secret record"))));
  }

  private record Ended(int code, String out, String err) {}

  private static Ended execute(String... arguments) {
    List<String> all = new ArrayList<>(List.of("journal"));
    all.addAll(List.of(arguments));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new Main())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }

  private static String run(String... arguments) {
    Ended ended = execute(arguments);
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    return ended.out();
  }

  private String onFile(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--file", file.toString()));
    return run(all.toArray(String[]::new));
  }

  @Test
  void the_list_tells_what_everything_came_to() {
    assertThat(onFile("list").lines())
        .anyMatch(
            line ->
                line.startsWith("stream|000000000000/us-east-1/" + stream)
                    && line.endsWith("ACTIVE, encryption ENABLED"))
        .anyMatch(line -> line.contains(keyId) && line.endsWith("Enabled, 1 grant"))
        .anyMatch(line -> line.startsWith("budget|") && line.endsWith("24 of 25 calls left"));
    assertThat(run("list", "--data", data.toString())).isEqualTo(onFile("list"));
  }

  @Test
  void the_timeline_shows_the_second_at_which_the_key_was_disabled_by_whom_and_what_was_refused() {
    assertThat(onFile("timeline", stream))
        .containsSubsequence(
            "stream created: CreateDeliveryStream by arn:aws:iam::000000000000:root",
            "stream encryption enabled",
            "key disabled: DisableKey by arn:aws:iam::000000000000:root",
            "!  PutRecord refused: InvalidKMSResourceException, by arn:aws:iam::000000000000:root",
            "is disabled.",
            "key enabled: EnableKey by")
        .doesNotContain("secret");
  }

  @Test
  void why_names_the_call_that_disabled_the_key_of_a_refused_put() {
    assertThat(onFile("why", stream, "--put", refusedRequest))
        .contains("PutRecord by arn:aws:iam::000000000000:root at ")
        .contains("was refused: InvalidKMSResourceException")
        .contains("The stream was ACTIVE, its encryption ENABLED with arn:aws:kms")
        .contains(keyId + " was Disabled; its last events before the call:")
        .containsPattern("key disabled: DisableKey by arn:aws:iam::000000000000:root \\(request ");
  }

  @Test
  void why_explains_by_its_id_what_an_accepted_record_waits_for() {
    assertThat(onFile("why", stream, "--put", storedRecord))
        .contains("accepted and stored encrypted under key epoch 1");
  }

  @Test
  void what_if_the_key_had_not_been_disabled() {
    String shown = onFile("show", keyId);
    String disabled =
        shown
            .lines()
            .filter(line -> line.contains("key disabled"))
            .map(line -> line.strip().split(" ", 2)[0])
            .findFirst()
            .orElseThrow();
    assertThat(onFile("diff", keyId, "--from", "1", "--to", disabled))
        .contains("/KeyMetadata/KeyState: \"Enabled\" -> \"Disabled\"");
    String enabled = Integer.toString(Integer.parseInt(disabled) + 1);
    assertThat(onFile("what-if", keyId, "--without", enabled))
        .contains("/KeyMetadata/KeyState: \"Enabled\" -> \"Disabled\"");
    assertThat(onFile("what-if", keyId, "--without", disabled + "," + enabled))
        .contains("the same");
    assertThat(onFile("what-if", stream, "--without", "1")).contains("would not be possible");
  }

  @Test
  void the_state_at_a_moment_is_what_the_api_would_have_answered() throws Exception {
    JsonNode first =
        Json.MAPPER
            .readTree(onFile("state", stream, "--at", "1", "--json"))
            .path("DeliveryStreamDescription");
    assertThat(first.path("DeliveryStreamStatus").asText()).isEqualTo("CREATING");
    assertThat(onFile("state", stream, "--at", "0", "--json"))
        .startsWith("{\"__type\":\"ResourceNotFoundException\",\"message\":\"Firehose ");
    JsonNode last =
        Json.MAPPER
            .readTree(onFile("state", "stream " + stream, "--json"))
            .path("DeliveryStreamDescription");
    assertThat(last.at("/DeliveryStreamEncryptionConfiguration/Status").asText())
        .isEqualTo("ENABLED");
    assertThat(onFile("state", "budget/000000000000/us-east-1/" + stream + "/1"))
        .contains("\"CallsLeft\" : 24");
  }

  @Test
  void the_search_finds_callers_keys_and_errors() {
    assertThat(onFile("search", "--event", "key.disabled")).contains(keyId).contains("DisableKey");
    assertThat(onFile("search", "--error", "InvalidKMSResource")).contains("PutRecord refused");
    assertThat(onFile("search", "--caller", "nobody")).isEmpty();
    assertThat(onFile("search", "--since", "2999-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void sound_journals_are_sound_and_a_moved_house_is_the_same_house() {
    assertThat(onFile("verify")).contains("all sound");
    assertThat(run("verify", "--data", data.toString())).contains("all sound");
    Path whole = folder.resolve("whole.jsonl");
    Path again = folder.resolve("again.jsonl");
    Path house = folder.resolve("house");
    String first = run("export", whole.toString(), "--data", data.toString(), "--with-records");
    run("import", whole.toString(), "--data", house.toString());
    String second = run("export", again.toString(), "--data", house.toString(), "--with-records");
    assertThat(hash(second)).isEqualTo(hash(first));
    assertThat(whole).hasSameTextualContentAs(again);
  }

  private static String hash(String output) {
    return output.substring(output.indexOf("hash "));
  }

  @Test
  void an_export_holds_no_record_and_a_redacted_one_no_name() throws Exception {
    Path redacted = folder.resolve("redacted.jsonl");
    run("export", redacted.toString(), "--data", data.toString(), "--redact");
    assertThat(Files.readString(redacted))
        .doesNotContain(stream, "000000000000", ":::" + BUCKET)
        .contains("InvalidKMSResourceException");
    assertThat(run("verify", "--file", redacted.toString())).contains("all sound");
    assertThat(Files.readString(file)).doesNotContain("\"records\":\"").contains("recordBytes");
  }

  @Test
  void a_wrong_question_is_refused_in_a_sentence() {
    assertThat(execute("show", "nobody", "--file", file.toString()))
        .isEqualTo(
            new Ended(
                2, "", "hydrant: There is no entity nobody; `hydrant journal list` shows all.\n"));
    Ended beyond = execute("state", stream, "--at", "900", "--file", file.toString());
    assertThat(beyond.code()).isEqualTo(2);
    assertThat(beyond.err())
        .startsWith("hydrant: stream|000000000000/us-east-1/" + stream + " has no event 900; its");
    assertThat(execute("what-if", keyId, "--without", "900", "--file", file.toString()))
        .isEqualTo(
            new Ended(
                2, "", "hydrant: key|000000000000/us-east-1/" + keyId + " has no event 900.\n"));
    assertThat(execute("list", "--data", folder.resolve("nowhere").toString()).code()).isOne();
    assertThat(execute("list", "--data", folder.resolve("nowhere").toString()).err())
        .contains("There is no journal in");
    assertThat(execute("state", stream, "--time", "noon", "--file", file.toString()).err())
        .contains("A time is written like");
    assertThat(execute("why", stream, "--put", "x", "--file", file.toString()).err())
        .contains("neither the request id of a refused call");
  }
}
