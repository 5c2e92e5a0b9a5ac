package io.hydrant.core.policy;

import static io.hydrant.core.policy.Ask.ALICE;
import static io.hydrant.core.policy.Ask.FIREHOSE;
import static io.hydrant.core.policy.Ask.HOME;
import static io.hydrant.core.policy.Ask.ROOT;
import static io.hydrant.core.policy.Ask.SESSION;
import static io.hydrant.core.policy.Ask.by;
import static io.hydrant.core.policy.Ask.with;
import static io.hydrant.core.policy.Row.allowed;
import static io.hydrant.core.policy.Row.denied;
import static io.hydrant.core.policy.Row.silent;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys with several values, several keys at once, and what the principal says of itself. */
class ConditionSetsTest {
  private static final String OPS = "kms:GrantOperations";
  private static final String FIREHOSE_ARN = "kms:EncryptionContext:aws:firehose:arn";

  static Stream<Row> rows() {
    return Stream.of(sets(), together(), principals()).flatMap(rows -> rows);
  }

  private static Stream<Row> sets() {
    String all = "'Condition':{'ForAllValues:StringEquals':{'kms:GrantOperations':['a','b']}}";
    String any = "'Condition':{'ForAnyValue:StringEquals':{'kms:GrantOperations':['a','b']}}";
    String allNot = "'Condition':{'ForAllValues:StringNotEquals':{'kms:GrantOperations':'a'}}";
    String anyNot = "'Condition':{'ForAnyValue:StringNotEquals':{'kms:GrantOperations':'a'}}";
    String like = "'Condition':{'ForAnyValue:StringLikeIfExists':{'kms:GrantOperations':'a*'}}";
    return Stream.of(
        allowed("ForAllValues: each is in the list", all, with(OPS, "b", "a")),
        silent("ForAllValues: one is not", all, with(OPS, "a", "c")),
        allowed("ForAllValues: key missing", all, by(ALICE)),
        allowed("ForAllValues: no values", all, with(OPS)),
        allowed("ForAnyValue: one is in the list", any, with(OPS, "c", "b")),
        silent("ForAnyValue: none is", any, with(OPS, "c", "d")),
        silent("ForAnyValue: key missing", any, by(ALICE)),
        silent("ForAllValues, negated: one is in the list", allNot, with(OPS, "a", "c")),
        allowed("ForAllValues, negated: none is", allNot, with(OPS, "b", "c")),
        allowed("ForAnyValue, negated: one is not in the list", anyNot, with(OPS, "a", "c")),
        silent("ForAnyValue, negated: all are", anyNot, with(OPS, "a")),
        silent("ForAnyValue, negated: key missing", anyNot, by(ALICE)),
        allowed("ForAnyValue with IfExists: key missing", like, by(ALICE)),
        silent("ForAnyValue with IfExists: none is", like, with(OPS, "b")));
  }

  private static Stream<Row> together() {
    String keys =
        "'Condition':{'StringEquals':{'kms:KeySpec':'SYMMETRIC_DEFAULT','kms:KeyUsage':'SIGN'}}";
    String operators =
        "'Condition':{'StringEquals':{'kms:KeySpec':'a'},'Bool':{'aws:SecureTransport':true}}";
    String context = "'Condition':{'StringLike':{'" + FIREHOSE_ARN + "':'arn:aws:firehose:*'}}";
    String contextKeys =
        "'Condition':{'ForAllValues:StringEquals':{'kms:EncryptionContextKeys':'Stage'}}";
    return Stream.of(
        silent("Several keys: all must hold", keys, with("kms:KeySpec", "SYMMETRIC_DEFAULT")),
        allowed(
            "Several keys: all hold",
            keys,
            with("kms:KeySpec", "SYMMETRIC_DEFAULT").and("kms:KeyUsage", "SIGN")),
        silent("Several operators: all must hold", operators, with("kms:KeySpec", "a")),
        allowed(
            "Several operators: all hold",
            operators,
            with("kms:KeySpec", "a").and("aws:SecureTransport", "true")),
        allowed("Encryption context: a value", context, with(FIREHOSE_ARN, "arn:aws:firehose:x")),
        silent("Encryption context: another value", context, with(FIREHOSE_ARN, "arn:aws:s3:x")),
        allowed(
            "Encryption context: names in any case",
            context,
            with("kms:EncryptionContext:AWS:Firehose:Arn", "arn:aws:firehose:x")),
        silent(
            "Encryption context keys: as values, case matters",
            contextKeys,
            with("kms:EncryptionContextKeys", "stage")));
  }

  private static Stream<Row> principals() {
    String notService =
        "'Condition':{'BoolIfExists':{'aws:PrincipalIsAWSService':'false'},"
            + "'StringNotEquals':{'aws:PrincipalAccount':'111122223333'}}";
    return Stream.of(
        allowed(
            "aws:PrincipalArn: of a session its role's",
            of("ArnLike", "Arn", "arn:aws:iam::*:role/*"),
            by(SESSION)),
        silent(
            "aws:PrincipalArn: never the session's",
            of("ArnLike", "Arn", "arn:aws:sts::*:*"),
            by(SESSION)),
        allowed("aws:PrincipalAccount", of("StringEquals", "Account", HOME), by(SESSION)),
        silent(
            "aws:PrincipalAccount: services have none",
            of("StringLike", "Account", "*"),
            by(FIREHOSE)),
        allowed("aws:PrincipalType: Account", of("StringEquals", "Type", "Account"), by(ROOT)),
        allowed("aws:PrincipalType: User", of("StringEquals", "Type", "User"), by(ALICE)),
        allowed(
            "aws:PrincipalType: AssumedRole",
            of("StringEquals", "Type", "AssumedRole"),
            by(SESSION)),
        allowed("aws:PrincipalIsAWSService", of("Bool", "IsAWSService", "true"), by(FIREHOSE)),
        silent("aws:PrincipalIsAWSService: a user", of("Bool", "IsAWSService", "true"), by(ALICE)),
        allowed(
            "aws:PrincipalServiceName",
            of("StringEquals", "ServiceName", "firehose.amazonaws.com"),
            by(FIREHOSE)),
        denied("Data perimeter: a stranger", notService, by(Ask.BOB)),
        silent("Data perimeter: a service", "'Effect':'Deny'," + notService, by(FIREHOSE)),
        allowed(
            "aws:username: of a user",
            "'Condition':{'StringEquals':{'aws:username':'Alice'}}",
            by(ALICE)),
        silent(
            "aws:username: not of a session",
            "'Condition':{'StringLike':{'aws:username':'*'}}",
            by(SESSION)),
        silent(
            "aws:PrincipalArn: the caller cannot say it",
            of("ArnEquals", "Arn", "arn:aws:iam::111122223333:root"),
            with("aws:principalarn", "arn:aws:iam::111122223333:root")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void conditions_hold_as_documented(Row row) {
    row.check();
  }

  private static String of(String operator, String fact, String value) {
    return "'Condition':{'" + operator + "':{'aws:Principal" + fact + "':'" + value + "'}}";
  }
}
