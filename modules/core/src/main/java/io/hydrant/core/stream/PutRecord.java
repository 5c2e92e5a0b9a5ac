package io.hydrant.core.stream;

public record PutRecord() {
  public record Output(String recordId, boolean encrypted) {}
}
