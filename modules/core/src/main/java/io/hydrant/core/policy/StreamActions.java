package io.hydrant.core.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The actions on streams that an identity policy can be about (Firehose service model). */
final class StreamActions {
  private static final List<AccessRequest> ALL =
      Stream.of(
              "CreateDeliveryStream",
              "DeleteDeliveryStream",
              "DescribeDeliveryStream",
              "ListDeliveryStreams",
              "ListTagsForDeliveryStream",
              "PutRecord",
              "PutRecordBatch",
              "StartDeliveryStreamEncryption",
              "StopDeliveryStreamEncryption",
              "TagDeliveryStream",
              "UntagDeliveryStream",
              "UpdateDestination")
          .map(
              name ->
                  new AccessRequest(
                      new Principal.Root("000000000000"), "firehose:" + name, "*", Map.of()))
          .toList();

  private StreamActions() {}

  /** Returns whether a statement with these action patterns includes one of them. */
  static boolean in(ElementMatcher<PolicyPattern> actions) {
    return ALL.stream()
        .anyMatch(
            request ->
                actions.includes(each -> each.matchesIgnoringCase(request.action(), request)));
  }
}
