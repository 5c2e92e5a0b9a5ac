package io.hydrant.delivery.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * A compiled query of jq 1.6. It sees neither the node's environment nor its files, and has a
 * {@link Budget}. The time of a single regular expression is not bounded.
 */
public final class JqQuery {
  private static final int RESULTS_MAX = 1000;

  private final JsonQuery query;
  private final Scope builtins;

  private JqQuery(JsonQuery query, Scope builtins) {
    this.query = query;
    this.builtins = builtins;
  }

  /**
   * Compiles a query.
   *
   * @param clock the time of {@code now}
   * @throws JqException where it is not a query
   */
  public static JqQuery compile(String text, InstantSource clock) throws JqException {
    Scope builtins = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, builtins);
    BoundedQueries.bound(builtins);
    TimeFunctions.addTo(builtins, clock);
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    builtins.addFunction(
        "env", 0, (scope, arguments, input, path, output, version) -> output.emit(nothing, null));
    builtins.setValue("ENV", nothing);
    try {
      return new JqQuery(BoundedQueries.bound(JsonQuery.compile(text, Versions.JQ_1_6)), builtins);
    } catch (JsonQueryException e) {
      throw new JqException(e.getOriginalMessage());
    }
  }

  /**
   * Returns the results of the query for a value.
   *
   * @throws JqException where the query fails
   */
  public List<JsonNode> apply(JsonNode input) throws JqException {
    List<JsonNode> results = new ArrayList<>();
    Budget.begin();
    try {
      query.apply(Scope.newChildScope(builtins), input, result -> add(results, result));
      return results;
    } catch (JsonQueryException e) {
      throw new JqException(e.getOriginalMessage());
    } catch (Budget.ExceededException e) {
      throw new JqException(e.getMessage(), true);
    } catch (StackOverflowError tooDeep) {
      throw new JqException("the query calls itself too often", true);
    } finally {
      Budget.end();
    }
  }

  private static void add(List<JsonNode> results, JsonNode result) {
    if (results.size() == RESULTS_MAX) {
      throw new Budget.ExceededException("the query gives more than " + RESULTS_MAX + " results");
    }
    results.add(result);
  }
}
