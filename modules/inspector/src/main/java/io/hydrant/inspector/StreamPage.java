package io.hydrant.inspector;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import io.hydrant.api.firehose.DescriptionJson;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.UnsupportedFeature;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.projection.EntityIds;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.projection.Histories;
import io.hydrant.replay.source.DecodedEvent;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/**
 * The page of a stream at one step of its timeline.
 *
 * @param entity the stream's id in the journal
 */
record StreamPage(String entity, String path, Histories.OfStream found) {
  String write() {
    String name = EntityIds.streamArn(entity).name().value();
    if (found.stretch().size() == 0) {
      return Layout.page(name, List.of(p("The journal knows no stream of this name.")));
    }
    TimelineList list = new TimelineList(found.stretch(), path);
    return Layout.page(
        name,
        List.of(
            list.steps(),
            cut(),
            div(
                    section(h2("Timeline"), list.list()),
                    section(h2("Encryption"), machine(), h2("Then"), facts(), notices(), state()),
                    section(h2("This event"), event()))
                .withClass("columns")));
  }

  private DomContent cut() {
    return found.isCut()
        ? p(
            "Many streams had this name, or this one had many keys. Only the "
                + Histories.RELATED_MAX
                + " newest show events of keys and quotas. The command journal timeline shows all.")
        : text("");
  }

  private DomContent machine() {
    // The drawing has no text from clients.
    return rawHtml(EncryptionStateDiagram.svg(found.then().path()));
  }

  private DomContent facts() {
    return table(
        tbody(
            each(
                found.then().facts().entrySet(),
                fact -> tr(td(fact.getKey()), td(fact.getValue())))));
  }

  private Optional<DeliveryStream> stream() {
    return found.then().stream();
  }

  private DomContent notices() {
    List<UnsupportedFeature> unsupported = stream().map(UnsupportedFeature::of).orElseGet(List::of);
    return unsupported.isEmpty()
        ? text("")
        : div(
                p("Hydrant does not do all that this configuration asks for:"),
                ul(each(unsupported, feature -> li(feature.text()))))
            .withClass("notice");
  }

  private DomContent state() {
    return stream()
        .<DomContent>map(
            there ->
                pre(Formats.json(DescriptionJson.write(DescribeDeliveryStream.describe(there)))))
        .orElseGet(() -> p("At this moment there was no stream of this name."));
  }

  private DomContent event() {
    return found.stretch().step(found.stretch().at()).fold(StreamPage::event, StreamPage::event);
  }

  private static DomContent event(AuditEntry call) {
    return div(
        p("A refused call; it changed nothing.").withClass("quiet"),
        pre(Formats.json(call.json())));
  }

  private static DomContent event(DecodedEvent stored) {
    return div(
        p(stored.entity() + ", event " + stored.number() + ", " + stored.name()).withClass("quiet"),
        pre(Formats.json(Formats.tree(stored.json()))));
  }
}
