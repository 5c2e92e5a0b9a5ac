package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.kms.KmsErrors;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The input members that would change what an answer may be, and that are not built. A call with
 * such members is refused, because an answer without their effect would be wrong. The refusal names
 * all of them.
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
   * Returns UnsupportedOperationException where the input has any of them. An empty list counts as
   * missing.
   *
   * @param input has only members that the operation knows
   */
  static Optional<ServiceError> refusal(JsonNode input) {
    SortedMap<String, String> given = new TreeMap<>();
    Stream.of(values())
        .filter(each -> input.has(each.member))
        .filter(each -> !(input.get(each.member).isArray() && input.get(each.member).isEmpty()))
        .forEach(each -> given.put(each.member, each.why));
    return Optional.of(given)
        .filter(members -> !members.isEmpty())
        .map(KmsErrors::unsupportedMembers);
  }
}
