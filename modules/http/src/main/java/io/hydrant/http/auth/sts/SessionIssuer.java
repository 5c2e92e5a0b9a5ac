package io.hydrant.http.auth.sts;

import io.hydrant.http.auth.identity.Secret;
import io.hydrant.http.auth.identity.Session;
import io.hydrant.http.auth.identity.SessionTokens;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Makes temporary credentials. */
final class SessionIssuer {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int KEY_CHARS = 16;
  private static final int SECRET_BYTES = 30;

  private final SessionTokens tokens;

  SessionIssuer(SessionTokens tokens) {
    this.tokens = tokens;
  }

  /** Returns the element Credentials. */
  XmlElement credentials(String principalArn, Instant now, Duration duration) {
    Session session = new Session(accessKeyId(), secret(), principalArn, now, now.plus(duration));
    return XmlElement.of(
        "Credentials",
        XmlElement.of("AccessKeyId", session.accessKeyId()),
        XmlElement.of("SecretAccessKey", session.secret().value()),
        XmlElement.of("SessionToken", tokens.write(session)),
        XmlElement.of(
            "Expiration", session.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  private static String accessKeyId() {
    StringBuilder key = new StringBuilder("ASIA");
    RANDOM
        .ints(KEY_CHARS, 0, ALPHABET.length())
        .forEach(index -> key.append(ALPHABET.charAt(index)));
    return key.toString();
  }

  private static Secret secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getEncoder().encodeToString(bytes));
  }
}
