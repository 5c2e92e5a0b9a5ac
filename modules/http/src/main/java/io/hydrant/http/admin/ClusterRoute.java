package io.hydrant.http.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.ClusterView;

/** {@code /_hydrant/ready} and {@code /_hydrant/cluster}: this node and the others. */
final class ClusterRoute {
  static final String PATH = "/_hydrant/cluster";

  private final ClusterView cluster;

  ClusterRoute(ClusterView cluster) {
    this.cluster = cluster;
  }

  AdminResponse ready() {
    boolean ready = cluster.ready();
    return new AdminResponse(ready ? 200 : 503, Json.object().put("ready", ready));
  }

  AdminResponse members() {
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("members");
    cluster
        .members()
        .forEach(
            member ->
                all.addObject()
                    .put("address", member.address())
                    .put("status", member.status())
                    .put("reachable", member.reachable())
                    .put("self", member.self()));
    return new AdminResponse(200, json);
  }
}
