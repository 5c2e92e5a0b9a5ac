package io.hydrant.acceptance;

import java.util.Map;

/** The same with signatures verified. */
class SignedS3TransferTest extends S3TransferTest {
  @Override
  Map<String, Object> settings() {
    return SignedIdentity.settings();
  }
}
