package io.hydrant.core.kms;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.List;
import java.util.Optional;

/**
 * The AWS managed key of S3: the key of an account that S3 uses where a request asks for SSE-KMS
 * and names no key. Its policy allows what every principal of the account does through S3, and lets
 * the account look at the key.
 */
public final class ManagedKey {
  public static final String S3_ALIAS = "alias/aws/s3";

  private static final String DESCRIPTION =
      "Default key that protects my S3 objects when no other key is defined";
  private static final String USE_SID =
      "Allow access through S3 for all principals in the account that are authorized to use S3";
  private static final List<String> USE =
      List.of(
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:DescribeKey");
  private static final String METADATA_SID = "Allow direct access to key metadata to the account";
  private static final List<String> METADATA = List.of("kms:Describe*", "kms:Get*", "kms:List*");

  private ManagedKey() {}

  /**
   * Returns the input of the creation. The policy lets no principal change it, so no lockout is
   * checked.
   */
  public static CreateKey.Input s3(String account, String region) {
    return new CreateKey.Input(
        Optional.of(policy(account, "s3." + region + ".amazonaws.com")),
        DESCRIPTION,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        KeyOrigin.AWS_KMS,
        false,
        true,
        List.of());
  }

  private static KeyPolicy policy(String account, String service) {
    String root = "arn:aws:iam::" + account + ":root";
    Structure only =
        Structure.empty()
            .with("kms:CallerAccount", new Text(account))
            .with("kms:ViaService", new Text(service));
    Structure use =
        statement(USE_SID, "*", USE)
            .with("Condition", Structure.empty().with("StringEquals", only));
    Structure policy =
        Structure.empty()
            .with("Version", new Text("2012-10-17"))
            .with("Id", new Text("auto-s3-2"))
            .with("Statement", new Sequence(List.of(use, statement(METADATA_SID, root, METADATA))));
    return KeyPolicy.stored(text(account, service, root), policy);
  }

  private static Structure statement(String sid, String principal, List<String> actions) {
    return Structure.empty()
        .with("Sid", new Text(sid))
        .with("Effect", new Text("Allow"))
        .with("Principal", Structure.empty().with("AWS", new Text(principal)))
        .with("Action", new Sequence(actions.stream().<Document>map(Text::new).toList()))
        .with("Resource", new Text("*"));
  }

  private static String text(String account, String service, String root) {
    return """
        {
          "Version" : "2012-10-17",
          "Id" : "auto-s3-2",
          "Statement" : [ {
            "Sid" : "%s",
            "Effect" : "Allow",
            "Principal" : {
              "AWS" : "*"
            },
            "Action" : [ %s ],
            "Resource" : "*",
            "Condition" : {
              "StringEquals" : {
                "kms:CallerAccount" : "%s",
                "kms:ViaService" : "%s"
              }
            }
          }, {
            "Sid" : "%s",
            "Effect" : "Allow",
            "Principal" : {
              "AWS" : "%s"
            },
            "Action" : [ %s ],
            "Resource" : "*"
          } ]
        }"""
        .formatted(USE_SID, quoted(USE), account, service, METADATA_SID, root, quoted(METADATA));
  }

  private static String quoted(List<String> actions) {
    return "\"" + String.join("\", \"", actions) + "\"";
  }
}
