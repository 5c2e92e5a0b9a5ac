package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A configuration of each type of destination, made from the shapes. */
public final class Destinations {
  private static final String MEMBER = "DestinationConfiguration";
  private static final String BACKUP = "S3BackupConfiguration";
  private static final Forms FORMS = Forms.of("firehose");
  private static final Samples SAMPLES =
      new Samples(
          FORMS,
          Map.of(
              "BucketARN",
              "arn:aws:s3:::bucket",
              "CustomTimeZone",
              "UTC",
              "HECEndpoint",
              "https://splunk.example:8088"));
  private static final Kinds KINDS = new Kinds(SAMPLES);

  private Destinations() {}

  /** By the member of CreateDeliveryStream; with what each must have. */
  public static Map<String, ObjectNode> minimal() {
    return all(false);
  }

  /** The same with all members, all the way down. */
  public static Map<String, ObjectNode> full() {
    return all(true);
  }

  /** The same with the required members and those of the backup, where the type has one. */
  public static Map<String, ObjectNode> withBackup() {
    Map<String, ObjectNode> all = minimal();
    all.forEach(
        (name, destination) -> {
          if (FORMS.form(name).members().containsKey(BACKUP)) {
            destination.set(BACKUP, SAMPLES.minimal(FORMS.form("S3DestinationConfiguration")));
          }
        });
    return all;
  }

  private static Map<String, ObjectNode> all(boolean full) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    FORMS
        .input("CreateDeliveryStream")
        .members()
        .forEach(
            (name, member) -> {
              if (name.endsWith(MEMBER)) {
                Form form = FORMS.form(member.shape());
                ObjectNode destination = full ? SAMPLES.full(form) : SAMPLES.minimal(form);
                KINDS.complete(name, destination);
                if (full) {
                  Buckets.complete(destination);
                }
                all.put(name, destination);
              }
            });
    return all;
  }
}
