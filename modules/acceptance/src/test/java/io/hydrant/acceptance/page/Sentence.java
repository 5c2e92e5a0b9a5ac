package io.hydrant.acceptance.page;

import static io.hydrant.acceptance.page.Page.CREATE;
import static io.hydrant.acceptance.page.Page.DELETE;
import static io.hydrant.acceptance.page.Page.DESCRIBE;
import static io.hydrant.acceptance.page.Page.DESTINATION;
import static io.hydrant.acceptance.page.Page.PUT;
import static io.hydrant.acceptance.page.Page.START;
import static io.hydrant.acceptance.page.Page.STOP;

/**
 * Every fact of the API pages about encryption, in our words and in the order of the pages, with
 * the files in {@code core} that hold its rule.
 */
public enum Sentence {
  START_ENCRYPTS(
      START,
      "Starting encryption makes Firehose seal a stream's records while it holds them; they arrive"
          + " as they were put.",
      "stream/KeySchedule"),
  START_IS_ASYNCHRONOUS(
      START,
      "The call is answered before KMS has been asked to do anything.",
      "stream/StartDeliveryStreamEncryption"),
  START_PASSES_ENABLING_TO_ENABLED(
      START, "The status becomes ENABLING, then ENABLED.", "stream/Encryption"),
  START_STATUS_IS_DESCRIBED(
      START,
      "The status is the Status of DeliveryStreamEncryptionConfiguration, and DescribeDeliveryStream"
          + " shows it.",
      "stream/DescribeDeliveryStream"),
  START_FAILURE_IS_ENABLING_FAILED(
      START,
      "An operation that fails ends in ENABLING_FAILED, with the type of the failure and what to do.",
      "stream/KmsErrorMapping"),
  START_RECORDS_FLOW_WHILE_ENABLING(
      START,
      "While ENABLING, records are taken and delivered, and they are not encrypted.",
      "stream/Encryption"),
  START_PROPAGATES_WITHIN_5_SECONDS(
      START,
      "Up to 5 seconds pass between ENABLED and the moment from which every record is encrypted.",
      "stream/KeySchedule"),
  START_PUTS_TELL_WHETHER_ENCRYPTED(
      START,
      "Encrypted in the answers of PutRecord and PutRecordBatch tells exactly whether those records"
          + " were sealed.",
      "stream/Admission"),
  START_AGAIN_CHANGES_THE_KEY(
      START,
      "On an encrypted stream the call changes the key's ARN, or its type and ARN, in all"
          + " combinations.",
      "stream/StartDeliveryStreamEncryption"),
  START_OLD_GRANT_IS_RETIRED_LATER(
      START,
      "When a customer managed key is replaced, its grant is scheduled for retirement: it goes once"
          + " what was sealed under the key has been delivered.",
      "stream/StreamTasks"),
  START_CREATES_A_GRANT(
      START,
      "For a customer managed key Firehose makes a grant that lets it encrypt, decrypt and manage the"
          + " grant.",
      "stream/StreamTask"),
  START_SESSION_AGE(
      START,
      "With session credentials older than six hours the grant cannot be made.",
      "stream/SessionAge"),
  START_FAILED_CHANGE_KEEPS_THE_OLD_KEY(
      START,
      "A change of key that ends in ENABLING_FAILED leaves the stream encrypted with the old key.",
      "stream/Encryption"),
  START_CAN_FOLLOW_A_FAILURE(
      START,
      "After ENABLING_FAILED the call can be made again with a key that serves.",
      "stream/EncryptionPreconditions"),
  START_NEEDS_AN_ENABLED_KEY(START, "The key must be enabled.", "kms/KeyStateRules"),
  START_KEY_MUST_SERVE(
      START,
      "Every form of ARN and every kind of key has its outcome: only an enabled symmetric key for"
          + " encryption, named by its own ARN, serves.",
      "kms/KeyUsageRules"),
  START_POLICY_MUST_NOT_DENY(
      START, "The key's policy must not deny Firehose the use of the key.", "kms/KeyAuthorization"),
  START_NEEDS_DIRECT_PUT(
      START,
      "Only a stream with DirectPut as its source can be encrypted.",
      "stream/EncryptionValidation"),
  START_25_CALLS_IN_24_HOURS(
      START,
      "Starts and stops of a stream share 25 calls in any 24 hours, in every mix: 13 and 12 reach the"
          + " limit.",
      "quota/CountEncryptionCall"),
  START_CONFIGURATION_IS_OPTIONAL(
      START,
      "DeliveryStreamEncryptionConfigurationInput may be missing; then the service's own key is used.",
      "stream/EncryptionConfigurationInput"),
  START_TYPE_AND_ARN_FIT(
      START,
      "A customer managed key needs its ARN, the service's own key takes none.",
      "stream/EncryptionValidation"),
  START_NAME_CONSTRAINTS(
      START,
      "DeliveryStreamName is required, 1 to 64 characters of letters, digits, _ . and -.",
      "id/StreamName"),
  START_ANSWERS_AN_EMPTY_200(
      START, "Success is HTTP 200 with an empty body.", "stream/StartDeliveryStreamEncryption"),
  START_INVALID_ARGUMENT(
      START,
      "InvalidArgumentException: a parameter's value is not valid (400).",
      "stream/StreamErrors"),
  START_INVALID_KMS_RESOURCE(
      START,
      "InvalidKMSResourceException: KMS answered with AccessDenied, InvalidState, Disabled or NotFound"
          + " to a put, a start or a creation; code names which (400).",
      "stream/StreamErrors"),
  START_LIMIT_EXCEEDED(
      START, "LimitExceededException: the limit is reached (400).", "quota/QuotaErrors"),
  START_RESOURCE_IN_USE(
      START,
      "ResourceInUseException: a change is under way already (400).",
      "stream/EncryptionPreconditions"),
  START_RESOURCE_NOT_FOUND(
      START, "ResourceNotFoundException: there is no such stream (400).", "stream/StreamErrors"),
  START_EXAMPLE(
      START, "The page's own example works, byte by byte.", "stream/EncryptionConfigurationInput"),

