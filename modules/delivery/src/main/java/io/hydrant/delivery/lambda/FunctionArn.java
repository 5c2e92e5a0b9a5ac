package io.hydrant.delivery.lambda;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a Lambda function.
 *
 * @param plain the ARN without its qualifier
 * @param qualifier a version or alias; an ARN without one means {@code $LATEST}
 */
record FunctionArn(String plain, String region, String name, String qualifier) {
  private static final Pattern PATTERN =
      Pattern.compile("(arn:[^:]+:lambda:([^:]+):[^:]+:function:([^:]+))(?::([^:]+))?");

  /** Reads an ARN, which was checked when it was configured. */
  static FunctionArn of(String arn) {
    Matcher matcher = PATTERN.matcher(arn);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the ARN of a function: " + arn);
    }
    return new FunctionArn(
        matcher.group(1),
        matcher.group(2),
        matcher.group(3),
        Optional.ofNullable(matcher.group(4)).orElse("$LATEST"));
  }

  /** Returns the texts that name this function in settings, the most exact one first. */
  List<String> names() {
    return List.of(plain + ":" + qualifier, name + ":" + qualifier, plain, name);
  }
}
