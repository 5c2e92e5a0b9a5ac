package io.hydrant.core.policy;

import static io.hydrant.core.policy.Ask.ALICE;
import static io.hydrant.core.policy.Ask.by;
import static io.hydrant.core.policy.Ask.with;
import static io.hydrant.core.policy.Row.allowed;
import static io.hydrant.core.policy.Row.silent;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionOperatorsTest {
  private static final String VIA = "kms:ViaService";
  private static final String PRINCIPAL = "aws:PrincipalArn";
  private static final String DAYS = "kms:ScheduleKeyDeletionPendingWindowInDays";
  private static final String NOW = "aws:CurrentTime";
  private static final String EPOCH = "aws:EpochTime";
  private static final String TLS = "aws:SecureTransport";
  private static final String IP = "aws:SourceIp";
  private static final String SOURCE = "aws:SourceArn";

  static Stream<Row> rows() {
    return Stream.of(texts(), numbers(), dates(), flags(), addresses(), arns())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> texts() {
    return Stream.of(
        allowed("StringEquals: the value", is("StringEquals", VIA, "a"), with(VIA, "a")),
        silent("StringEquals: case matters", is("StringEquals", VIA, "a"), with(VIA, "A")),
        silent("StringEquals: no wildcards", is("StringEquals", VIA, "*"), with(VIA, "a")),
        silent("StringEquals: key missing", is("StringEquals", VIA, "a"), by(ALICE)),
        allowed("StringEquals: one of several", is("StringEquals", VIA, "a", "b"), with(VIA, "b")),
        allowed("Key names: any case", is("StringEquals", "KMS:viaservice", "a"), with(VIA, "a")),
        silent("StringNotEquals: the value", is("StringNotEquals", VIA, "a"), with(VIA, "a")),
        allowed("StringNotEquals: another", is("StringNotEquals", VIA, "a"), with(VIA, "b")),
        allowed("StringNotEquals: key missing", is("StringNotEquals", VIA, "a"), by(ALICE)),
        silent("StringNotEquals: none of", is("StringNotEquals", VIA, "a", "b"), with(VIA, "b")),
        allowed("IgnoreCase", is("StringEqualsIgnoreCase", VIA, "aB"), with(VIA, "Ab")),
        silent("NotEqualsIgnoreCase", is("StringNotEqualsIgnoreCase", VIA, "aB"), with(VIA, "Ab")),
        allowed("StringLike: asterisk", is("StringLike", VIA, "f*.com"), with(VIA, "fire.com")),
        allowed("StringLike: question mark", is("StringLike", VIA, "?b"), with(VIA, "ab")),
        silent("StringLike: case matters", is("StringLike", VIA, "F*"), with(VIA, "f")),
        silent("StringNotLike", is("StringNotLike", VIA, "f*"), with(VIA, "fire")),
        allowed("Variable", is("StringEquals", PRINCIPAL, "${aws:PrincipalArn}"), by(ALICE)),
        allowed("Escape: asterisk", is("StringLike", VIA, "a${*}"), with(VIA, "a*")),
        silent("Escape: only an asterisk", is("StringLike", VIA, "a${*}"), with(VIA, "ab")),
        allowed("Escape: ? and $", is("StringLike", VIA, "${$}${?}"), with(VIA, "$?")));
  }

  private static Stream<Row> numbers() {
    return Stream.of(
        allowed(
            "NumericEquals", "'Condition':{'NumericEquals':{'" + DAYS + "':7}}", with(DAYS, "7")),
        allowed("NumericEquals: as numbers", is("NumericEquals", DAYS, "7.0"), with(DAYS, "7")),
        silent("NumericEquals: no number", is("NumericEquals", DAYS, "7"), with(DAYS, "x")),
        silent("NumericNotEquals", is("NumericNotEquals", DAYS, "7"), with(DAYS, "7")),
        allowed("NumericLessThan", is("NumericLessThan", DAYS, "10"), with(DAYS, "9")),
        silent("NumericLessThan: equal", is("NumericLessThan", DAYS, "10"), with(DAYS, "10")),
        allowed("LessThanEquals", is("NumericLessThanEquals", DAYS, "10"), with(DAYS, "10")),
        silent("NumericGreaterThan", is("NumericGreaterThan", DAYS, "10"), with(DAYS, "10")),
        allowed("GreaterThanEquals", is("NumericGreaterThanEquals", DAYS, "7"), with(DAYS, "30")));
  }

  private static Stream<Row> dates() {
    String noon = "2026-03-01T12:00:00Z";
    return Stream.of(
        allowed(
            "DateEquals: offsets",
            is("DateEquals", NOW, noon),
            with(NOW, "2026-03-01T13:00:00+01:00")),
        silent("DateNotEquals", is("DateNotEquals", NOW, noon), with(NOW, noon)),
        allowed("DateLessThan: a day", is("DateLessThan", NOW, "2026-03-02"), with(NOW, noon)),
        silent("DateLessThan: past", is("DateLessThan", NOW, "2026-03"), with(NOW, noon)),
        allowed("DateLessThanEquals", is("DateLessThanEquals", NOW, noon), with(NOW, noon)),
        allowed(
            "DateGreaterThan: epoch", is("DateGreaterThan", EPOCH, "1000"), with(EPOCH, "1001")),
        silent("DateGreaterThan: equal", is("DateGreaterThan", EPOCH, "1000"), with(EPOCH, "1000")),
        allowed("DateGreaterThanEquals", is("DateGreaterThanEquals", NOW, "0"), with(NOW, noon)),
        allowed(
            "aws:EpochTime: numeric", is("NumericLessThan", EPOCH, "2000"), with(EPOCH, "1999")));
  }

  private static Stream<Row> flags() {
    return Stream.of(
        allowed("Bool: true", is("Bool", TLS, "true"), with(TLS, "true")),
        silent("Bool: false", is("Bool", TLS, "true"), with(TLS, "false")),
        allowed(
            "Bool: without quotes",
            "'Condition':{'Bool':{'" + TLS + "':false}}",
            with(TLS, "false")),
        silent("Bool: key missing", is("Bool", TLS, "false"), by(ALICE)),
        allowed("BoolIfExists: key missing", is("BoolIfExists", TLS, "true"), by(ALICE)),
        silent("BoolIfExists: key there", is("BoolIfExists", TLS, "true"), with(TLS, "false")),
        allowed("Null true: key missing", is("Null", "aws:TokenIssueTime", "true"), by(ALICE)),
        silent("Null true: key there", is("Null", VIA, "true"), with(VIA, "a")),
        allowed("Null false: key there", is("Null", VIA, "false"), with(VIA, "a")),
        silent("Null false: key missing", is("Null", VIA, "false"), by(ALICE)));
  }

  private static Stream<Row> addresses() {
    return Stream.of(
        allowed("IpAddress: range", is("IpAddress", IP, "203.0.113.0/24"), with(IP, "203.0.113.9")),
        silent(
            "IpAddress: outside", is("IpAddress", IP, "203.0.113.0/24"), with(IP, "203.0.114.9")),
        allowed("IpAddress: one", is("IpAddress", IP, "203.0.113.9"), with(IP, "203.0.113.9")),
        allowed("IpAddress: v6", is("IpAddress", IP, "2001:db8::/32"), with(IP, "2001:DB8:1::7")),
        silent(
            "IpAddress: v6 outside", is("IpAddress", IP, "2001:db8::/32"), with(IP, "2001:db9::")),
        silent("IpAddress: versions differ", is("IpAddress", IP, "0.0.0.0/0"), with(IP, "::1")),
        silent("NotIpAddress: inside", is("NotIpAddress", IP, "10.0.0.0/8"), with(IP, "10.1.2.3")),
        allowed(
            "NotIpAddress: outside", is("NotIpAddress", IP, "10.0.0.0/8"), with(IP, "11.0.0.0")));
  }

  private static Stream<Row> arns() {
    String stream = "arn:aws:firehose:us-east-1:111122223333:deliverystream/a:b";
    return Stream.of(
        allowed("ArnEquals", is("ArnEquals", SOURCE, stream), with(SOURCE, stream)),
        allowed(
            "ArnEquals: like ArnLike",
            is("ArnEquals", SOURCE, "arn:aws:firehose:*:*:deliverystream/*"),
            with(SOURCE, stream)),
        allowed(
            "ArnLike: part for part",
            is("ArnLike", SOURCE, "arn:*:*:*:*:*b"),
            with(SOURCE, stream)),
        silent(
            "ArnLike: no part is crossed",
            is("ArnLike", SOURCE, "arn:aws:fire*:a:a:b"),
            with(SOURCE, stream)),
        silent(
            "ArnNotLike", is("ArnNotLike", SOURCE, "arn:aws:firehose:*:*:*"), with(SOURCE, stream)),
        allowed("ArnNotEquals", is("ArnNotEquals", SOURCE, "arn:aws:s3:::b"), with(SOURCE, stream)),
        allowed("ArnLike: any", is("ArnLike", SOURCE, "*"), with(SOURCE, stream)),
        silent("ArnLike: not an ARN", is("ArnLike", SOURCE, "*"), with(SOURCE, "bucket")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_condition_holds_as_its_operator_says(Row row) {
    row.check();
  }

  private static String is(String operator, String key, String... values) {
    String list = "'" + String.join("','", values) + "'";
    return "'Condition':{'" + operator + "':{'" + key + "':[" + list + "]}}";
  }
}
