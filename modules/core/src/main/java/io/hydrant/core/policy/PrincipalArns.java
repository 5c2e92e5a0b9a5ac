package io.hydrant.core.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ARNs of principals. */
public final class PrincipalArns {
  private static final String NAME = "[\\w+=,.@-]+";
  private static final Pattern IAM =
      Pattern.compile(
          "arn:aws:iam::(?<account>\\d{12}):"
              + "(?:(?<root>root)|(?<kind>user|role)/(?<name>(?:[!-)+->@-~]+/)?"
              + NAME
              + "))");
  private static final Pattern SESSION =
      Pattern.compile(
          "arn:aws:sts::(?<account>\\d{12}):assumed-role/(?<role>"
              + NAME
              + ")/(?<name>"
              + NAME
              + ")");

  private PrincipalArns() {}

  /**
   * The principal an ARN names; empty if it names none. A session's role is taken to have no path,
   * because the session's ARN does not contain it.
   */
  public static Optional<Principal> principal(String arn) {
    Matcher session = SESSION.matcher(arn);
    if (session.matches()) {
      Principal.Role role = new Principal.Role(session.group("account"), session.group("role"));
      return Optional.of(new Principal.Session(role, session.group("name")));
    }
    Matcher iam = IAM.matcher(arn);
    if (!iam.matches()) {
      return Optional.empty();
    }
    String account = iam.group("account");
    if (iam.group("root") != null) {
      return Optional.of(new Principal.Root(account));
    }
    String name = iam.group("name");
    return Optional.of(
        iam.group("kind").equals("user")
            ? new Principal.User(account, name)
            : new Principal.Role(account, name));
  }

  static String iam(String account, String resource) {
    return "arn:aws:iam::" + account + ":" + resource;
  }

  /** The account that an ARN of any resource has in it. */
  static Optional<String> account(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && !parts[4].isEmpty() ? Optional.of(parts[4]) : Optional.empty();
  }

  /** A name without its path. */
  static String lastOf(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
