package io.hydrant.replay.inspector;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iffElse;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.hydrant.replay.fold.Pretty;
import j2html.tags.DomContent;
import java.time.Instant;
import java.util.List;

/** All streams and keys of the node at a glance. */
record Overview(
    Instant now, List<StreamRow> streams, List<KeyRow> keys, List<String> faults, boolean forms) {
  /**
   * @param path of its page
   * @param budget how many starts and stops are left
   * @param buffer what it holds
   * @param delivered when it last delivered
   */
  record StreamRow(
      String path,
      String name,
      String where,
      String status,
      String encryption,
      String key,
      String budget,
      String buffer,
      String delivered) {}

  record KeyRow(String path, String id, String where, String words) {}

  String write() {
    return Layout.page(
        "Streams and keys",
        List.of(
            p("The node's clock shows " + Pretty.time(now) + " UTC."),
            iffElse(forms, Forms.clock(), text("")),
            h2("Streams"),
            streamsTable(),
            h2("Keys"),
            keysTable(),
            h2("Faults on demand"),
            faultsTable(),
            iffElse(forms, Forms.faults(), text(""))));
  }

  private DomContent streamsTable() {
    if (streams.isEmpty()) {
      return p("There is no stream yet.");
    }
    return table(
            thead(
                tr(
                    th("Stream"),
                    th("Account and Region"),
                    th("Status"),
                    th("Encryption"),
                    th("Key"),
                    th("Starts and stops left"),
                    th("Buffer"),
                    th("Last delivery"))),
            tbody(
                each(
                    streams,
                    row ->
                        tr(
                            td(a(row.name()).withHref(row.path())),
                            td(row.where()),
                            td(row.status()).withClass(tone(row.status())),
                            td(row.encryption()).withClass(tone(row.encryption())),
                            td(row.key()),
                            td(row.budget()).attr("data-label", "Starts and stops left:"),
                            td(row.buffer()).attr("data-label", "Buffer:"),
                            td(row.delivered()).attr("data-label", "Last delivery:")))))
        .withClass("wide");
  }

  private DomContent keysTable() {
    if (keys.isEmpty()) {
      return p("There is no key yet.");
    }
    return table(
            thead(tr(th("Key"), th("Account and Region"), th("State"))),
            tbody(
                each(
                    keys,
                    row ->
                        tr(
                            td(a(row.id()).withHref(row.path())),
                            td(row.where()),
                            td(row.words())))))
        .withClass("wide");
  }

  private DomContent faultsTable() {
    return faults.isEmpty() ? p("None.") : table(tbody(each(faults, fault -> tr(td(fault)))));
  }

  private static String tone(String status) {
    if (status.endsWith("FAILED")) {
      return "bad";
    }
    return status.endsWith("ING") ? "warn" : status.equals("DISABLED") ? "quiet" : "ok";
  }
}
