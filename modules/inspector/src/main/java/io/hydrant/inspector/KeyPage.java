package io.hydrant.inspector;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.hydrant.core.kms.Grant;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeySummary;
import io.hydrant.replay.projection.Histories;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/** The page of a key at one step of its history: state, grants, policy. */
record KeyPage(String entity, String path, Histories.OfKey found) {
  String write() {
    String heading = "Key " + entity.substring(entity.lastIndexOf('/') + 1);
    Optional<Key.Present> key = found.then();
    if (key.isEmpty()) {
      return Layout.page(heading, List.of(p("The journal knows no such key.")));
    }
    TimelineList list = new TimelineList(found.stretch(), path);
    return Layout.page(
        heading,
        List.of(
            list.steps(),
            div(
                    section(h2("Timeline"), list.list()),
                    section(
                        h2("Then"),
                        p(KeySummary.of(key.get()).inWords()),
                        h2("Grants"),
                        grants(List.copyOf(key.get().grants().values())),
                        h2("Policy"),
                        pre(key.get().policy().text()),
                        h2("Who may do what now"),
                        Forms.explain(key.get().arn().toString())))
                .withClass("columns")));
  }

  private static DomContent grants(List<Grant> grants) {
    if (grants.isEmpty()) {
      return p("None.");
    }
    return table(
        thead(tr(th("For"), th("Operations"), th("Only with the context"))),
        tbody(
            each(
                grants,
                grant ->
                    tr(
                        td(grant.granteePrincipal()),
                        td(String.join(", ", grant.operations())),
                        td(
                            grant
                                .constraints()
                                .encryptionContextSubset()
                                .or(() -> grant.constraints().encryptionContextEquals())
                                .map(Object::toString)
                                .orElse("any"))))));
  }
}
