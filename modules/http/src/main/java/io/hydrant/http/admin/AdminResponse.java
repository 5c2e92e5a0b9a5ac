package io.hydrant.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** The response of an admin route. */
record AdminResponse(int status, ObjectNode body) {
  static AdminResponse message(int status, String text) {
    return new AdminResponse(status, Json.object().put("message", text));
  }

  static AdminResponse notAllowed(String methods) {
    return message(405, "This path takes " + methods + ".");
  }

  HttpResponse toHttp() {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .withEntity(ContentTypes.APPLICATION_JSON, body + "\n");
  }
}
