package io.hydrant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What a line of the log looks like, by the configuration that the node comes with. */
class LogFormatTest {
  private static final CorrelationContext TRACED =
      CorrelationContext.request("6f1e")
          .in("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  /** A line that is logged in that format for that origin. */
  private static String line(String format, CorrelationContext origin) throws Exception {
    LoggerContext context = new LoggerContext();
    // A context of its own, with the map that holds this thread's origin.
    context.setMDCAdapter(MDC.getMDCAdapter());
    context.putProperty("HYDRANT_LOG_FORMAT", format);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      configurator.doConfigure(LogFormatTest.class.getResource("/logback.xml"));
      CorrelationContexts.runIn(
          origin, () -> context.getLogger("io.hydrant.Test").warn("It rains"));
    } finally {
      System.setErr(before);
      context.stop();
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void text_names_the_request_and_the_trace_behind_the_message() throws Exception {
    assertThat(line("text", TRACED))
        .endsWith(
            "WARN  Test - It rains requestId=6f1e traceId=4bf92f3577b34da6a3ce929d0e0e4736"
                + System.lineSeparator());
    assertThat(line("text", CorrelationContext.request("6f1e")))
        .endsWith("It rains requestId=6f1e" + System.lineSeparator());
    assertThat(line("text", CorrelationContext.NONE)).endsWith("It rains" + System.lineSeparator());
  }

  @Test
  void json_names_them_in_their_own_member() throws Exception {
    assertThat(line("json", TRACED))
        .contains("\"requestId\":\"6f1e\"")
        .contains("\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"")
        .contains("\"formattedMessage\":\"It rains\"");
    assertThat(line("json", CorrelationContext.NONE))
        .doesNotContain("requestId")
        .doesNotContain("traceId");
  }
}
