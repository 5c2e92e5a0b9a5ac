package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyGrant;
import io.hydrant.core.kms.KmsLimits;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.core.kms.ListRetirableGrants;
import io.hydrant.core.kms.Page;
import io.hydrant.core.kms.RetirableGrants;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Performs ListRetirableGrants: asks every key of the account and region, and sorts by grant id.
 */
final class RetirableGrantList {
  private final KeyEntities keys;
  private final TreeMap<String, KeyGrant> found = new TreeMap<>();

  RetirableGrantList(KeyEntities keys) {
    this.keys = keys;
  }

  /** Checks the input on an empty list first, before any key is asked. */
  CompletionStage<Reply<Page<KeyGrant>>> of(Caller caller, ListRetirableGrants input) {
    return Replies.then(
        input.page(found),
        nothing ->
            Replies.check(
                collect(caller, input.retiringPrincipal(), Optional.empty()),
                done -> input.page(found)));
  }

  private CompletionStage<Reply<Boolean>> collect(
      Caller caller, String principal, Optional<String> marker) {
    ListKeys page = new ListKeys(Optional.of(KmsLimits.LIST_KEYS_MAX), marker);
    return Replies.then(
        keys.ask(caller, "ListRetirableGrants", "*", page),
        listed ->
            Replies.then(
                ofKeys(caller, principal, listed),
                done ->
                    listed.nextMarker().isPresent()
                        ? collect(caller, principal, listed.nextMarker())
                        : Replies.now(Reply.success(true))));
  }

  private CompletionStage<Reply<Boolean>> ofKeys(
      Caller caller, String principal, Page<KeyDirectory.Entry> page) {
    CompletionStage<Reply<Boolean>> all = CompletableFuture.completedFuture(Reply.success(true));
    for (KeyDirectory.Entry entry : page.items()) {
      all =
          all.thenCombine(
              keys.ask(new RetirableGrants(caller, entry.arn(), principal)),
              (before, reply) -> {
                // A key that was deleted in the meantime has no grants.
                reply.map(
                    grants -> {
                      grants.forEach(
                          grant -> found.put(grant.id(), new KeyGrant(entry.arn(), grant)));
                      return true;
                    });
                return before;
              });
    }
    return all;
  }
}
