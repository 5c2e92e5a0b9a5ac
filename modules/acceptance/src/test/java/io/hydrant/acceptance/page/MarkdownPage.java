package io.hydrant.acceptance.page;

/** The specification as Markdown. */
record MarkdownPage(Outcomes outcomes) {
  String write() {
    StringBuilder out = new StringBuilder("# The API page, sentence by sentence\n\n");
    for (Outcomes.Verdict verdict : Outcomes.Verdict.values()) {
      out.append("- ").append(verdict.word()).append(": ");
      out.append(outcomes.count(verdict)).append('\n');
    }
    for (Page page : Page.values()) {
      out.append("\n## ").append(page.title()).append("\n\n");
      out.append("| fact | | rule | tests |\n|---|---|---|---|\n");
      for (Sentence sentence : Sentence.values()) {
        if (sentence.page() == page) {
          row(sentence, out);
        }
      }
    }
    return out.toString();
  }

  private void row(Sentence sentence, StringBuilder out) {
    out.append("| ").append(sentence.words()).append(" | ");
    out.append(outcomes.verdict(sentence).word());
    if (!sentence.waitsFor().isEmpty()) {
      out.append(" (waits for ").append(sentence.waitsFor()).append(')');
    }
    out.append(" | `").append(sentence.rule()).append("` | ");
    out.append(String.join("; ", outcomes.tests(sentence).keySet())).append(" |\n");
  }
}
