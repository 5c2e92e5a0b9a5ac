package io.hydrant.core.kms;

import io.hydrant.core.document.Document;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.policy.Names;
import io.hydrant.core.policy.Policy;
import io.hydrant.core.policy.PolicyReader;
import io.hydrant.core.policy.Principals;
import io.hydrant.core.policy.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A key's policy: its text as it was given, and what it says.
 *
 * @param policy empty for a text of a former version, which took any: the key's account may do
 *     everything, as it could then
 */
public record KeyPolicy(String text, Optional<Policy> policy) {
  /**
   * @param document the text as JSON
   * @return MalformedPolicyDocumentException where it is not a policy that is understood
   */
  public static Reply<KeyPolicy> of(String text, Document document) {
    return PolicyReader.read(document, PolicyReader.Owner.RESOURCE)
        .map(policy -> new KeyPolicy(text, Optional.of(policy)));
  }

  /**
   * A policy as a journal has it.
   *
   * @param document the text as JSON, if it is JSON
   */
  public static KeyPolicy stored(String text, Optional<Document> document) {
    return new KeyPolicy(
        text,
        document.flatMap(json -> of(text, json).fold(KeyPolicy::policy, no -> Optional.empty())));
  }

  /** The policy of a key created without one: everything for the account's root. */
  static KeyPolicy defaultFor(String account) {
    String root = "arn:aws:iam::" + account + ":root";
    String sid = "Enable IAM User Permissions";
    Statement statement =
        new Statement(
            1,
            Optional.of(sid),
            Statement.Effect.ALLOW,
            Optional.of(new Principals(false, List.of(root), List.of(), false)),
            new Names(List.of("kms:*"), false),
            new Names(List.of("*"), false),
            List.of());
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
            .formatted(sid, root);
    return new KeyPolicy(text, Optional.of(new Policy(List.of(statement))));
  }
}
