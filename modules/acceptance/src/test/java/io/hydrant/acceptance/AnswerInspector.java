package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.acceptance.probe.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Holds every answer that an SDK client gets against its shape: clients forgive too much. */
final class AnswerInspector implements ExecutionInterceptor {
  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Optional<String> target = context.httpRequest().firstMatchingHeader("X-Amz-Target");
    if (target.isEmpty()) {
      return context.responseBody();
    }
    byte[] body = context.responseBody().map(AnswerInspector::read).orElseGet(() -> new byte[0]);
    inspect(target.get(), context.httpResponse().statusCode(), body);
    return context.responseBody().map(read -> new ByteArrayInputStream(body));
  }

  private static void inspect(String target, int status, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    assertThat(new Answer(target, status, text).problems()).isEmpty();
  }

  private static byte[] read(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