  STOP_PASSES_DISABLING_TO_DISABLED(
      STOP,
      "Stopping is asynchronous: the status becomes DISABLING, then DISABLED.",
      "stream/StopDeliveryStreamEncryption"),
  STOP_RECORDS_FLOW_WHILE_DISABLING(
      STOP, "While DISABLING, records are taken and delivered.", "stream/Encryption"),
  STOP_PROPAGATES_WITHIN_5_SECONDS(
      STOP,
      "Up to 5 seconds pass between DISABLED and the moment from which no record is encrypted; Encrypted"
          + " tells.",
      "stream/KeySchedule"),
  STOP_RETIRES_THE_GRANT(
      STOP,
      "A customer managed key's grant is retired after everything sealed under it has been delivered.",
      "stream/StreamTasks"),
  STOP_SHARES_THE_BUDGET(
      STOP, "Stops count towards the same 25 calls in 24 hours.", "quota/CountEncryptionCall"),

  CREATE_ENCRYPTED(
      CREATE,
      "A stream can be created encrypted: it is ACTIVE once its key is in force.",
      "stream/CreateDeliveryStream"),
  CREATE_FAILS_WITH_A_DESCRIPTION(
      CREATE,
      "A creation whose key fails ends in CREATING_FAILED with a description; the stream can be deleted"
          + " and nothing else, and its name is taken until then.",
      "stream/StreamTaskResult"),
  CREATE_NEEDS_DIRECT_PUT(
      CREATE, "Only a DirectPut stream can be created encrypted.", "stream/EncryptionValidation"),
  CREATE_500_STREAMS_A_KEY(
      CREATE,
      "One customer managed key encrypts up to 500 streams; creation and start beyond that are"
          + " LimitExceededException.",
      "quota/KeyStreamQuotaCommand"),

  DESCRIBE_NEVER_ENCRYPTED(
      DESCRIBE, "A stream that was never encrypted is DISABLED.", "stream/DescribeDeliveryStream"),
  DESCRIBE_KEY(
      DESCRIBE,
      "KeyARN is shown for customer managed keys alone, KeyType for both.",
      "stream/DescribeDeliveryStream"),
  DESCRIBE_FAILURE(
      DESCRIBE,
      "FailureDescription tells why the newest attempt failed, and is gone after one that succeeds.",
      "stream/DescribeDeliveryStream"),

