package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.kms.Errors;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The input members that would change what an answer may be, and that are not built. A call with
 * one of them is refused by its name, because an answer without its effect would be wrong.
 */
enum UnbuiltMembers {
  CUSTOM_KEY_STORE_ID("CustomKeyStoreId", "there are no custom key stores"),
  XKS_KEY_ID("XksKeyId", "there are no external key stores"),
  RECIPIENT("Recipient", "nothing is encrypted for an attestation document"),
  DRY_RUN_MODIFIERS("DryRunModifiers", "a dry run always looks at the ciphertext");

  private final String member;
  private final String why;

  UnbuiltMembers(String member, String why) {
    this.member = member;
    this.why = why;
  }

  /**
   * UnsupportedOperationException, where one of them is given; an empty list asks for nothing.
   *
   * @param input has only members that the operation knows
   */
  static Optional<Refusal> refusal(JsonNode input) {
    return Stream.of(values())
        .filter(each -> input.has(each.member))
        .filter(each -> !(input.get(each.member).isArray() && input.get(each.member).isEmpty()))
        .map(each -> Errors.unsupportedMember(each.member, each.why))
        .findFirst();
  }
}
