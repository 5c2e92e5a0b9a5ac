package io.hydrant.core.directory;

import io.hydrant.core.stream.DeliveryStreamType;
import java.util.List;
import java.util.Optional;

public record ListDeliveryStreams(
    Optional<Integer> limit,
    Optional<DeliveryStreamType> type,
    Optional<String> exclusiveStartDeliveryStreamName) {
  public record Output(List<String> deliveryStreamNames, boolean hasMore) {}
}
