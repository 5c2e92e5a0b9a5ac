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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says of the admin routes is what they answer. */
class ReadmeTest extends OneNode {
  private static final Pattern BLOCK = Pattern.compile("```http\n(.*?)```", Pattern.DOTALL);
  private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (/\\S+) ?(.*)");
  private static final Pattern INSTANT = Pattern.compile("[0-9-]{10}T[0-9:.]+Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_example_of_the_admin_routes_is_true() throws Exception {
    List<String> lines = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("../../README.md")));
    while (block.find()) {
      lines.addAll(block.group(1).lines().toList());
    }
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
    String readme = Files.readString(Path.of("../../README.md"));
    Matcher definition =
        Pattern.compile(
                "(?m)^HYDRANT_JAR=\\$PWD/(\\S+)\n"
                    + "hydrant\\(\\) \\{ java -jar \"\\$HYDRANT_JAR\" \"\\$@\"; }.*$")
            .matcher(readme);
    assertThat(definition.find()).isTrue();
    Matcher use = Pattern.compile("(?m)^(\\$ )?hydrant ").matcher(readme);
    assertThat(use.find()).isTrue();
    assertThat(definition.start()).isLessThan(use.start());
    assertThat(Files.readString(Path.of("../../.ci/run"))).contains(definition.group(1));
    assertThat(afterwardsInAnotherFolder(definition.group(), "hydrant journal list"))
        .isEqualTo(
            "-jar " + Path.of("").toAbsolutePath() + "/" + definition.group(1) + " journal list\n");
  }

  /** What a shell hands to {@code java} when it defines the command here and calls it elsewhere. */
  private static String afterwardsInAnotherFolder(String definition, String call) throws Exception {
    Process shell =
        new ProcessBuilder(
                "sh", "-c", "java() { echo \"$@\"; }\n" + definition + "\ncd / && " + call)
            .redirectErrorStream(true)
            .start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String line) throws Exception {
    Matcher request = REQUEST.matcher(line);
    assertThat(request.matches()).as(line).isTrue();
    return http(
        HttpRequest.newBuilder(endpoint().resolve(request.group(2)))
            .method(request.group(1), HttpRequest.BodyPublishers.ofString(request.group(3))));
  }

  /** Every instant is as good as any other. */
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
