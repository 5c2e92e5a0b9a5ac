package io.hydrant.acceptance.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the tests of each sentence. */
final class Outcomes {
  enum Verdict {
    PROVEN("pass"),
    FAILED("fail"),
    NOT_RUN("not run"),
    WAITS("not yet proven");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private final Map<Sentence, Map<String, Boolean>> tests = new EnumMap<>(Sentence.class);

  /** A test of several runs has passed when all have. */
  synchronized void add(Sentence sentence, String test, boolean passed) {
    tests
        .computeIfAbsent(sentence, key -> new TreeMap<>())
        .merge(test, passed, Boolean::logicalAnd);
  }

  /** Names of tests, and whether they passed. */
  synchronized Map<String, Boolean> tests(Sentence sentence) {
    return tests.getOrDefault(sentence, Map.of());
  }

  Verdict verdict(Sentence sentence) {
    Map<String, Boolean> run = tests(sentence);
    if (run.containsValue(false)) {
      return Verdict.FAILED;
    }
    if (!sentence.waitsFor().isEmpty()) {
      return Verdict.WAITS;
    }
    return run.isEmpty() ? Verdict.NOT_RUN : Verdict.PROVEN;
  }

  long count(Verdict verdict) {
    return List.of(Sentence.values()).stream().filter(each -> verdict(each) == verdict).count();
  }
}
