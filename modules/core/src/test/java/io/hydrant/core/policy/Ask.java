package io.hydrant.core.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests in short: Alice decrypts with a key of her own account, unless something else is said.
 */
record Ask(Principal principal, String action, String resource, Map<String, List<String>> context) {
  static final String HOME = "111122223333";
  static final String ABROAD = "444455556666";
  static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";
  static final Principal ALICE = new Principal.User(HOME, "Alice");
  static final Principal BOB = new Principal.User(ABROAD, "Bob");
  static final Principal ROOT = new Principal.Root(HOME);
  static final Principal.Role ROLE = new Principal.Role(HOME, "jobs/Loader");
  static final Principal SESSION = new Principal.Session(ROLE, "monday");
  static final Principal FIREHOSE = new Principal.Service("firehose.amazonaws.com");

  static Ask by(Principal principal) {
    return new Ask(principal, "kms:Decrypt", KEY, Map.of());
  }

  static Ask to(String action) {
    return new Ask(ALICE, action, KEY, Map.of());
  }

  static Ask on(String resource) {
    return new Ask(ALICE, "kms:Decrypt", resource, Map.of());
  }

  /** Alice's usual request with a condition key. */
  static Ask with(String key, String... values) {
    return by(ALICE).and(key, values);
  }

  Ask and(String key, String... values) {
    Map<String, List<String>> more = new HashMap<>(context);
    more.put(key, List.of(values));
    return new Ask(principal, action, resource, more);
  }

  AccessRequest request() {
    return new AccessRequest(principal, action, resource, context);
  }
}
