package io.hydrant.http.auth;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.identity.CredentialResolver;
import io.hydrant.http.auth.identity.Credentials;
import io.hydrant.http.auth.identity.Secret;
import io.hydrant.http.auth.signature.AuthorizationHeader;
import io.hydrant.http.auth.signature.SignatureCheck;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * Finds the caller of a request from its Authorization header, and verifies the signature where the
 * settings say so. The secret of an access key that belongs to no identity is unknown. Where such a
 * key acts as the root of an account, any signature passes.
 */
public final class Authenticator {
  private final CredentialResolver credentials;
  private final Optional<SignatureCheck> signatures;

  /**
   * @param signatures verifies signatures; empty where they are not verified
   */
  public Authenticator(CredentialResolver credentials, Optional<SignatureCheck> signatures) {
    this.credentials = credentials;
    this.signatures = signatures;
  }

  /**
   * Returns the caller, or the error of a request that is not authenticated.
   *
   * @param body the bytes as they were sent, which the signature covers
   * @param service the service that is called, as credential scopes name it
   */
  public Reply<Caller> of(HttpRequest request, byte[] body, String service) {
    boolean dated =
        request.getHeader("X-Amz-Date").isPresent() || request.getHeader("Date").isPresent();
    return AuthorizationHeader.read(header(request, "Authorization"), dated)
        .flatMap(
            header ->
                credentials
                    .find(
                        header.accessKeyId(),
                        header(request, "X-Amz-Security-Token"),
                        header.scope().region())
                    .flatMap(found -> verified(request, body, service, header, found)));
  }

  private Reply<Caller> verified(
      HttpRequest request,
      byte[] body,
      String service,
      AuthorizationHeader header,
      Credentials credentials) {
    Optional<Secret> secret = credentials.secret();
    return signatures
        .filter(check -> secret.isPresent())
        .flatMap(
            check ->
                check.refusal(
                    SignedRequests.of(request, Bytes.wrap(body)),
                    header,
                    service,
                    secret.get().value()))
        .<Reply<Caller>>map(Reply::failure)
        .orElseGet(() -> Reply.success(credentials.caller()));
  }

  private static Optional<String> header(HttpRequest request, String name) {
    return request.getHeader(name).map(HttpHeader::value);
  }
}
