package io.hydrant.http.auth.identity;

/** A secret access key. Never printed. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
