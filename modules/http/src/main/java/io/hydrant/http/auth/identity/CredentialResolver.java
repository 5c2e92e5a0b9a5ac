package io.hydrant.http.auth.identity;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the owner of an access key: an identity, a session or, unless unknown keys are rejected,
 * the root of an account. An unknown key that is a 12-digit number is the root of that account, any
 * other one the root of the node's default account.
 */
public final class CredentialResolver {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private final String defaultAccount;
  private final IdentityFile identities;
  private final SessionTokens tokens;
  private final InstantSource clock;

  /**
   * @param clock the service's clock, on which sessions expire
   */
  public CredentialResolver(
      String defaultAccount, IdentityFile identities, SessionTokens tokens, InstantSource clock) {
    this.defaultAccount = defaultAccount;
    this.identities = identities;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Returns the credentials of an access key, or the error of an invalid or expired token.
   *
   * @param token the request's session token; empty where there is none
   * @param region the region that is called
   */
  public Reply<Credentials> find(String accessKeyId, Optional<String> token, String region) {
    Optional<Identity> identity = identities.withAccessKey(accessKeyId);
    if (token.filter(SessionTokens::isToken).isPresent()) {
      return ofSession(accessKeyId, token.get(), region);
    }
    // Session tokens of other issuers are ignored: their access keys are unknown here.
    if (identity.isPresent() && token.isEmpty()) {
      return Reply.success(
          new Credentials(
              new Caller(
                  identity.get().account(),
                  region,
                  identity.get().principalArn(),
                  Optional.empty()),
              Optional.of(identity.get().secret())));
    }
    if (identity.isPresent() || identities.unknownKeys() == UnknownKeys.REJECT) {
      return Reply.failure(CredentialErrors.invalidToken());
    }
    String account = ACCOUNT.matcher(accessKeyId).matches() ? accessKeyId : defaultAccount;
    return Reply.success(new Credentials(Caller.root(account, region), Optional.empty()));
  }

  private Reply<Credentials> ofSession(String accessKeyId, String token, String region) {
    Optional<Session> session =
        tokens.read(token).filter(read -> read.accessKeyId().equals(accessKeyId));
    if (session.isEmpty()) {
      return Reply.failure(CredentialErrors.invalidToken());
    }
    Instant expiresAt = session.get().expiresAt();
    return clock.instant().isBefore(expiresAt)
        ? Reply.success(credentials(session.get(), region))
        : Reply.failure(CredentialErrors.expiredToken());
  }

  private static Credentials credentials(Session session, String region) {
    return new Credentials(
        new Caller(
            session.account(), region, session.principalArn(), Optional.of(session.issuedAt())),
        Optional.of(session.secret()));
  }
}
