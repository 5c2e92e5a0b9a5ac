package io.hydrant.core.kms;

/** What stands under a key id: nothing, or a key. */
public sealed interface KeySlot permits KeySlot.NoKey, Key {
  KeyArn arn();

  /** There is no such key. */
  record NoKey(KeyArn arn) implements KeySlot {}
}
