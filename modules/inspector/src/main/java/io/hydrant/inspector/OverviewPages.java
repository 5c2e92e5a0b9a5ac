package io.hydrant.inspector;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The links from one page of the overview to another. A single page has none. */
final class OverviewPages {
  private OverviewPages() {}

  static DomContent filter(Overview overview) {
    String filter = overview.question().filter();
    if (filter.isEmpty()
        && overview.streams().pages() == 1
        && overview.keys().pages() == 1
        && overview.gaps().places().pages() == 1) {
      return text("");
    }
    return form(
            label("Names that contain ").withFor("filter"),
            input()
                .withId("filter")
                .withName(OverviewQuestion.FILTER)
                .withValue(filter)
                .withType("search"),
            each(
                overview.question().place().stream().toList(),
                place ->
                    input().withType("hidden").withName(OverviewQuestion.PLACE).withValue(place)),
            button("Show"))
        .withMethod("get")
        .withAction(Layout.HOME)
        .withClass("action");
  }

  /**
   * @param to the question for the page with that number
   */
  static DomContent links(Paged<?> page, IntFunction<OverviewQuestion> to) {
    if (page.pages() == 1) {
      return text("");
    }
    return nav(
            span(page.words()),
            iff(
                page.number() > 1,
                a("Previous page").withHref(to.apply(page.number() - 1).address())),
            iff(
                page.number() < page.pages(),
                a("Next page").withHref(to.apply(page.number() + 1).address())))
        .withClass("steps");
  }

  /** Returns sentences about what the page leaves out or could not read, with links to it. */
  static DomContent gaps(Overview overview) {
    OverviewGaps gaps = overview.gaps();
    OverviewQuestion question = overview.question();
    return each(
        onePlace(question),
        gaps.isEmpty()
            ? text("")
            : div(
                    iff(
                        gaps.journalSilent(),
                        p(
                            "The journal did not answer in time, so the accounts and Regions are"
                                + " not known. Load the page again.")),
                    otherPlaces(gaps.places(), question),
                    silent("streams", gaps.silentStreams()),
                    silent("keys", gaps.silentKeys()),
                    each(gaps.cut(), place -> cut(place, question)))
                .withClass("notice"));
  }

  private static DomContent onePlace(OverviewQuestion question) {
    return each(
        question.place().stream().toList(),
        place ->
            p(
                text("Streams and keys of " + words(place) + " alone. "),
                a("Show all").withHref(question.withPlace(Optional.empty()).address())));
  }

  private static DomContent otherPlaces(Paged<String> places, OverviewQuestion question) {
    return places.pages() == 1
        ? text("")
        : each(
            p(
                "This page has the streams and keys of the accounts and Regions "
                    + places.words()
                    + "; the others are left out."),
            links(places, question::withPlacesPage));
  }

  private static DomContent silent(String what, List<String> places) {
    return places.isEmpty()
        ? text("")
        : p(
            "The list of "
                + what
                + " did not answer in time, so the names are the journal's and some may be gone: "
                + places.stream().map(OverviewPages::words).collect(Collectors.joining(", "))
                + ".");
  }

  private static DomContent cut(String place, OverviewQuestion question) {
    String sentence =
        words(place) + " has more streams or keys than this page looks through; some are left out.";
    return question.place().isPresent()
        ? p(sentence)
        : p(
            text(sentence + " "),
            a("Show it alone").withHref(question.withPlace(Optional.of(place)).address()));
  }

  private static String words(String place) {
    return place.replace('/', ' ');
  }
}
