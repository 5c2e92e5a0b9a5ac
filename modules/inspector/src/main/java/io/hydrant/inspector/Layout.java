package io.hydrant.inspector;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import java.util.List;

/** The frame of every page of the inspector, without scripts and external addresses. */
final class Layout {
  static final String HOME = "/_hydrant/";
  static final String STYLE = "/_hydrant/inspector.css";

  private Layout() {}

  static String page(String heading, List<DomContent> content) {
    return "<!doctype html>\n"
        + html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    title(heading + " - Hydrant"),
                    link().withRel("stylesheet").withHref(STYLE)),
                body(
                    header(nav(a("Hydrant").withHref(HOME)), h1(heading)),
                    main(each(content, part -> part))))
            .withLang("en")
            .render();
  }
}
