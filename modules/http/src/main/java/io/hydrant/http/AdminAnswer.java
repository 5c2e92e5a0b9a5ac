package io.hydrant.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an admin route answers. */
record AdminAnswer(int status, ObjectNode body) {
  static AdminAnswer message(int status, String text) {
    return new AdminAnswer(status, Json.object().put("message", text));
  }

  static AdminAnswer notAllowed(String methods) {
    return message(405, "This path takes " + methods + ".");
  }
}
