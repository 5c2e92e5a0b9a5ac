package io.hydrant.http.auth.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.Sealing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Session tokens contain their session, sealed: no node keeps a list of them, and nodes with the
 * same root key accept each other's tokens.
 */
public final class SessionTokens {
  /** No base64 has a dot, so no token of AWS starts like this. */
  private static final String PREFIX = "hydrant.";

  private final Sealing sealing;

  public SessionTokens(Sealing sealing) {
    this.sealing = sealing;
  }

  /** Returns whether Hydrant issued the token, at this node or another one. */
  static boolean isToken(String text) {
    return text.startsWith(PREFIX);
  }

  public String write(Session session) {
    ObjectNode json = Json.object();
    json.put("key", session.accessKeyId());
    json.put("secret", session.secret().value());
    json.put("principal", session.principalArn());
    json.put("issued", session.issuedAt().toEpochMilli());
    json.put("expires", session.expiresAt().toEpochMilli());
    try {
      byte[] sealed = sealing.seal(Json.MAPPER.writeValueAsBytes(json));
      return PREFIX + Base64.getEncoder().encodeToString(sealed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the token's session; empty where no such node issued it, or it was changed. */
  Optional<Session> read(String token) {
    return decoded(token).flatMap(sealing::open).map(SessionTokens::session);
  }

  private static Optional<byte[]> decoded(String token) {
    try {
      return Optional.of(Base64.getDecoder().decode(token.substring(PREFIX.length())));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Session session(byte[] clear) {
    try {
      JsonNode json = Json.MAPPER.readTree(clear);
      return new Session(
          json.get("key").textValue(),
          new Secret(json.get("secret").textValue()),
          json.get("principal").textValue(),
          Instant.ofEpochMilli(json.get("issued").longValue()),
          Instant.ofEpochMilli(json.get("expires").longValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
