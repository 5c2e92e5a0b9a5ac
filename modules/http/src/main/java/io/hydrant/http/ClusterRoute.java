package io.hydrant.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /_hydrant/ready} and {@code /_hydrant/cluster}: this node and the others. */
final class ClusterRoute {
  static final String PATH = "/_hydrant/cluster";

  private final ClusterView cluster;

  ClusterRoute(ClusterView cluster) {
    this.cluster = cluster;
  }

  AdminAnswer ready() {
    boolean ready = cluster.ready();
    return new AdminAnswer(ready ? 200 : 503, Json.object().put("ready", ready));
  }

  AdminAnswer members() {
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
    return new AdminAnswer(200, json);
  }
}
