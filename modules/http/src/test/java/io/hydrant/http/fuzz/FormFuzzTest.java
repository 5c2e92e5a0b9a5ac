package io.hydrant.http.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.http.Answer;
import io.hydrant.http.Calls;
import io.hydrant.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** STS answers every form. */
class FormFuzzTest {
  private static final List<String> NAMES =
      List.of(
          "Action",
          "Version",
          "RoleArn",
          "RoleSessionName",
          "DurationSeconds",
          "Policy",
          "PolicyArns.member.1.arn",
          "SourceIdentity",
          "",
          "%",
          "\u00fc");
  private static final List<String> VALUES =
      List.of(
          "GetCallerIdentity",
          "AssumeRole",
          "AssumeRole",
          "GetSessionToken",
          "2011-06-15",
          "arn:aws:iam::000000000000:role/r",
          "arn:aws:iam::000000000000:role/" + "a/".repeat(500) + "!",
          "arn:aws:iam::000000000000:root",
          "arn:aws:iam::111111111111:role/r",
          "me",
          "m",
          "900",
          "43200",
          "-1",
          "99999999999",
          "1e3",
          "%zz",
          "%00%01%ed%a0%80",
          "&lt;<>",
          "a".repeat(5_000),
          "");
  private static TestServer server;

  @BeforeContainer
  static void open() {
    server = new TestServer();
  }

  @AfterContainer
  static void close() {
    server.close();
  }

  @Property(tries = 300)
  void every_form_is_answered_as_xml(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> parameters = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      parameters.add("Version=2011-06-15");
      parameters.add("Action=" + VALUES.get(random.nextInt(4)));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      parameters.add(any(NAMES, random) + "=" + any(VALUES, random));
    }
    byte[] body = String.join("&", parameters).getBytes(StandardCharsets.UTF_8);
    Answer answer =
        server.ask(
            HttpRequest.POST("/")
                .withEntity(MediaTypes.APPLICATION_X_WWW_FORM_URLENCODED.toContentType(), body)
                .addHeader(RawHeader.create("X-Amz-Date", "20261123T000000Z"))
                .addHeader(RawHeader.create("Authorization", Calls.AUTHORIZATION)));
    assertThat(answer.status()).isIn(200, 400, 403);
    assertThat(new String(answer.body().unsafeArray(), StandardCharsets.UTF_8)).startsWith("<");
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
