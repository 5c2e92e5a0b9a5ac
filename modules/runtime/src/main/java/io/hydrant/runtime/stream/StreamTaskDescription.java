package io.hydrant.runtime.stream;

import io.hydrant.core.stream.StreamTask;

/** Describes a task for the log line about its failure. */
final class StreamTaskDescription implements StreamTask.Visitor<String> {
  @Override
  public String visit(StreamTask.CreateGrant task) {
    return "CreateGrant on " + task.target().keyArn() + " for stream " + task.arn();
  }

  @Override
  public String visit(StreamTask.GenerateDataKey task) {
    return "GenerateDataKey under " + task.target().keyArn() + " for stream " + task.arn();
  }

  @Override
  public String visit(StreamTask.AwaitDrained task) {
    return "Delivery of all records under key epoch " + task.epoch() + " of stream " + task.arn();
  }

  @Override
  public String visit(StreamTask.RetireGrant task) {
    return "RetireGrant of " + task.grantId() + " of stream " + task.arn();
  }

  @Override
  public String visit(StreamTask.DrainBuffer task) {
    return "Delivery of the last records of stream " + task.arn();
  }

  @Override
  public String visit(StreamTask.RegisterName task) {
    return "Registration of the name of stream " + task.arn();
  }

  @Override
  public String visit(StreamTask.ConfirmKeyReservation task) {
    return "Reservation of a place under " + task.keyArn() + " for stream " + task.arn();
  }

  @Override
  public String visit(StreamTask.DeregisterName task) {
    return "Removal of the name of stream " + task.arn();
  }

  @Override
  public String visit(StreamTask.CompleteTransition task) {
    return "The next step of stream " + task.arn();
  }
}
