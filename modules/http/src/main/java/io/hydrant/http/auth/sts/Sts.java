package io.hydrant.http.auth.sts;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.identity.IdentityFile;
import io.hydrant.http.auth.identity.SessionTokens;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of the Security Token Service that create sessions. */
public final class Sts {
  private static final String VERSION = "2011-06-15";
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/" + VERSION + "/";

  private final Map<String, StsOperation> operations;
  private final InstantSource clock;

  /**
   * @param clock the service's clock
   */
  public Sts(IdentityFile identities, SessionTokens tokens, InstantSource clock) {
    this.clock = clock;
    SessionIssuer sessions = new SessionIssuer(tokens);
    this.operations =
        Stream.of(
                new GetCallerIdentity(),
                new AssumeRole(identities, sessions),
                new GetSessionToken(sessions))
            .collect(Collectors.toMap(StsOperation::name, Function.identity()));
  }

  /** Returns the whole response as XML, or an error. */
  public Reply<String> answer(Caller caller, Form form, String requestId) {
    String action = form.text("Action").orElse("");
    String version = form.text("Version").orElse("");
    Optional<StsOperation> operation =
        Optional.ofNullable(operations.get(action)).filter(known -> version.equals(VERSION));
    if (operation.isEmpty()) {
      return Reply.failure(StsErrors.unknownAction(action, version));
    }
    return operation
        .get()
        .answer(caller, form, clock.instant())
        .map(
            result ->
                XmlElement.of(
                        action + "Response",
                        new XmlElement(action + "Result", result, ""),
                        XmlElement.of("ResponseMetadata", XmlElement.of("RequestId", requestId)))
                    .write(NAMESPACE));
  }

  /** Returns an error as XML. */
  public static String failure(ServiceError error, String requestId) {
    return XmlElement.of(
            "ErrorResponse",
            XmlElement.of(
                "Error",
                XmlElement.of("Type", "Sender"),
                XmlElement.of("Code", error.code()),
                XmlElement.of("Message", error.message())),
            XmlElement.of("RequestId", requestId))
        .write(NAMESPACE);
  }
}
