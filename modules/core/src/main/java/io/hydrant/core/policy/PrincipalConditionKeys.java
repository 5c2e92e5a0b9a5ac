package io.hydrant.core.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Condition keys whose values follow from who asks. */
final class PrincipalConditionKeys {
  private PrincipalConditionKeys() {}

  static Map<String, List<String>> of(
      String account, String arn, String type, Map<String, List<String>> own) {
    Map<String, List<String>> facts = new HashMap<>(own);
    facts.put("aws:PrincipalAccount", List.of(account));
    facts.put("aws:PrincipalArn", List.of(arn));
    facts.put("aws:PrincipalType", List.of(type));
    facts.put("aws:PrincipalIsAWSService", List.of("false"));
    return facts;
  }

  static Map<String, List<String>> ofService(String name) {
    return Map.of(
        "aws:PrincipalIsAWSService",
        List.of("true"),
        "aws:PrincipalServiceName",
        List.of(name),
        "aws:PrincipalServiceNamesList",
        List.of(name));
  }
}
