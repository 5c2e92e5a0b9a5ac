package io.hydrant.http.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.FaultJson;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FaultControl;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import java.io.IOException;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpMethods;

/** {@code /_hydrant/faults}: lists, adds and clears faults. */
final class FaultRoutes {
  static final String PATH = "/_hydrant/faults";

  private final FaultControl faults;

  FaultRoutes(FaultControl faults) {
    this.faults = faults;
  }

  AdminResponse handle(HttpMethod method, String path, byte[] body) {
    String id = path.substring(PATH.length());
    if (!id.isEmpty()) {
      return method.equals(HttpMethods.DELETE)
          ? delete(id.substring(1))
          : AdminResponse.notAllowed("DELETE");
    }
    if (method.equals(HttpMethods.GET)) {
      return new AdminResponse(200, list());
    }
    if (method.equals(HttpMethods.DELETE)) {
      faults.change(FaultPlan::cleared);
      return new AdminResponse(200, list());
    }
    return method.equals(HttpMethods.POST)
        ? add(body)
        : AdminResponse.notAllowed("GET, POST, DELETE");
  }

  private AdminResponse add(byte[] body) {
    try {
      List<Fault> added = FaultJson.readAll(Json.read(body));
      if (faults.list().size() + added.size() > FaultPlan.FAULTS_MAX) {
        return AdminResponse.message(
            400, "There is room for " + FaultPlan.FAULTS_MAX + " faults; clear some first.");
      }
      added.forEach(faults::add);
      return new AdminResponse(200, list());
    } catch (FaultJson.BadFaultException e) {
      return AdminResponse.message(400, e.getMessage());
    } catch (IOException e) {
      return AdminResponse.message(400, "The body is not JSON.");
    }
  }

  private AdminResponse delete(String id) {
    if (faults.list().stream().noneMatch(fault -> fault.id().equals(id))) {
      return AdminResponse.message(404, "There is no fault " + id + ".");
    }
    faults.change(plan -> plan.without(id));
    return new AdminResponse(200, list());
  }

  private ObjectNode list() {
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("faults");
    faults.list().forEach(fault -> all.add(FaultJson.write(fault)));
    return json;
  }
}
