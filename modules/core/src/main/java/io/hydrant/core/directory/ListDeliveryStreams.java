package io.hydrant.core.directory;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ListDeliveryStreams: the names after one, in their order.
 *
 * @param limit at most so many names; 10 where the member is missing
 */
public record ListDeliveryStreams(
    Optional<Integer> limit,
    Optional<DeliveryStreamType> type,
    Optional<String> exclusiveStartDeliveryStreamName)
    implements DirectoryCommand<ListDeliveryStreams.Output> {
  /** The model's default. */
  static final int LIMIT_DEFAULT = 10;

  public record Output(List<String> deliveryStreamNames, boolean hasMore) {}

  @Override
  public Decision<DirectoryEvent, Output> decide(StreamDirectory directory, Instant now) {
    int most = limit.orElse(LIMIT_DEFAULT);
    List<String> rest =
        directory.streams().entrySet().stream()
            .filter(entry -> type.map(entry.getValue().type()::equals).orElse(true))
            .map(Map.Entry::getKey)
            .filter(
                name ->
                    exclusiveStartDeliveryStreamName
                        .map(start -> name.compareTo(start) > 0)
                        .orElse(true))
            .toList();
    return Decision.answer(new Output(rest.stream().limit(most).toList(), rest.size() > most));
  }
}
