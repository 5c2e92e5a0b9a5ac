package io.hydrant.server;

import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeySummary;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.core.kms.Page;
import io.hydrant.inspector.LiveKeys;
import io.hydrant.inspector.LiveNames;
import io.hydrant.runtime.kms.KmsDependencies;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The inspector's keys, asked of the entities wherever they live. Each is asked once. */
record LiveKeyEntities(KmsDependencies kms) implements LiveKeys {
  @Override
  public CompletionStage<LiveNames> names(String place, int most) {
    LivePages pages =
        (marker, some) ->
            kms.directories()
                .ask(place, new ListKeys(Optional.of(some), marker))
                .thenApply(reply -> part(LivePages.output(reply)));
    return pages.upTo(most);
  }

  private static LivePages.Part part(Page<KeyDirectory.Entry> page) {
    return new LivePages.Part(
        page.items().stream().map(entry -> entry.arn().keyId()).toList(), page.nextMarker());
  }

  @Override
  public CompletionStage<Optional<KeySummary>> look(String id) {
    String[] parts = id.split("/", -1);
    KeyArn arn = new KeyArn(parts[1], parts[0], parts[2]);
    return Patience.with(kms.keys().ask(id, new KeySummary.Read(arn)))
        .thenApply(reply -> reply.fold(Optional::of, error -> Optional.empty()));
  }
}
