package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** UpdateDestination's merge: "a merge of the old configuration with the new configuration". */
public final class DestinationUpdates {
  /** Members that the update shapes call otherwise. */
  private static final Map<String, String> RENAMED =
      Map.of("S3Update", "S3Configuration", "S3BackupUpdate", "S3BackupConfiguration");

  private DestinationUpdates() {}

  /** What is given replaces what was there, member by member; the rest stays. */
  public static Reply<Destination> merge(Destination destination, Structure updates) {
    List<DestinationType> given =
        Arrays.stream(DestinationType.values())
            .filter(type -> updates.structure(type.updateMember()).isPresent())
            .toList();
    if (given.size() != 1) {
      return Reply.failure(DestinationErrors.notExactlyOne());
    }
    DestinationType type = given.get(0);
    if (type != destination.type() && !(type.isS3() && destination.type().isS3())) {
      return Reply.failure(
          DestinationErrors.invalid(
              "The destination of this stream is described by "
                  + destination.type().descriptionMember()
                  + "; it cannot be changed by "
                  + type.updateMember()
                  + "."));
    }
    Structure update = updates.structure(type.updateMember()).orElseThrow();
    DestinationType merged =
        type == DestinationType.EXTENDED_S3 ? DestinationType.EXTENDED_S3 : destination.type();
    return Reply.success(
        new Destination(merged, merge(destination.configuration(), Secrets.removedFrom(update))));
  }

  private static Structure merge(Structure old, Structure update) {
    Structure merged = old;
    for (Map.Entry<String, Document> member : update.members().entrySet()) {
      String name = RENAMED.getOrDefault(member.getKey(), member.getKey());
      boolean nested = !name.equals(member.getKey());
      Document value =
          nested && merged.structure(name).isPresent()
              ? merge(merged.structure(name).get(), (Structure) member.getValue())
              : member.getValue();
      merged = merged.with(name, value);
    }
    return merged;
  }
}
