package io.hydrant.http;

import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * Who calls: read from the credential scope of the Authorization header. An access key that is a
 * 12-digit number is that account; any other one is the node's own account. Signatures are not
 * verified.
 */
final class Callers {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "Credential=([^/,\\s]+)/([0-9]{8})/([a-z0-9-]{1,32})/([a-z0-9-]+)/aws4_request");

  private final String defaultAccount;

  Callers(String defaultAccount) {
    this.defaultAccount = defaultAccount;
  }

  Reply<Caller> of(HttpRequest request) {
    Optional<String> header = request.getHeader("Authorization").map(HttpHeader::value);
    if (header.isEmpty() || header.get().isBlank()) {
      return Reply.failure(
          new Refusal("MissingAuthenticationTokenException", "Missing Authentication Token"));
    }
    String text = header.get();
    List<String> missing = new ArrayList<>();
    for (String parameter : List.of("Credential", "Signature", "SignedHeaders")) {
      if (!text.contains(parameter + "=")) {
        missing.add("Authorization header requires '" + parameter + "' parameter.");
      }
    }
    if (request.getHeader("X-Amz-Date").isEmpty() && request.getHeader("Date").isEmpty()) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (!missing.isEmpty()) {
      return Reply.failure(new Refusal("IncompleteSignatureException", String.join(" ", missing)));
    }
    Matcher credential = CREDENTIAL.matcher(text);
    if (!credential.find()) {
      return Reply.failure(
          new Refusal(
              "IncompleteSignatureException",
              "Credential must have exactly 5 slash-delimited elements, e.g."
                  + " keyid/date/region/service/term."));
    }
    String key = credential.group(1);
    String account = ACCOUNT.matcher(key).matches() ? key : defaultAccount;
    return Reply.success(Caller.root(account, credential.group(3)));
  }
}
