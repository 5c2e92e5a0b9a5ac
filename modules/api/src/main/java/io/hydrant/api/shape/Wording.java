package io.hydrant.api.shape;

import java.util.List;
import java.util.Map;

/** The wording of a service for broken constraints. */
enum Wording {
  /**
   * No value is repeated, the violations of a list or map are listed together, and enums and
   * members come in the order of hash tables. Recorded from AWS, September 2026; for lists of
   * texts, whose form is that of other services of AWS, assumed.
   */
  FIREHOSE,

  /** Values are repeated and each element has its own violation. Recorded from AWS. */
  KMS;

  /**
   * @param shown how the value is shown: {@code Value 'x'}, {@code Value null}
   */
  String shown(String shown) {
    return this == FIREHOSE ? "Value" : shown;
  }

  boolean listsElementsTogether() {
    return this == FIREHOSE;
  }

  List<String> ordered(List<String> values) {
    return this == FIREHOSE ? HashOrder.ofValues(values) : values;
  }

  <V> Map<String, V> ordered(Map<String, V> members) {
    return this == FIREHOSE ? HashOrder.ofMembers(members) : members;
  }
}
