package io.hydrant.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;

/** The response of an admin route. */
record AdminResponse(int status, ObjectNode body) {
  static AdminResponse message(int status, String text) {
    return new AdminResponse(status, Json.object().put("message", text));
  }

  static AdminResponse notAllowed(String methods) {
    return message(405, "This path takes " + methods + ".");
  }
}
