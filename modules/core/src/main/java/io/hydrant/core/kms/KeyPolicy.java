package io.hydrant.core.kms;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.policy.Policy;
import io.hydrant.core.policy.PolicyErrors;
import io.hydrant.core.policy.PolicyKind;
import io.hydrant.core.policy.PolicyReader;
import java.util.Optional;

/**
 * A key's policy.
 *
 * @param text the text of the policy, unchanged
 * @param policy the parsed text; empty for a key of an AWS service, whose account has no number and
 *     has all permissions
 */
public record KeyPolicy(String text, Optional<Policy> policy) {
  private static final String ROOT_SID = "Enable IAM User Permissions";

  /**
   * Parses a policy; MalformedPolicyDocumentException for one that Hydrant does not support.
   *
   * @param document the text as JSON
   */
  public static Reply<KeyPolicy> of(String text, Document document) {
    return document instanceof Structure structure
        ? PolicyReader.read(structure, PolicyKind.KEY)
            .map(policy -> new KeyPolicy(text, Optional.of(policy)))
        : Reply.failure(PolicyErrors.notAnObject());
  }

  /**
   * Parses a policy from the journal.
   *
   * @param document the text as JSON
   */
  public static KeyPolicy stored(String text, Document document) {
    return new KeyPolicy(
        text, of(text, document).fold(KeyPolicy::policy, serviceKey -> Optional.empty()));
  }

  /** Returns the policy of a key created without one: all permissions for the account's root. */
  static KeyPolicy defaultFor(String account) {
    String root = "arn:aws:iam::" + account + ":root";
    Structure statement =
        Structure.empty()
            .with("Sid", new Text(ROOT_SID))
            .with("Effect", new Text("Allow"))
            .with("Principal", Structure.empty().with("AWS", new Text(root)))
            .with("Action", new Text("kms:*"))
            .with("Resource", new Text("*"));
    Structure policy =
        Structure.empty()
            .with("Version", new Text("2012-10-17"))
            .with("Id", new Text("key-default-1"))
            .with("Statement", statement);
    String text =
        """
        {
          "Version" : "2012-10-17",
          "Id" : "key-default-1",
          "Statement" : [ {
            "Sid" : "%s",
            "Effect" : "Allow",
            "Principal" : {
              "AWS" : "%s"
            },
            "Action" : "kms:*",
            "Resource" : "*"
          } ]
        }"""
            .formatted(ROOT_SID, root);
    return stored(text, policy);
  }
}
