package io.hydrant.core.kms;

/** Key policies, as JSON text. */
final class KeyPolicy {
  private KeyPolicy() {}

  /** The policy of a key created without one: everything for the account's root. */
  static String defaultFor(String account) {
    return """
        {
          "Version" : "2012-10-17",
          "Id" : "key-default-1",
          "Statement" : [ {
            "Sid" : "Enable IAM User Permissions",
            "Effect" : "Allow",
            "Principal" : {
              "AWS" : "arn:aws:iam::%s:root"
            },
            "Action" : "kms:*",
            "Resource" : "*"
          } ]
        }"""
        .formatted(account);
  }
}
