package io.hydrant.core.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A grant token: names a grant and its key, so that RetireGrant needs nothing else. */
public record GrantToken(KeyArn key, String grantId) {
  /** Returns the token's text: URL-safe base64 of the key's ARN and the grant's id. */
  public String encode() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((key + " " + grantId).getBytes(StandardCharsets.UTF_8));
  }

  /** Parses a token of the caller's Region; InvalidGrantTokenException for any other text. */
  static Reply<GrantToken> ofRegion(Caller caller, String text) {
    return decode(text)
        .filter(token -> token.key().region().equals(caller.region()))
        .map(Reply::success)
        .orElseGet(() -> Reply.failure(KmsErrors.invalidGrantToken()));
  }

  /** Parses a token; empty where the text is not a token. */
  public static Optional<GrantToken> decode(String text) {
    String clear;
    try {
      clear = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int space = clear.indexOf(' ');
    return space < 0
        ? Optional.empty()
        : KeyArn.parse(clear.substring(0, space))
            .map(key -> new GrantToken(key, clear.substring(space + 1)));
  }
}
