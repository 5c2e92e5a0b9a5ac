package io.hydrant.core.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** The language of a policy: whether <code>${...}</code> in a text is a variable. */
enum Version {
  /** The version of a policy that names none. */
  V2008("2008-10-17"),
  V2012("2012-10-17");

  private final String date;

  Version(String date) {
    this.date = date;
  }

  static Optional<Version> of(String date) {
    return Stream.of(values()).filter(version -> version.date.equals(date)).findFirst();
  }

  boolean hasVariables() {
    return this == V2012;
  }
}
