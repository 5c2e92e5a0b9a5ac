package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;

/** Short words for configurations. */
final class Documents {
  private Documents() {}

  /** Names and values in turn; a value is a text, a number, a boolean or a document. */
  static Structure members(Object... namesAndValues) {
    Structure structure = Structure.empty();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      structure = structure.with((String) namesAndValues[i], document(namesAndValues[i + 1]));
    }
    return structure;
  }

  static Structure hints(int size, int seconds) {
    return members("SizeInMBs", size, "IntervalInSeconds", seconds);
  }

  /** An S3 configuration with all that it must have, and more. */
  static Structure s3(Object... more) {
    Structure s3 =
        members("RoleARN", "arn:aws:iam::000000000000:role/r", "BucketARN", "arn:aws:s3:::logs");
    for (int i = 0; i < more.length; i += 2) {
      s3 = s3.with((String) more[i], document(more[i + 1]));
    }
    return s3;
  }

  static Destination extendedS3(Object... more) {
    return new Destination(DestinationType.EXTENDED_S3, s3(more));
  }

  static <O> O output(Reply<O> reply) {
    return reply.fold(
        output -> output,
        error -> {
          throw new AssertionError(error);
        });
  }

  static <O> ServiceError refusal(Reply<O> reply) {
    return reply.fold(
        output -> {
          throw new AssertionError(output);
        },
        error -> error);
  }

  private static Document document(Object value) {
    if (value instanceof Integer number) {
      return new Numeric(number);
    }
    if (value instanceof Boolean bool) {
      return new Bool(bool);
    }
    return value instanceof String text ? new Text(text) : (Document) value;
  }
}
