package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Requests and the first session of the documents do what the documents say. */
class ReadmeTest extends OneNode {
  private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (/\\S+) ?(.*)");
  private static final Pattern INSTANT = Pattern.compile("[0-9-]{10}T[0-9:.]+Z");
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?m)^HYDRANT_JAR=\\$PWD/(\\S+)\n"
              + "hydrant\\(\\) \\{ java -jar \"\\$HYDRANT_JAR\" \"\\$@\"; }.*$");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_request_of_the_documents_has_the_answer_below_it() throws Exception {
    List<String> lines =
        Documents.blocks()
            .filter(block -> block.language().equals("http"))
            .flatMap(block -> block.text().lines())
            .toList();
    assertThat(lines).hasSizeGreaterThan(20);
    for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
      String request = line.next();
      String[] answer = line.next().split(" ", 2);
      HttpResponse<String> real = send(request);
      assertThat(real.statusCode()).as(request).isEqualTo(Integer.parseInt(answer[0]));
      assertThat(anyTime(real.body())).as(request).isEqualTo(anyTime(answer[1]));
    }
  }

  @Test
  void the_command_hydrant_is_defined_before_an_example_uses_it() throws Exception {
    String readme = Documents.text(Documents.README);
    Matcher definition = DEFINITION.matcher(readme);
    assertThat(definition.find()).isTrue();
    Matcher use = Pattern.compile("(?m)^(\\$ )?hydrant ").matcher(readme);
    assertThat(use.find()).isTrue();
    assertThat(definition.start()).isLessThan(use.start());
    assertThat(Files.readString(Documents.TOP.resolve(".ci/run"))).contains(definition.group(1));
    assertThat(afterwardsInAnotherFolder(definition.group(), "hydrant journal list"))
        .isEqualTo(
            "-jar " + Path.of("").toAbsolutePath() + "/" + definition.group(1) + " journal list\n");
  }

  /**
   * What a shell passes to {@code java} when it defines the command here and calls it elsewhere.
   */
  private static String afterwardsInAnotherFolder(String definition, String call) throws Exception {
    Process shell =
        new ProcessBuilder(
                "sh", "-c", "java() { echo \"$@\"; }\n" + definition + "\ncd / && " + call)
            .redirectErrorStream(true)
            .start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The session up to the node's start is replaced by the node of this test. */
  @Test
  void the_first_session_ends_with_an_object_in_s3() throws Exception {
    ClientProcess.needsCli();
    String name = newName();
    String session =
        Documents.blocks(Documents.README)
            .map(Documents.Block::text)
            .filter(text -> text.contains("hydrant serve"))
            .findFirst()
            .orElseThrow();
    String calls =
        session
            .substring(session.indexOf("\nexport ") + 1)
            .replace("http://127.0.0.1:4573", endpoint().toString())
            .replace("orders", name);
    String cli = "aws() { /usr/bin/aws --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"; }\nset -e\n";
    String said =
        ClientProcess.output(endpoint(), Path.of("target"), List.of("bash", "-c", cli + calls));
    assertThat(said).contains("make_bucket: " + name, "\"Encrypted\"");
    assertThat(said.lines().reduce((first, last) -> last).orElseThrow())
        .contains("/" + name + "-1-");
  }

  private HttpResponse<String> send(String line) throws Exception {
    Matcher request = REQUEST.matcher(line);
    assertThat(request.matches()).as(line).isTrue();
    return http(
        HttpRequest.newBuilder(endpoint().resolve(request.group(2)))
            .method(request.group(1), HttpRequest.BodyPublishers.ofString(request.group(3))));
  }

  /** Replaces every instant, since each run has others. */
  private static JsonNode anyTime(String json) throws Exception {
    Matcher instant = INSTANT.matcher(json);
    return JSON.readTree(
        instant.replaceAll(
            found -> {
              Instant.parse(found.group());
              return "TIME";
            }));
  }
}
