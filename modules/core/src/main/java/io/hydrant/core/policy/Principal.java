package io.hydrant.core.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who makes a request.
 *
 * @param arn for a service its name, for example {@code firehose.amazonaws.com}
 * @param account of a service: the account on whose behalf it acts
 */
public record Principal(Kind kind, String arn, String account) {
  private static final Pattern SESSION =
      Pattern.compile("arn:([a-z-]+):sts::([^:]*):assumed-role/(?:.+/)?([^/]+)/([^/]+)");

  public enum Kind {
    ROOT,
    USER,
    ROLE,
    SESSION,
    SERVICE
  }

  /** The principal of that ARN, acting in or for that account. */
  public static Principal of(String arn, String account) {
    if (!arn.startsWith("arn:")) {
      return new Principal(Kind.SERVICE, arn, account);
    }
    if (arn.endsWith(":root")) {
      return new Principal(Kind.ROOT, arn, account);
    }
    if (SESSION.matcher(arn).matches()) {
      return new Principal(Kind.SESSION, arn, account);
    }
    return new Principal(arn.contains(":role/") ? Kind.ROLE : Kind.USER, arn, account);
  }

  /** Of a session the role that was assumed. */
  public Optional<String> roleArn() {
    Matcher session = SESSION.matcher(arn);
    return session.matches()
        ? Optional.of(
            "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3))
        : Optional.empty();
  }

  public boolean isService() {
    return kind == Kind.SERVICE;
  }
}
