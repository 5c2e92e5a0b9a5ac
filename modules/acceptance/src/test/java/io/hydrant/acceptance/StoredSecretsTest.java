package io.hydrant.acceptance;

import static io.hydrant.acceptance.JournalCommands.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.firehose.model.HECEndpointType;
import software.amazon.awssdk.services.firehose.model.S3DestinationConfiguration;

/** Secrets of destinations are in the journal, encrypted, and nowhere in the clear. */
class StoredSecretsTest extends OneNode {
  private static final String SECRET = "the-plaintext-of-a-secret";
  private static final Pattern ENCRYPTED = Pattern.compile("\\$encrypted\":\"([A-Za-z0-9+/=]+)\"");
  private static final String ROLE = "arn:aws:iam::000000000000:role/firehose";

  @TempDir Path folder;

  private static S3DestinationConfiguration bucket() {
    return S3DestinationConfiguration.builder()
        .bucketARN("arn:aws:s3:::" + BUCKET)
        .roleARN(ROLE)
        .build();
  }

  private String redshift(String password) {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .redshiftDestinationConfiguration(
                    c ->
                        c.roleARN(ROLE)
                            .clusterJDBCURL(
                                "jdbc:redshift://c.abc.us-east-1.redshift.amazonaws.com:5439/db")
                            .copyCommand(copy -> copy.dataTableName("t"))
                            .username("user")
                            .password(password)
                            .s3Configuration(bucket())));
    awaitActive(name);
    return name;
  }

  private String httpEndpoint(String accessKey) {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .httpEndpointDestinationConfiguration(
                    c ->
                        c.roleARN(ROLE)
                            .endpointConfiguration(
                                e -> e.url("https://example.com").accessKey(accessKey))
                            .s3Configuration(bucket())));
    awaitActive(name);
    return name;
  }

  private String exported(String... options) throws Exception {
    Path file = folder.resolve("journal" + options.length + ".jsonl");
    Files.deleteIfExists(file);
    String[] all = new String[4 + options.length];
    all[0] = "export";
    all[1] = file.toString();
    all[2] = "--url";
    all[3] = endpoint().toString();
    System.arraycopy(options, 0, all, 4, options.length);
    run(all);
    return Files.readString(file);
  }

  @Test
  void a_secret_is_stored_encrypted_at_creation_and_update_and_is_shown_nowhere() throws Exception {
    String redshift = redshift(SECRET + "-1");
    String endpoint = httpEndpoint(SECRET + "-2");
    firehose.updateDestination(
        r ->
            r.deliveryStreamName(endpoint)
                .currentDeliveryStreamVersionId(describe(endpoint).versionId())
                .destinationId("destinationId-000000000001")
                .httpEndpointDestinationUpdate(
                    u ->
                        u.endpointConfiguration(
                            e -> e.url("https://example.com").accessKey(SECRET + "-3"))));
    // Before the restart, which compresses the files.
    assertThat(journalFiles()).doesNotContain(SECRET);
    restart();
    String export = exported();
    assertThat(export)
        .doesNotContain(SECRET)
        .containsPattern("\"Password\":\\{\"\\$encrypted\":\"[A-Za-z0-9+/=]{40,}\"}")
        .containsPattern("\"AccessKey\":\\{\"\\$encrypted\":\"[A-Za-z0-9+/=]{40,}\"}");
    assertThat(exported("--redact"))
        .contains("\"Password\":{\"$encrypted\":\"\"}")
        .doesNotContainPattern("\\$encrypted\":\"[A-Za-z0-9+/=]");
    List<String> encrypted =
        ENCRYPTED.matcher(export).results().map(found -> found.group(1)).toList();
    assertThat(encrypted).hasSize(3);
    for (String stream : new String[] {redshift, endpoint}) {
      assertThat(describe(stream).toString()).doesNotContain(SECRET, "encrypted");
      assertThat(page("/_hydrant/streams/000000000000/us-east-1/" + stream))
          .contains("destination")
          .doesNotContain(SECRET)
          .doesNotContain(encrypted);
    }
  }

  @Test
  void a_token_of_splunk_is_described_back() {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .splunkDestinationConfiguration(
                    c ->
                        c.hecEndpoint("https://splunk.example:8088")
                            .hecEndpointType(HECEndpointType.RAW)
                            .hecToken("token")
                            .s3Configuration(bucket())));
    awaitActive(name);
    assertThat(describe(name).destinations().get(0).splunkDestinationDescription().hecToken())
        .isEqualTo("token");
  }

  private String page(String path) throws Exception {
    return http(HttpRequest.newBuilder(endpoint().resolve(path))).body();
  }
}
