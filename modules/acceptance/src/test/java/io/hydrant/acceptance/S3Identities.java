package io.hydrant.acceptance;

import java.nio.file.Path;
import java.util.Map;

/** A node that verifies signatures, and those who may call it. */
final class S3Identities {
  static final S3Signer ALICE = new S3Signer("AKIAALICE", "alices");
  static final S3Signer BOB = new S3Signer("AKIABOB", "bobs");
  static final S3Signer READER = new S3Signer("AKIAREADER", "readers");
  private static final String ALL =
      "\"policies\": [{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
          + " \"Resource\": \"*\"}}]";
  private static final String IDENTITIES =
      """
      {"identities": [
        {"accessKeyId": "test", "secretAccessKey": "secret",
         "principalArn": "arn:aws:iam::000000000000:root"},
        {"accessKeyId": "AKIAALICE", "secretAccessKey": "alices",
         "principalArn": "arn:aws:iam::000000000000:user/alice", ALL},
        {"accessKeyId": "AKIABOB", "secretAccessKey": "bobs",
         "principalArn": "arn:aws:iam::111122223333:user/bob", ALL},
        {"accessKeyId": "AKIAREADER", "secretAccessKey": "readers",
         "principalArn": "arn:aws:iam::000000000000:user/reader",
         "policies": [{"Statement": {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
           "Resource": "arn:aws:s3:::bucket/in/*"}}]}]}
      """;

  private S3Identities() {}

  static Map<String, Object> settings(Path folder) {
    return Map.of(
        "hydrant.auth.identities",
        StsTest.identities(folder, IDENTITIES.replace("ALL", ALL)),
        "hydrant.auth.unknown-keys",
        "reject",
        "hydrant.auth.signatures",
        "on");
  }
}
