package io.hydrant.delivery.processing;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.delivery.jq.JqException;
import java.util.List;

/** A query of the contents of records. */
@FunctionalInterface
interface Query {
  List<JsonNode> apply(JsonNode input) throws JqException;
}
