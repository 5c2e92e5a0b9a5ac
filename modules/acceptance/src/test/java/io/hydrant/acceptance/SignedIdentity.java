package io.hydrant.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Settings under which the clients of all tests must sign as they say they do. */
final class SignedIdentity {
  private static final String IDENTITIES =
      """
      {"identities": [{"accessKeyId": "test", "secretAccessKey": "secret",
        "principalArn": "arn:aws:iam::000000000000:root"},
        %s, %s]}
      """;

  private SignedIdentity() {}

  /** A role that streams deliver with. It needs an identity, because unknown ones are rejected. */
  private static String role(String name) {
    return """
        {"accessKeyId": "key_%s", "secretAccessKey": "unused",
         "principalArn": "arn:aws:iam::000000000000:role/%s",
         "policies": [{"Statement":
           {"Effect": "Allow", "Action": ["s3:PutObject"], "Resource": "*"}}]}"""
        .formatted(name, name);
  }

  static Map<String, Object> settings() {
    try {
      Path file = Files.createTempFile("identities", ".json");
      file.toFile().deleteOnExit();
      return Map.of(
          "hydrant.auth.identities",
          Files.writeString(file, IDENTITIES.formatted(role("firehose"), role("r"))).toString(),
          "hydrant.auth.unknown-keys",
          "reject",
          "hydrant.auth.signatures",
          "on");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