  PUT_REFUSED_WITHOUT_THE_KEY(
      PUT,
      "When the key is disabled, pending deletion, gone, or its grant is revoked, puts are refused once"
          + " the cached data key has lived its span.",
      "stream/StreamErrors"),
  PUT_MENDED_BY_STARTING_AGAIN(
      PUT,
      "After a revoked grant, starting encryption again mends the stream.",
      "stream/Encryption"),
  PUT_SEALED_RECORDS_WAIT(
      PUT,
      "Sealed records wait while their key cannot be used, the stream says so, and they arrive when it"
          + " can be used again.",
      "stream/EncryptionEvent"),
  PUT_KEY_GONE_FOR_GOOD(
      PUT,
      "Records sealed under a key that was deleted cannot be opened any more, and the stream says so.",
      "stream/EncryptionEvent"),
  PUT_BATCH_PARTLY(
      PUT,
      "PutRecordBatch answers 200 even where some records fail; each has its id or its error.",
      "stream/PutRecordBatch"),

  DELETE_RETIRES_THE_GRANT(
      DELETE,
      "Deleting an encrypted stream retires its grant and frees its name.",
      "stream/StreamTasks"),
  DELETE_NEW_STREAM_NEW_BUDGET(
      DELETE,
      "A stream that is created again under the name has a budget of its own.",
      "stream/Nonexistent"),
  DELETE_FAILS_WITH_A_DESCRIPTION(
      DELETE,
      "Where KMS will not retire the grant the deletion ends in DELETING_FAILED with a description, and"
          + " can be tried again.",
      "stream/StreamTaskResult"),
  DELETE_BY_FORCE(
      DELETE,
      "AllowForceDelete deletes the stream all the same; the grant is left to its owner.",
      "stream/DeleteDeliveryStream"),

  DESTINATION_KEY_ENCRYPTS_OBJECTS(
      DESTINATION,
      "With KMSEncryptionConfig the delivered objects are encrypted under that key, and HeadObject"
          + " shows it.",
      "destination/S3Access"),
  DESTINATION_BUCKET_DECIDES_WITHOUT_A_KEY(
      DESTINATION,
      "With NoEncryptionConfig the default encryption of the bucket applies, which is SSE-S3 unless"
          + " the bucket is configured otherwise.",
      "destination/S3Access"),
  DESTINATION_ROLE_USES_THE_KEY(
      DESTINATION,
      "The destination's role needs kms:GenerateDataKey through S3: a key policy, an identity policy"
          + " or a grant allows it.",
      "kms/KeyAuthorization"),
  DESTINATION_RECORDS_WAIT_FOR_THE_KEY(
      DESTINATION,
      "With a key that is missing, disabled, pending deletion or denied nothing is delivered: the log"
          + " names the error, the records wait, and each arrives once when the key can be used.",
      "buffer/Batch"),
  DESTINATION_KEY_IS_REPLACED_BY_AN_UPDATE(
      DESTINATION,
      "UpdateDestination changes the encryption of what is delivered after it; records that wait for"
          + " the old key are delivered under the new one.",
      "destination/DestinationUpdates"),
  DESTINATION_READERS_NEED_DECRYPT(
      DESTINATION,
      "A reader of an object needs kms:Decrypt on a key that can be used.",
      "kms/Decrypt"),
  DESTINATION_NAMES_ONE_ENCRYPTION(
      DESTINATION,
      "Exactly one of KMSEncryptionConfig and NoEncryptionConfig is given, and the key is in the"
          + " stream's Region.",
      "destination/S3Rules"),
  DESTINATION_IS_DESCRIBED(
      DESTINATION,
      "DescribeDeliveryStream shows the encryption that was given, and NoEncryptionConfig where none"
          + " was.",
      "destination/DestinationDescriptions");

  private final Page page;
  private final String words;
  private final String rule;
  private final String waitsFor;

  Sentence(Page page, String words, String rule) {
    this(page, words, rule, "");
  }

  Sentence(Page page, String words, String rule, String waitsFor) {
    this.page = page;
    this.words = words;
    this.rule = rule;
    this.waitsFor = waitsFor;
  }

  Page page() {
    return page;
  }

  String words() {
    return words;
  }

  /** The file in core, below {@code io/hydrant/core}, without its ending. */
  public String rule() {
    return rule;
  }

  /** What is still to be built before it can be proven; empty: nothing. */
  public String waitsFor() {
    return waitsFor;
  }
}
