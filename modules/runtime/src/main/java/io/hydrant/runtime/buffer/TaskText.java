package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.S3ObjectLocation;

/** Describes a task of a buffer: its object, if it has one. */
final class TaskText implements BufferTask.Visitor<String> {
  @Override
  public String visit(BufferTask.NameObject task) {
    return "";
  }

  @Override
  public String visit(BufferTask.ProcessRecords task) {
    return ": the processing of records";
  }

  @Override
  public String visit(BufferTask.NameOutput task) {
    return "";
  }

  @Override
  public String visit(BufferTask.Deliver task) {
    S3ObjectLocation target = task.batch().target();
    return " to s3://" + target.bucket() + "/" + target.key();
  }
}
