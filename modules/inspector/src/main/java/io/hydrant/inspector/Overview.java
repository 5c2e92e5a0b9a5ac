package io.hydrant.inspector;

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

import io.hydrant.replay.projection.Formats;
import j2html.tags.DomContent;
import java.time.Instant;
import java.util.List;

/** The overview: a page of the streams and a page of the keys of the node. */
record Overview(
    Instant now,
    OverviewQuestion question,
    Paged<StreamRow> streams,
    Paged<KeyRow> keys,
    OverviewGaps gaps,
    List<String> faults,
    boolean forms) {
  /**
   * @param path the address of its page
   * @param budget the number of starts and stops that are left
   * @param buffer the content of its buffer
   * @param delivered the time of its last delivery
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
            p("The node's clock shows " + Formats.time(now) + " UTC."),
            iffElse(forms, Forms.clock(), text("")),
            OverviewPages.filter(this),
            OverviewPages.gaps(this),
            h2("Streams"),
            streamsTable(),
            OverviewPages.links(streams, question::withPage),
            h2("Keys"),
            keysTable(),
            OverviewPages.links(keys, question::withKeysPage),
            h2("Faults on demand"),
            faultsTable(),
            iffElse(forms, Forms.faults(), text(""))));
  }

  private DomContent streamsTable() {
    if (streams.items().isEmpty()) {
      return p(none("stream"));
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
                    streams.items(),
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
    if (keys.items().isEmpty()) {
      return p(none("key"));
    }
    return table(
            thead(tr(th("Key"), th("Account and Region"), th("State"))),
            tbody(
                each(
                    keys.items(),
                    row ->
                        tr(
                            td(a(row.id()).withHref(row.path())),
                            td(row.where()),
                            td(row.words())))))
        .withClass("wide");
  }

  private String none(String thing) {
    return question.filter().isEmpty()
        ? "There is no " + thing + " yet."
        : "There is no such " + thing + ".";
  }

  private DomContent faultsTable() {
    return faults.isEmpty() ? p("None.") : table(tbody(each(faults, fault -> tr(td(fault)))));
  }

  private static String tone(String status) {
    if (status.equals("?")) {
      return "quiet";
    }
    if (status.endsWith("FAILED") || status.equals(StreamRows.SILENT)) {
      return "bad";
    }
    return status.endsWith("ING") ? "warn" : status.equals("DISABLED") ? "quiet" : "ok";
  }
}
