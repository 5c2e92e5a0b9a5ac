package io.hydrant.api.call;

import io.hydrant.core.entity.Reply;

/** The outcome of a call in one word, as metrics and traces report it. */
public final class CallOutcome {
  public static final String OK = "OK";
  public static final String NO_ANSWER = "NoAnswer";

  private CallOutcome() {}

  /**
   * Returns {@code OK}, the error's code, or {@code NoAnswer}.
   *
   * @param reply the reply; null where there is a failure
   * @param failure the exception of the stage; null where there is a reply
   */
  public static String of(Reply<?> reply, Throwable failure) {
    return failure == null ? reply.fold(output -> OK, error -> error.code()) : NO_ANSWER;
  }
}
