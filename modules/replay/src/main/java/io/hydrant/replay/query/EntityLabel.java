package io.hydrant.replay.query;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.List;

/** Finds an entity by its name or by a unique part of its name. */
public final class EntityLabel {
  private static final int SHOWN_MAX = 8;

  private EntityLabel() {}

  /**
   * @param entities the ids of all entities
   * @param name for example {@code stream|000000000000/us-east-1/orders}, {@code stream/orders},
   *     {@code "stream orders"}, {@code orders} or a key's id
   */
  public static Reply<String> resolve(List<String> entities, String name) {
    String asked = name.trim().replaceFirst("[/ |]", "/");
    List<String> exact = entities.stream().filter(each -> flat(each).equals(asked)).toList();
    if (exact.size() == 1) {
      return Reply.success(exact.get(0));
    }
    List<String> found = entities.stream().filter(each -> isMeant(each, name.trim())).toList();
    if (found.size() == 1) {
      return Reply.success(found.get(0));
    }
    // A stream or key goes before the budget and the buffer of the same name.
    List<String> first =
        found.stream()
            .filter(each -> EntityTypes.STREAM.matches(each) || EntityTypes.KEY.matches(each))
            .toList();
    if (first.size() == 1) {
      return Reply.success(first.get(0));
    }
    return Reply.failure(
        new ServiceError(
            "UnknownEntity",
            found.isEmpty()
                ? "There is no entity " + name + "; `hydrant journal list` shows all."
                : name + " may be " + shown(found) + "; say which."));
  }

  private static String flat(String entity) {
    return entity.replaceFirst("\\|", "/");
  }

  private static boolean isMeant(String entity, String name) {
    String kind = entity.substring(0, entity.indexOf('|'));
    String id = entity.substring(kind.length() + 1);
    String rest =
        name.startsWith(kind + " ") || name.startsWith(kind + "/") || name.startsWith(kind + "|")
            ? name.substring(kind.length() + 1)
            : name;
    return id.equals(rest) || id.endsWith("/" + rest) || id.contains("/" + rest + "/");
  }

  private static String shown(List<String> found) {
    String some = String.join(" or ", found.subList(0, Math.min(SHOWN_MAX, found.size())));
    return found.size() > SHOWN_MAX ? some + " or " + (found.size() - SHOWN_MAX) + " more" : some;
  }
}
