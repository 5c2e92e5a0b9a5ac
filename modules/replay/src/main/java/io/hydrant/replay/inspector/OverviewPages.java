package io.hydrant.replay.inspector;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.form;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.function.IntFunction;

/** The ways from one page of the overview to another; a node with one page has none. */
final class OverviewPages {
  private OverviewPages() {}

  static DomContent filter(Overview overview) {
    String filter = overview.question().filter();
    if (filter.isEmpty() && overview.streams().pages() == 1 && overview.keys().pages() == 1) {
      return text("");
    }
    return form(
            label("Names that contain ").withFor("filter"),
            input()
                .withId("filter")
                .withName(OverviewQuestion.FILTER)
                .withValue(filter)
                .withType("search"),
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
}
