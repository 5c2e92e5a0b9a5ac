package io.hydrant.inspector;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.select;
import static j2html.TagCreator.textarea;

import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes forms that post to the admin routes: the clock, faults. */
final class Forms {
  private static final Map<String, String> SPANS = new LinkedHashMap<>();

  private static final List<String> KEY_ACTIONS =
      List.of(
          "GenerateDataKey", "Decrypt", "CreateGrant", "DescribeKey", "Encrypt", "PutKeyPolicy");

  private static final String EXAMPLE =
      "{\"service\": \"s3\", \"operation\": \"PutObject\", \"times\": 1, \"unreachable\": true}";

  static {
    SPANS.put("PT1S", "1 second");
    SPANS.put("PT1M", "1 minute");
    SPANS.put("PT5M", "5 minutes");
    SPANS.put("PT1H", "1 hour");
    SPANS.put("PT6H", "6 hours");
    SPANS.put("PT24H", "1 day");
    SPANS.put("PT168H", "7 days");
  }

  private Forms() {}

  static DomContent clock() {
    return form(
            label("Move the clock forward by ").withFor("advance"),
            select(each(SPANS.entrySet(), span -> option(span.getValue()).withValue(span.getKey())))
                .withId("advance")
                .withName("advance"),
            button("Move"))
        .withMethod("post")
        .withAction("/_hydrant/clock")
        .withClass("action");
  }

  /** Returns a form that asks what a principal may do with a key, and by which statements. */
  static DomContent explain(String keyId) {
    return form(
            label("May").withFor("principal"),
            input()
                .withId("principal")
                .withName("principal")
                .withPlaceholder("arn:aws:iam::000000000000:role/producer")
                .isRequired(),
            select(each(KEY_ACTIONS, action -> option(action).withValue("kms:" + action)))
                .withName("action")
                .attr("aria-label", "Action"),
            input().withType("hidden").withName("resource").withValue(keyId),
            button("Explain"))
        .withMethod("get")
        .withAction("/_hydrant/explain")
        .withClass("action");
  }

  static DomContent faults() {
    return div(
        form(
                label("A fault, as JSON").withFor("fault"),
                textarea(EXAMPLE).withId("fault").withName("fault").attr("rows", "3"),
                button("Add"))
            .withMethod("post")
            .withAction("/_hydrant/faults")
            .withClass("action"),
        form(
                input().withType("hidden").withName("clear").withValue("all"),
                button("Remove all faults"))
            .withMethod("post")
            .withAction("/_hydrant/faults")
            .withClass("action"));
  }
}
