package io.hydrant.replay.inspector;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.time;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.fold.EventLine;
import io.hydrant.replay.fold.Pretty;
import io.hydrant.replay.fold.Timeline;
import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import java.util.stream.IntStream;

/** The timeline as a list in which each step is a link that can be shared. */
record TimelineList(Timeline timeline, String path, int at) {
  /** Steps that are shown before and after the chosen one: a page of all could be endless. */
  private static final int AROUND = 200;

  DomContent steps() {
    return nav(
            at > 1 ? a("← earlier").withHref(path + "?at=" + (at - 1)) : span("← earlier"),
            text(" step " + at + " of " + timeline.size() + " "),
            at < timeline.size()
                ? a("later →").withHref(path + "?at=" + (at + 1))
                : span("later →"),
            text(" "),
            a("now").withHref(path))
        .withClass("steps")
        .attr("aria-label", "Steps");
  }

  DomContent list() {
    int first = Math.max(1, at - AROUND);
    int last = Math.min(timeline.size(), at + AROUND);
    return ol(
            iff(first > 1, jump("… " + (first - 1) + " earlier", first - 1)),
            each(IntStream.rangeClosed(first, last).boxed().toList(), this::item),
            iff(last < timeline.size(), jump("… " + (timeline.size() - last) + " later", last + 1)))
        .withClass("timeline");
  }

  private LiTag jump(String words, int step) {
    return li(a(words).withHref(path + "?at=" + step));
  }

  private LiTag item(int step) {
    JournalView.Step shown = timeline.steps().get(step - 1);
    LiTag item =
        li(
            a(time(Pretty.time(shown.at())), text(EventLine.of(shown)))
                .withHref(path + "?at=" + step));
    if (step == at) {
      item.attr("aria-current", "step");
    }
    return item.withClasses(
        iff(step > at, "later"), iff(shown.fold(entry -> false, refused -> true), "refused"));
  }
}
