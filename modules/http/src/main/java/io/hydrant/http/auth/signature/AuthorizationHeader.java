package io.hydrant.http.auth.signature;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parsed Authorization header: the access key, the credential scope and the signature. */
public record AuthorizationHeader(
    String accessKeyId, CredentialScope scope, List<String> signedHeaders, String signature) {
  private static final List<String> PARAMETERS =
      List.of("Credential", "Signature", "SignedHeaders");

  /** A name is read from its first letter only, so that a long one takes no quadratic time. */
  private static final Pattern PARAMETER =
      Pattern.compile("(?<![A-Za-z])([A-Za-z]++)=\"?([^,\\s\"]*)\"?");

  private static final Pattern CREDENTIAL =
      Pattern.compile("([^/]+)/([0-9]{8})/([a-z0-9-]{1,32})/([a-z0-9-]+)/([^/]+)");

  public AuthorizationHeader {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /**
   * Parses the header, or returns the error of a missing or malformed one.
   *
   * @param text the header's value; empty where it is missing
   * @param dated whether the request has a date
   */
  public static Reply<AuthorizationHeader> read(Optional<String> text, boolean dated) {
    if (text.isEmpty() || text.get().isBlank()) {
      return Reply.failure(SignatureErrors.missing());
    }
    Map<String, String> parameters = parameters(text.get());
    List<String> missing = new ArrayList<>();
    for (String parameter : PARAMETERS) {
      if (!parameters.containsKey(parameter)) {
        missing.add("Authorization header requires '" + parameter + "' parameter.");
      }
    }
    if (!dated) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    return missing.isEmpty()
        ? of(parameters)
        : Reply.failure(SignatureErrors.incomplete(String.join(" ", missing)));
  }

  private static Reply<AuthorizationHeader> of(Map<String, String> parameters) {
    Matcher credential = CREDENTIAL.matcher(parameters.get("Credential"));
    if (!credential.matches()) {
      return Reply.failure(
          CredentialParts.emptyIn(parameters.get("Credential"))
              .map(SignatureErrors::emptyPart)
              .orElseGet(SignatureErrors::malformedCredential));
    }
    CredentialScope scope =
        new CredentialScope(
            credential.group(2), credential.group(3), credential.group(4), credential.group(5));
    Optional<ServiceError> refusal =
        scope.terminator().equals(CredentialScope.TERMINATOR)
            ? Optional.empty()
            : Optional.of(SignatureErrors.wrongTerminator(scope.terminator()));
    return refusal
        .<Reply<AuthorizationHeader>>map(Reply::failure)
        .orElseGet(
            () ->
                Reply.success(
                    new AuthorizationHeader(
                        credential.group(1),
                        scope,
                        names(parameters.get("SignedHeaders")),
                        parameters.get("Signature"))));
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(";", -1)).map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new TreeMap<>();
    Matcher parameter = PARAMETER.matcher(text);
    while (parameter.find()) {
      parameters.putIfAbsent(parameter.group(1), parameter.group(2));
    }
    return parameters;
  }
}
