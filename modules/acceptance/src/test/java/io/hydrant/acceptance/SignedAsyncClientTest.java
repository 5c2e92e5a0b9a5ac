package io.hydrant.acceptance;

import java.util.Map;

/** The asynchronous client again, with its signatures verified. */
class SignedAsyncClientTest extends AsyncClientTest {
  @Override
  Map<String, Object> settings() {
    return SignedIdentity.settings();
  }
}
