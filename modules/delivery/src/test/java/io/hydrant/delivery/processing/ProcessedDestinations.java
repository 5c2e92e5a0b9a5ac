package io.hydrant.delivery.processing;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import java.util.ArrayList;
import java.util.List;

/** Destinations with processors. */
final class ProcessedDestinations {
  static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:f:live";

  private ProcessedDestinations() {}

  /** A destination with dynamic partitioning. */
  static Destination partitioned(Structure... processors) {
    Destination plain = of(processors);
    return new Destination(
        plain.type(),
        plain
            .configuration()
            .with(
                "DynamicPartitioningConfiguration",
                Structure.empty().with("Enabled", new Bool(true))));
  }

  static Destination of(Structure... processors) {
    return new Destination(
        DestinationType.EXTENDED_S3,
        Structure.empty()
            .with("RoleARN", new Text("arn:aws:iam::000000000000:role/firehose"))
            .with(
                "ProcessingConfiguration",
                Structure.empty()
                    .with("Enabled", new Bool(true))
                    .with("Processors", new Sequence(List.of((Document[]) processors)))));
  }

  /**
   * @param parameters names, each followed by its value
   */
  static Structure processor(String type, String... parameters) {
    List<Document> list = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      list.add(
          Structure.empty()
              .with("ParameterName", new Text(parameters[i]))
              .with("ParameterValue", new Text(parameters[i + 1])));
    }
    return Structure.empty().with("Type", new Text(type)).with("Parameters", new Sequence(list));
  }

  static Structure lambda(int retries) {
    return processor("Lambda", "LambdaArn", FUNCTION, "NumberOfRetries", "" + retries);
  }
}
