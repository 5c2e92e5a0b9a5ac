package io.hydrant.server;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.replay.archive.JournalPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pekko.japi.Pair;

/**
 * The parameters of {@code GET /_hydrant/journal}: {@code entity}, with {@code after} and {@code
 * limit}, and {@code refused-after}. Without a parameter the whole journal is asked for.
 */
final class JournalQuery {
  static final String ENTITY = "entity";
  static final String AFTER = "after";
  static final String LIMIT = "limit";
  static final String REFUSED_AFTER = "refused-after";

  /** A larger limit is an error: a part is read in one go. */
  static final int LIMIT_MAX = 1_000;

  private static final Map<String, Pattern> FORMS =
      Map.of(
          ENTITY, Pattern.compile("[a-z-]{1,32}\\|[\\x21-\\x7e]{1,512}"),
          AFTER, Pattern.compile("[0-9]{1,18}"),
          LIMIT, Pattern.compile("[1-9][0-9]{0,2}|" + LIMIT_MAX),
          REFUSED_AFTER, Pattern.compile("[A-Za-z0-9-]{0,64}"));

  private static final Map<String, String> WORDS =
      Map.of(
          ENTITY, "entity must be TYPE|ID, as `hydrant journal list` shows it.",
          AFTER, "after must be the number of an event, from 0.",
          LIMIT, "limit must be a number from 1 to " + LIMIT_MAX + ".",
          REFUSED_AFTER, "refused-after must be a request id, or empty for all refused calls.");

  private JournalQuery() {}

  /** Returns the part that is asked for; empty for the whole. */
  static Reply<Optional<JournalPart>> of(List<Pair<String, String>> parameters) {
    Map<String, String> given = new HashMap<>();
    for (Pair<String, String> parameter : parameters) {
      String name = parameter.first();
      if (!FORMS.containsKey(name)) {
        return wrong("The parameters are entity, after, limit and refused-after.");
      }
      if (!FORMS.get(name).matcher(parameter.second()).matches()) {
        return wrong(WORDS.get(name));
      }
      if (given.put(name, parameter.second()) != null) {
        return wrong(name + " must be given once.");
      }
    }
    if (!given.containsKey(ENTITY) && (given.containsKey(AFTER) || given.containsKey(LIMIT))) {
      return wrong("after and limit are of an entity, which is missing.");
    }
    return Reply.success(given.isEmpty() ? Optional.empty() : Optional.of(part(given)));
  }

  private static JournalPart part(Map<String, String> given) {
    return new JournalPart(
        Optional.ofNullable(given.get(ENTITY)),
        Optional.ofNullable(given.get(AFTER)).map(Long::parseLong).orElse(0L),
        Optional.ofNullable(given.get(LIMIT)).map(Integer::parseInt).orElse(Integer.MAX_VALUE),
        Optional.ofNullable(given.get(REFUSED_AFTER)));
  }

  private static <T> Reply<T> wrong(String sentence) {
    return Reply.failure(new ServiceError("ValidationException", sentence));
  }
}
