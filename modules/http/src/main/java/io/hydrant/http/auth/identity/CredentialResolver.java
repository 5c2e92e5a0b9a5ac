package io.hydrant.http.auth.identity;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whose credentials are: of an identity, of a session, or, unless such are refused, of the
 * root of an account. An unknown access key that is a 12-digit number is the root of that account,
 * any other one the root of the node's own.
 */
public final class CredentialResolver {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private final String defaultAccount;
  private final IdentityFile identities;
  private final SessionTokens tokens;
  private final InstantSource clock;

  /**
   * @param clock the service's, on which sessions expire
   */
  public CredentialResolver(
      String defaultAccount, IdentityFile identities, SessionTokens tokens, InstantSource clock) {
    this.defaultAccount = defaultAccount;
    this.identities = identities;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * @param token the session token that came along
   * @param region that is called
   */
  public Reply<Credentials> find(String accessKeyId, Optional<String> token, String region) {
    Optional<Identity> identity = identities.withAccessKey(accessKeyId);
    if (token.filter(SessionTokens::isToken).isPresent()) {
      return ofSession(accessKeyId, token.get(), region);
    }
    // A token that another issuer made has an access key that is unknown here.
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
