package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that read all of a running node's journal, without a copy of it. */
class WholeRunningJournalTest extends OneNode {
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

  private String run(UnaryOperator<String> change, String... arguments) throws IOException {
    exchanges.clear();
    HttpServer server = Exchange.between(endpoint(), exchanges, change);
    try {
      List<String> all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
      return JournalCommands.run(all.toArray(String[]::new));
    } finally {
      server.stop(0);
    }
  }

  private String run(String... arguments) throws IOException {
    return run(UnaryOperator.identity(), arguments);
  }

  /** A buffer that is trimmed between two pages would seem to lack events. */
  @Test
  void verify_and_export_read_each_history_in_one_answer(@TempDir Path folder) throws Exception {
    activeStream();
    for (String[] command :
        List.of(
            new String[] {"verify"},
            new String[] {"export", folder.resolve("all.jsonl").toString()})) {
      assertThat(run(command)).containsAnyOf("all sound", "events written to");
      assertThat(exchanges.stream().filter(each -> each.question().contains("entity=")))
          .isNotEmpty()
          .noneMatch(each -> each.question().contains("limit="));
    }
  }

  @Test
  void list_and_search_read_histories_in_pages_so_that_a_reader_may_pause() throws Exception {
    activeStream();
    for (String command : List.of("list", "search")) {
      assertThat(run(command)).contains("stream|");
      assertThat(exchanges.stream().filter(each -> each.question().contains("entity=")))
          .isNotEmpty()
          .allMatch(each -> each.question().endsWith("&limit=500"));
    }
  }

  @Test
  void an_entity_that_is_gone_when_its_history_is_read_is_not_listed() throws Exception {
    String stream = activeStream();
    UnaryOperator<String> oneMore =
        answer ->
            answer.replaceFirst("\\{\"entities\":\\[", "$0\"stream|000000000000/us-east-1/gone\",");
    assertThat(run(oneMore, "list")).contains("/" + stream + " ").doesNotContain("gone", "1970");
    assertThat(run(oneMore, "verify")).contains("all sound");
  }

  @Test
  void an_export_is_sound_and_lists_the_same_as_the_node(@TempDir Path folder) throws Exception {
    activeStream();
    Path file = folder.resolve("all.jsonl");
    assertThat(run("export", file.toString())).contains(" events written to");
    assertThat(JournalCommands.run("verify", "--file", file.toString())).contains("all sound");
    assertThat(JournalCommands.run("list", "--file", file.toString()))
        .isEqualTo(JournalCommands.run("list", "--url", endpoint().toString()));
  }

  @Test
  void a_damaged_answer_is_no_sound_history(@TempDir Path folder) throws Exception {
    String stream = activeStream();
    UnaryOperator<String> damage =
        answer ->
            answer.startsWith("{\"format")
                ? answer.replaceFirst("\"at\":\"2", "\"at\":\"3")
                : answer;
    assertThat(run(damage, "verify"))
        .contains(stream + ": The node's answer is damaged. Line 2: its hash does not follow")
        .doesNotContain("all sound");
    assertThat(run(damage, "export", folder.resolve("all.jsonl").toString()))
        .contains("The node's answer is damaged.")
        .doesNotContain("events written to");
    UnaryOperator<String> cut =
        answer ->
            answer.startsWith("{\"format") ? answer.substring(0, answer.indexOf('\n') + 1) : answer;
    assertThat(run(cut, "verify")).contains("The file ends after line 1 without its end.");
  }

  @Test
  void data_of_records_that_is_not_there_is_not_made_up(@TempDir Path folder) throws Exception {
    activeStream();
    Path file = folder.resolve("all.jsonl");
    Path again = folder.resolve("again.jsonl");
    String refusal = "The data of records is missing";
    assertThat(run("export", again.toString(), "--with-records")).contains(refusal);
    assertThat(run("export", file.toString())).contains(" events written to");
    assertThat(
            JournalCommands.run(
                "export", again.toString(), "--with-records", "--file", file.toString()))
        .contains(refusal);
    assertThat(again).doesNotExist();
  }
}
