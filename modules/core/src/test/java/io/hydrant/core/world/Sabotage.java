package io.hydrant.core.world;

import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import io.hydrant.core.stream.EncryptionStatus;

/** Ways in which a world can be wrong on purpose, each with the rule that must notice it. */
enum Sabotage {
  NONE("nothing"),
  RETIRES_EARLY("grants"),
  KEEPS_GRANTS("grants"),
  COUNTS_TO_26("budget"),
  REFUSES_THE_20TH_CALL("budget"),
  ANSWERS_ENCRYPTED_WRONGLY("puts"),
  STORES_IN_CLEAR("puts"),
  DROPS_THE_KEY_OF_A_FAILED_CHANGE("puts"),
  LOSES_A_RECORD("delivery"),
  DELIVERS_TWICE("delivery"),
  NEVER_ASKS_FOR_A_KEY_AGAIN("keys"),
  SHOWS_ENABLED_TOO_EARLY("status"),
  FORGETS_GENERATIONS("names"),
  NEVER_ENTERS_A_NAME_AGAIN("names"),
  NEVER_CHECKS_A_NAME("names"),
  TAKES_STARTS_OF_AN_EARLIER_STREAM("budget"),
  RELEASES_NEW_RESERVATIONS("reservations"),
  NEVER_RESERVES_AGAIN("reservations"),
  FORGETS_KEY_CHANGES("aliases");

  private final String rule;

  Sabotage(String rule) {
    this.rule = rule;
  }

  String rule() {
    return rule;
  }

  DeliveryStreamDescription shown(DeliveryStreamDescription view) {
    EncryptionDescription encryption = view.encryption();
    if (this != SHOWS_ENABLED_TOO_EARLY || encryption.status() != EncryptionStatus.ENABLING) {
      return view;
    }
    return new DeliveryStreamDescription(
        view.arn(),
        view.status(),
        view.failure(),
        new EncryptionDescription(
            encryption.keyArn(),
            encryption.keyType(),
            EncryptionStatus.ENABLED,
            encryption.failure()),
        view.type(),
        view.generation(),
        view.versionId(),
        view.createTimestamp(),
        view.lastUpdateTimestamp(),
        view.source(),
        view.destinations());
  }
}
