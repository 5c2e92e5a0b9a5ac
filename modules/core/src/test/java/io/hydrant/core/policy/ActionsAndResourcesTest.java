package io.hydrant.core.policy;

import static io.hydrant.core.policy.Ask.on;
import static io.hydrant.core.policy.Ask.to;
import static io.hydrant.core.policy.Row.allowed;
import static io.hydrant.core.policy.Row.denied;
import static io.hydrant.core.policy.Row.silent;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionsAndResourcesTest {
  static Stream<Row> rows() {
    return Stream.concat(actions(), resources());
  }

  private static Stream<Row> actions() {
    return Stream.of(
        allowed("Action: named", "'Action':'kms:Decrypt'", to("kms:Decrypt")),
        allowed("Action: case does not matter", "'Action':'KMS:decrypt'", to("kms:Decrypt")),
        silent("Action: another", "'Action':'kms:Encrypt'", to("kms:Decrypt")),
        allowed("Action: a list", "'Action':['kms:Encrypt','kms:Decrypt']", to("kms:Decrypt")),
        allowed("Action: an asterisk alone", "'Action':'*'", to("firehose:PutRecord")),
        allowed("Action: all of a service", "'Action':'kms:*'", to("kms:ListGrants")),
        silent("Action: all of another service", "'Action':'s3:*'", to("kms:ListGrants")),
        allowed(
            "Action: asterisk at the end",
            "'Action':'kms:GenerateDataKey*'",
            to("kms:GenerateDataKeyWithoutPlaintext")),
        allowed(
            "Action: the end may be empty",
            "'Action':'kms:GenerateDataKey*'",
            to("kms:GenerateDataKey")),
        allowed("Action: asterisk within", "'Action':'kms:*Grant*'", to("kms:ListGrants")),
        allowed("Action: question mark", "'Action':'kms:??crypt'", to("kms:Encrypt")),
        silent("Action: one character each", "'Action':'kms:?crypt'", to("kms:Encrypt")),
        silent("Action: no prefix match", "'Action':'kms:Generate'", to("kms:GenerateRandom")),
        allowed("NotAction: others", "'NotAction':'kms:Encrypt'", to("kms:Decrypt")),
        silent("NotAction: the one named", "'NotAction':'kms:De*'", to("kms:Decrypt")),
        allowed("NotAction: of other services too", "'NotAction':'kms:*'", to("s3:GetObject")),
        denied("NotAction with Deny", "'NotAction':'kms:Describe*'", to("kms:Decrypt")),
        denied("Effect: Deny", "'Action':'kms:Decrypt'", to("kms:Decrypt")));
  }

  private static Stream<Row> resources() {
    String key = "arn:aws:kms:us-east-1:111122223333:key/";
    return Stream.of(
        allowed("Resource: this key", "'Resource':'*'", on(key + "1")),
        allowed("Resource: an ARN", "'Resource':'" + key + "1'", on(key + "1")),
        silent("Resource: another ARN", "'Resource':'" + key + "1'", on(key + "2")),
        silent("Resource: case matters", "'Resource':'" + key + "a'", on(key + "A")),
        allowed("Resource: asterisk", "'Resource':'" + key + "*'", on(key + "1")),
        allowed("Resource: region left open", "'Resource':'arn:aws:kms:*:*:key/1'", on(key + "1")),
        allowed("Resource: question mark", "'Resource':'" + key + "??'", on(key + "12")),
        silent("Resource: one character each", "'Resource':'" + key + "?'", on(key + "12")),
        allowed("Resource: a short ARN is completed", "'Resource':'arn:aws:kms'", on(key + "1")),
        silent("Resource: a short ARN of another service", "'Resource':'arn:aws:s3'", on(key)),
        allowed(
            "Resource: a variable",
            "'Resource':'arn:aws:kms:*:${aws:PrincipalAccount}:key/*'",
            on(key + "1")),
        silent(
            "Resource: a variable of another value",
            "'Resource':'arn:aws:kms:*:${aws:PrincipalAccount}:key/*'",
            on("arn:aws:kms:us-east-1:444455556666:key/1")),
        silent("Resource: an escaped asterisk", "'Resource':'" + key + "${*}'", on(key + "1")),
        allowed("NotResource: others", "'NotResource':'" + key + "2'", on(key + "1")),
        silent("NotResource: the one named", "'NotResource':'" + key + "1'", on(key + "1")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_statement_covers_what_its_actions_and_resources_say(Row row) {
    row.check();
  }
}
