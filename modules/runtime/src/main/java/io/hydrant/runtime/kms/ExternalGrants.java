package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.StreamArn;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.kms.model.GrantConstraints;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.kms.model.ListGrantsResponse;

/**
 * Firehose's grants at the external KMS. That KMS sees one principal in all of Hydrant's calls,
 * often one that needs no grant. So Hydrant itself checks whether the stream's grant still exists.
 */
final class ExternalGrants {
  private static final int PAGE = 100;

  private final KmsClients kms;
  private final String grantee;

  ExternalGrants(KmsClients kms, String grantee) {
    this.kms = kms;
    this.grantee = grantee;
  }

  CompletionStage<Reply<String>> create(String keyArn, StreamArn stream, String name) {
    return StreamGrant.createdOr(
        made(keyArn, stream, name), () -> named(keyArn, stream, name, Optional.empty()));
  }

  /** Finds the grant of an earlier attempt whose answer was lost. */
  private CompletionStage<Optional<String>> named(
      String keyArn, StreamArn stream, String name, Optional<String> marker) {
    return kms.call(
            stream.region(),
            client ->
                client.listGrants(r -> r.keyId(keyArn).limit(PAGE).marker(marker.orElse(null))))
        .thenCompose(
            reply ->
                reply.fold(
                    page -> named(keyArn, stream, name, page),
                    refusal -> CompletableFuture.completedFuture(Optional.empty())));
  }

  private CompletionStage<Optional<String>> named(
      String keyArn, StreamArn stream, String name, ListGrantsResponse page) {
    Optional<String> here =
        page.grants().stream()
            .filter(grant -> name.equals(grant.name()))
            .map(GrantListEntry::grantId)
            .findFirst();
    return here.isEmpty() && Boolean.TRUE.equals(page.truncated())
        ? named(keyArn, stream, name, Optional.ofNullable(page.nextMarker()))
        : CompletableFuture.completedFuture(here);
  }

  private CompletionStage<Reply<String>> made(String keyArn, StreamArn stream, String name) {
    return Replies.map(
        kms.call(
            stream.region(),
            client ->
                client.createGrant(
                    r ->
                        r.keyId(keyArn)
                            .granteePrincipal(grantee)
                            .retiringPrincipal(grantee)
                            .operationsWithStrings(StreamGrant.OPERATIONS)
                            .constraints(
                                c -> c.encryptionContextSubset(StreamGrant.context(stream)))
                            .name(name))),
        made -> made.grantId());
  }

  /**
   * Returns the key's ARN if a grant lets Firehose decrypt for the stream, else
   * AccessDeniedException.
   */
  CompletionStage<Reply<String>> permitted(String keyArn, StreamArn stream) {
    return permitted(keyArn, stream, Optional.empty());
  }

  private CompletionStage<Reply<String>> permitted(
      String keyArn, StreamArn stream, Optional<String> marker) {
    return Replies.then(
        kms.call(
            stream.region(),
            client ->
                client.listGrants(r -> r.keyId(keyArn).limit(PAGE).marker(marker.orElse(null)))),
        page -> {
          if (page.grants().stream().anyMatch(grant -> serves(grant, stream))) {
            return Replies.now(Reply.success(keyArn));
          }
          return Boolean.TRUE.equals(page.truncated())
              ? permitted(keyArn, stream, Optional.ofNullable(page.nextMarker()))
              : Replies.now(Reply.failure(ExternalErrors.noGrant(grantee, keyArn)));
        });
  }

  private boolean serves(GrantListEntry grant, StreamArn stream) {
    return grantee.equals(grant.granteePrincipal())
        && grant.operations().contains(GrantOperation.DECRYPT)
        && Optional.ofNullable(grant.constraints())
            .map(GrantConstraints::encryptionContextSubset)
            .filter(StreamGrant.context(stream)::equals)
            .isPresent();
  }
}
