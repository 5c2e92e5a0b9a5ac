package io.hydrant.s3.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The documents that infrastructure tools set beside a bucket. */
class ConfigurationsTest {
  private static final String LIFECYCLE =
      "<LifecycleConfiguration><Rule><ID>old</ID><Filter><Prefix>logs/</Prefix></Filter>"
          + "<Status>Enabled</Status><Expiration><Days>30</Days></Expiration></Rule>"
          + "</LifecycleConfiguration>";

  @TempDir private Path root;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(StoredOnly.class);
  private TestS3 s3;

  @BeforeEach
  void open() throws IOException {
    s3 = TestS3.withBucket(root, "bucket");
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() throws IOException {
    logger.detachAppender(log);
    s3.close();
  }

  private Answer put(String name, String document) {
    return s3.call("PUT", "bucket").query(name).body(document).send();
  }

  private Answer get(String name) {
    return s3.call("GET", "bucket").query(name).send();
  }

  private List<String> warnings() {
    return log.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Test
  void a_document_comes_back_with_the_same_elements_and_is_deleted() {
    assertThat(get("lifecycle").code()).isEqualTo("NoSuchLifecycleConfiguration");
    assertThat(put("lifecycle", LIFECYCLE).status()).isEqualTo(200);
    Answer read = get("lifecycle");
    assertThat(read.first("Prefix")).contains("logs/");
    assertThat(read.first("Days")).contains("30");
    assertThat(read.text()).contains("xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"");
    assertThat(s3.call("DELETE", "bucket").query("lifecycle").send().status()).isEqualTo(204);
    assertThat(get("lifecycle").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "tagging,NoSuchTagSet",
    "policy,NoSuchBucketPolicy",
    "cors,NoSuchCORSConfiguration",
    "website,NoSuchWebsiteConfiguration",
    "replication,ReplicationConfigurationNotFoundError"
  })
  void what_was_never_set_is_an_error_of_its_own(String name, String code) {
    assertThat(get(name).status()).isEqualTo(404);
    assertThat(get(name).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "versioning,VersioningConfiguration",
    "notification,NotificationConfiguration",
    "logging,BucketLoggingStatus",
    "requestPayment,RequestPaymentConfiguration",
    "encryption,ServerSideEncryptionConfiguration",
    "publicAccessBlock,PublicAccessBlockConfiguration",
    "ownershipControls,OwnershipControls",
    "acl,AccessControlPolicy"
  })
  void what_a_new_bucket_has_is_told(String name, String element) {
    assertThat(get(name).status()).isEqualTo(200);
    assertThat(get(name).text()).contains("<" + element);
  }

  @ParameterizedTest
  @CsvSource({
    "lifecycle,<LifecycleConfiguration/>",
    "lifecycle,<LifecycleConfiguration><Rule/></LifecycleConfiguration>",
    "lifecycle,<LifecycleConfiguration><Rule><Status>On</Status></Rule></LifecycleConfiguration>",
    "lifecycle,<Rule><Status>Enabled</Status></Rule>",
    "lifecycle,<LifecycleConfiguration><Rule>",
    "notification,<NotificationConfiguration><Other/></NotificationConfiguration>",
    "notification,<NotificationConfiguration>text</NotificationConfiguration>x",
    "versioning,<VersioningConfiguration/>",
    "versioning,<VersioningConfiguration><Status>Off</Status></VersioningConfiguration>",
    "tagging,<Tagging/>",
    "tagging,<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>",
    "encryption,<ServerSideEncryptionConfiguration/>",
    "ownershipControls,<OwnershipControls><Rule/></OwnershipControls>",
    "cors,<CORSConfiguration><CORSRule/></CORSConfiguration>",
    "requestPayment,<RequestPaymentConfiguration/>",
    "acl,<AccessControlPolicy/>",
    "publicAccessBlock,"
        + "<PublicAccessBlockConfiguration><BlockPublicAcls>x</BlockPublicAcls>"
        + "</PublicAccessBlockConfiguration>"
  })
  void a_document_without_the_elements_of_its_schema_is_malformed(String name, String document) {
    Answer before = get(name);
    assertThat(put(name, document).code()).isEqualTo("MalformedXML");
    assertThat(get(name)).isEqualTo(before);
  }

  @Test
  void an_empty_body_and_a_policy_that_is_none_are_refused() {
    assertThat(put("tagging", "").code()).isEqualTo("MissingRequestBodyError");
    assertThat(put("policy", "no json").code()).isEqualTo("MalformedPolicy");
    assertThat(put("policy", "{}").code()).isEqualTo("MalformedPolicy");
  }

  @Test
  void a_document_in_another_encoding_than_utf8_is_refused() {
    byte[] document =
        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><Tagging><TagSet><Tag><Key>k</Key>"
                + "<Value>é</Value></Tag></TagSet></Tagging>")
            .getBytes(StandardCharsets.UTF_16);
    assertThat(s3.call("PUT", "bucket").query("tagging").body(document).send().status())
        .isEqualTo(400);
  }

  @Test
  void what_is_stored_only_is_said_once_for_each_bucket_and_configuration() {
    s3.call("PUT", "other").send();
    put("lifecycle", LIFECYCLE);
    put("lifecycle", LIFECYCLE);
    s3.call("PUT", "other").query("lifecycle").body(LIFECYCLE).send();
    put(
        "logging",
        "<BucketLoggingStatus><LoggingEnabled><TargetBucket>b</TargetBucket>"
            + "<TargetPrefix/></LoggingEnabled></BucketLoggingStatus>");
    assertThat(warnings())
        .containsExactly(
            "The LifecycleConfiguration of the bucket bucket is stored and has no effect here",
            "The LifecycleConfiguration of the bucket other is stored and has no effect here",
            "The BucketLoggingStatus of the bucket bucket is stored and has no effect here");
  }

  @Test
  void what_is_acted_on_or_changes_nothing_is_not_said() {
    VersioningTest.set(s3, "Enabled");
    put("notification", "<NotificationConfiguration/>");
    put("publicAccessBlock", get("publicAccessBlock").text().replace("true", "false"));
    put("tagging", "<Tagging><TagSet/></Tagging>");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void a_block_of_public_access_is_stored_only() {
    put("publicAccessBlock", get("publicAccessBlock").text());
    assertThat(warnings())
        .containsExactly(
            "The PublicAccessBlockConfiguration of the bucket bucket is stored and has no effect"
                + " here");
  }

  @Test
  void a_default_encryption_that_s3_does_not_have_is_refused() {
    String rule =
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
            + "<SSEAlgorithm>AES256</SSEAlgorithm>%s</ApplyServerSideEncryptionByDefault>%s</Rule>"
            + "</ServerSideEncryptionConfiguration>";
    assertThat(put("encryption", rule.formatted("", "")).status()).isEqualTo(200);
    assertThat(put("encryption", rule.formatted("<KMSMasterKeyID>k</KMSMasterKeyID>", "")).code())
        .isEqualTo("InvalidArgument");
    assertThat(
            put(
                    "encryption",
                    rule.formatted(
                        "",
                        "<BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType>"
                            + "</BlockedEncryptionTypes>"))
                .code())
        .isEqualTo("NotImplemented");
  }

  @Test
  void a_bucket_has_no_object_lock() {
    assertThat(get("object-lock").code()).isEqualTo("ObjectLockConfigurationNotFoundError");
  }

  @Test
  void a_document_for_a_bucket_that_was_deleted_does_not_reach_the_next_one_of_its_name() {
    Answer late =
        s3.call("PUT", "bucket")
            .query("tagging")
            .body("<Tagging><TagSet/></Tagging>")
            .sendAfter(
                () -> {
                  s3.call("DELETE", "bucket").send();
                  s3.pass(Duration.ofSeconds(1));
                  s3.call("PUT", "bucket").send();
                });
    assertThat(late.code()).isEqualTo("NoSuchBucket");
    assertThat(get("tagging").code()).isEqualTo("NoSuchTagSet");
  }

  @Test
  void the_list_of_a_missing_object_cannot_be_set() {
    assertThat(
            s3.call("PUT", "bucket", "none")
                .query("acl")
                .header("x-amz-acl", "private")
                .send()
                .code())
        .isEqualTo("NoSuchKey");
  }

  @Test
  void a_list_that_gives_the_owner_everything_takes_an_earlier_list_away() {
    put(
        "ownershipControls",
        "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule>"
            + "</OwnershipControls>");
    String before = get("acl").text();
    s3.call("PUT", "bucket").query("acl").header("x-amz-acl", "public-read").send();
    put("acl", before);
    assertThat(get("acl").text()).isEqualTo(before);
  }

  @Test
  void an_access_control_list_needs_ownership_controls_and_is_stored_only() {
    TestS3.Call call = s3.call("PUT", "bucket").query("acl").header("x-amz-acl", "public-read");
    assertThat(call.send().code()).isEqualTo("AccessControlListNotSupported");
    put(
        "ownershipControls",
        "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule>"
            + "</OwnershipControls>");
    assertThat(call.send().status()).isEqualTo(200);
    assertThat(get("acl").all("Permission")).containsExactly("FULL_CONTROL", "READ");
    assertThat(warnings())
        .containsExactly(
            "The access control list of the bucket bucket is stored and has no effect here");
    assertThat(s3.call("PUT", "bucket", "key").header("x-amz-acl", "public-read").send().code())
        .isEqualTo("NotImplemented");
  }

  @Test
  void a_bucket_has_at_most_50_tags() {
    String tag = "<Tag><Key>%d</Key><Value/></Tag>";
    StringBuilder tags = new StringBuilder();
    for (int number = 0; number < 51; number++) {
      tags.append(tag.formatted(number));
    }
    assertThat(put("tagging", "<Tagging><TagSet>" + tags + "</TagSet></Tagging>").status())
        .isEqualTo(400);
  }
}
