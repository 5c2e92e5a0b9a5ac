package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A configuration of each type of destination, made from the declared shapes. */
public final class Destinations {
  private static final String MEMBER = "DestinationConfiguration";

  private Destinations() {}

  /** By the member of CreateDeliveryStream; with the required members of each. */
  public static Map<String, ObjectNode> minimal() {
    return all(false);
  }

  /** The same with all members, all the way down. */
  public static Map<String, ObjectNode> full() {
    return all(true);
  }

  private static Map<String, ObjectNode> all(boolean full) {
    Forms forms = Forms.of("firehose");
    Samples samples =
        new Samples(forms, Map.of("BucketARN", "arn:aws:s3:::bucket", "CustomTimeZone", "UTC"));
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    forms
        .input("CreateDeliveryStream")
        .members()
        .forEach(
            (name, member) -> {
              if (name.endsWith(MEMBER)) {
                Form form = forms.form(member.shape());
                all.put(name, full ? samples.full(form) : samples.minimal(form));
              }
            });
    return all;
  }
}
