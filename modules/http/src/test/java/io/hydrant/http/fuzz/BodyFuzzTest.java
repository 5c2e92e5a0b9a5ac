package io.hydrant.http.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.http.Answer;
import io.hydrant.http.Calls;
import io.hydrant.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class BodyFuzzTest {
  private static final int REFUSAL_BYTES_MAX = 64 * 1024;
  private static final Map<String, ObjectNode> SAMPLES = SampleInputs.all();
  private static TestServer server;

  @BeforeContainer
  static void open() {
    server = new TestServer();
  }

  @AfterContainer
  static void close() {
    server.close();
  }

  private static final List<String> RULES =
      List.of(
          "InvalidArgumentException",
          "MalformedPolicyDocumentException",
          "UnsupportedOperationException",
          "Please specify exactly one");

  @Example
  void the_samples_are_valid() {
    assertThat(SAMPLES).hasSizeGreaterThan(30);
    SAMPLES.forEach(
        (target, input) -> {
          Answer answer = server.ask(Calls.call(target, input.toString()));
          // All members at once are sometimes one too many or not built, a text is no policy:
          // rules, not shapes.
          if (RULES.stream().noneMatch(answer.text()::contains)) {
            assertThat(answer.status()).as("%s: %s", target, answer.text()).isEqualTo(200);
          }
        });
  }

  @Property(tries = 4000)
  void no_body_is_answered_with_a_failure_of_the_server(@ForAll long seed) {
    Random chance = new Random(seed);
    List<String> targets = List.copyOf(SAMPLES.keySet());
    String target = targets.get(chance.nextInt(targets.size()));
    byte[] body = new Mutation(chance).of(SAMPLES.get(target));
    Answer answer = server.ask(Calls.call(target, body));
    String shown =
        target + " " + new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8);
    assertThat(answer.status()).as(shown).isIn(200, 400);
    if (answer.status() != 200) {
      assertThat(answer.type()).as(shown).isNotEmpty();
      assertThat(answer.message()).as(shown).isNotEmpty();
      assertThat(answer.body().size()).as(shown).isLessThan(REFUSAL_BYTES_MAX);
    }
  }
}
