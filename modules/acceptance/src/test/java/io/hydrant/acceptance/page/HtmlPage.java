package io.hydrant.acceptance.page;

import java.util.Map;

/** The specification as one HTML file that needs nothing else. */
record HtmlPage(Outcomes outcomes) {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --pass: #1a7f37; --fail: #cf222e; --wait: #9a6700; }
      @media (prefers-color-scheme: dark) { :root { --pass: #3fb950; --fail: #f85149; --wait: #d29922; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
      table { border-collapse: collapse; width: 100%; table-layout: fixed; }
      th:nth-child(1) { width: 38%; } th:nth-child(2) { width: 12%; } th:nth-child(3) { width: 20%; }
      th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); }
      td:nth-child(2) { font-weight: 600; }
      .pass { color: var(--pass); } .fail { color: var(--fail); } .wait { color: var(--wait); }
      ul { margin: 0; padding-left: 1.1rem; } li.fail { font-weight: 600; }
      td ul, code { font-size: .85rem; overflow-wrap: anywhere; }
      @media (max-width: 45rem) { thead { display: none; } td { display: block; border: 0; padding: .15rem 0; }
        tr { display: block; padding: .7rem 0; border-bottom: 1px solid var(--line); } }
      """;

  String write() {
    StringBuilder out = new StringBuilder();
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.append("<title>The API page, sentence by sentence</title><style>\n").append(STYLE);
    out.append("</style></head>\n<body>\n<h1>The API page, sentence by sentence</h1>\n<p>");
    for (Outcomes.Verdict verdict : Outcomes.Verdict.values()) {
      out.append("<span class=\"").append(style(verdict)).append("\">");
      out.append(outcomes.count(verdict)).append(' ').append(verdict.word()).append("</span> ");
    }
    out.append(
        "</p>\n<p>Each fact with the tests that prove it, through the AWS SDK against a running node.</p>\n");
    for (Page page : Page.values()) {
      section(page, out);
    }
    return out.append("</body></html>\n").toString();
  }

  private void section(Page page, StringBuilder out) {
    out.append("<h2>").append(escaped(page.title())).append("</h2>\n<table><thead><tr>");
    out.append(
        "<th>Fact</th><th>Verdict</th><th>Rule in core</th><th>Tests</th></tr></thead><tbody>\n");
    for (Sentence sentence : Sentence.values()) {
      if (sentence.page() == page) {
        row(sentence, out);
      }
    }
    out.append("</tbody></table>\n");
  }

  private void row(Sentence sentence, StringBuilder out) {
    Outcomes.Verdict verdict = outcomes.verdict(sentence);
    out.append("<tr id=\"").append(sentence.name()).append("\"><td>");
    out.append(escaped(sentence.words())).append("</td><td class=\"").append(style(verdict));
    out.append("\">").append(verdict.word());
    if (!sentence.waitsFor().isEmpty()) {
      out.append("<br>waits for ").append(escaped(sentence.waitsFor()));
    }
    out.append("</td><td><code>").append(escaped(sentence.rule())).append("</code></td><td><ul>");
    for (Map.Entry<String, Boolean> test : outcomes.tests(sentence).entrySet()) {
      out.append(test.getValue() ? "<li>" : "<li class=\"fail\">");
      out.append(escaped(test.getKey())).append("</li>");
    }
    out.append("</ul></td></tr>\n");
  }

  private static String style(Outcomes.Verdict verdict) {
    return switch (verdict) {
      case PROVEN -> "pass";
      case FAILED -> "fail";
      case NOT_RUN, WAITS -> "wait";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
