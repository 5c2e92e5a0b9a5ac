package io.hydrant.inspector;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.time;

import io.hydrant.replay.projection.EventLine;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.projection.Stretch;
import io.hydrant.replay.projection.TimelineStep;
import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import java.util.stream.LongStream;

/** Shows a timeline as a list in which each step is a link. */
record TimelineList(Stretch stretch, String path) {
  DomContent steps() {
    long at = stretch.at();
    return nav(
            at > 1 ? a("← earlier").withHref(path + "?at=" + (at - 1)) : span("← earlier"),
            text(" step " + at + " of " + stretch.size() + " "),
            at < stretch.size() ? a("later →").withHref(path + "?at=" + (at + 1)) : span("later →"),
            text(" "),
            a("now").withHref(path))
        .withClass("steps")
        .attr("aria-label", "Steps");
  }

  DomContent list() {
    long first = stretch.first();
    long last = stretch.last();
    return ol(
            iff(first > 1, jump("… " + (first - 1) + " earlier", first - 1)),
            each(LongStream.rangeClosed(first, last).boxed().toList(), this::item),
            iff(last < stretch.size(), jump("… " + (stretch.size() - last) + " later", last + 1)))
        .withClass("timeline");
  }

  private LiTag jump(String words, long step) {
    return li(a(words).withHref(path + "?at=" + step));
  }

  private LiTag item(long step) {
    TimelineStep shown = stretch.step(step);
    LiTag item =
        li(
            a(time(Formats.time(shown.at())), text(EventLine.of(shown)))
                .withHref(path + "?at=" + step));
    if (step == stretch.at()) {
      item.attr("aria-current", "step");
    }
    return item.withClasses(
        iff(step > stretch.at(), "later"),
        iff(shown.fold(entry -> false, refused -> true), "refused"));
  }
}
