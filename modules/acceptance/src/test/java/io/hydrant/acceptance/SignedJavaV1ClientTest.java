package io.hydrant.acceptance;

import java.util.Map;

/** The AWS SDK for Java v1 again, with its signatures verified. */
class SignedJavaV1ClientTest extends JavaV1ClientTest {
  @Override
  Map<String, Object> settings() {
    return SignedIdentity.settings();
  }
}
