package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.FindGrant;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyUsageRules;
import io.hydrant.core.kms.RetireGrant;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Connects Firehose to the embedded KMS. The service is a principal of an account of its own, which
 * owns the AWS owned keys. It can use a customer's key only through a live grant.
 */
public final class EmbeddedKms implements KmsPort {
  public static final String SERVICE_PRINCIPAL = "firehose.amazonaws.com";

  /** The service's account, which no client can have, because it is not twelve digits. */
  static final String SERVICE_ACCOUNT = "aws-firehose";

  static final String OWNED_KEY_ALIAS = "alias/aws/firehose-owned";

  private final KmsGateway kms;

  public EmbeddedKms(KmsGateway kms) {
    this.kms = kms;
  }

  @Override
  public CompletionStage<Reply<String>> describeKey(Caller caller, String keyArn) {
    return Replies.check(
        kms.describeKey(forwarded(caller, Optional.empty()), keyArn),
        metadata ->
            KeyUsageRules.refusal(metadata, "GenerateDataKey")
                .<Reply<String>>map(Reply::failure)
                .orElseGet(() -> Reply.success(metadata.arn().toString())));
  }

  @Override
  public CompletionStage<Reply<String>> awsOwnedKey(String region) {
    return Replies.map(
        kms.serviceKey(owner(region), OWNED_KEY_ALIAS, CreateKey.Input.DEFAULT), KeyArn::toString);
  }

  @Override
  public CompletionStage<Reply<String>> createGrant(
      Caller caller, String keyArn, StreamArn stream, String grantName) {
    CreateGrant.Input input =
        new CreateGrant.Input(
            Optional.of(SERVICE_PRINCIPAL),
            Optional.empty(),
            Optional.of(SERVICE_PRINCIPAL),
            Optional.empty(),
            StreamGrant.OPERATIONS,
            new GrantConstraints(
                Optional.of(StreamGrant.context(stream)), Optional.empty(), Optional.empty()),
            Optional.of(grantName),
            false);
    return StreamGrant.createdOr(
        Replies.map(
            kms.createGrant(forwarded(caller, Optional.of(stream)), keyArn, input),
            CreateGrant.Output::grantId),
        () -> named(caller, keyArn, grantName));
  }

  /** Finds the grant of an earlier attempt whose answer was lost. */
  private CompletionStage<Optional<String>> named(Caller caller, String keyArn, String name) {
    return kms.onKey(caller, keyArn, arn -> new FindGrant(caller, arn, SERVICE_PRINCIPAL, name))
        .thenApply(
            reply -> reply.fold(FindGrant.Output::grantId, error -> Optional.<String>empty()));
  }

  /**
   * Makes the same call for both types of key; the key's owner decides whether a grant is needed.
   */
  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      KeyType type, String keyArn, StreamArn stream) {
    return Replies.map(
        kms.generateDataKey(
            service(type, stream), keyArn, DataKeyRequest.aes256(StreamGrant.context(stream))),
        made -> new DataKey(made.plaintext(), made.ciphertextBlob()));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      KeyType type, String keyArn, Bytes wrapped, StreamArn stream) {
    Decrypt.Input input =
        new Decrypt.Input(
            Optional.of(wrapped),
            Optional.of(keyArn),
            StreamGrant.context(stream),
            Encrypt.SYMMETRIC_DEFAULT,
            false);
    return Replies.map(kms.decrypt(service(type, stream), input), Decrypt.Output::plaintext);
  }

  @Override
  public CompletionStage<Reply<NoOutput>> canUseDataKeys(
      Caller caller, List<KeyAction> actions, String keyArn, StreamArn stream) {
    return kms.canUseDataKeys(
        forwarded(caller, Optional.of(stream)), actions, keyArn, StreamGrant.context(stream));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> retireGrant(
      String keyArn, String grantId, StreamArn stream) {
    RetireGrant.Input input =
        new RetireGrant.Input(Optional.empty(), Optional.of(keyArn), Optional.of(grantId), false);
    return StreamGrant.retired(
        kms.retireGrant(service(KeyType.CUSTOMER_MANAGED_CMK, stream), input));
  }

  /** Returns the caller with Firehose as the service that forwards the call. */
  private static Caller forwarded(Caller caller, Optional<StreamArn> stream) {
    return caller.calledVia(viaService(caller.region()), stream.map(StreamArn::toString));
  }

  /** Returns the service as a caller; for a customer's key it acts for the stream's account. */
  private static Caller service(KeyType type, StreamArn stream) {
    return type == KeyType.AWS_OWNED_CMK
        ? owner(stream.region())
        : new Caller(stream.account(), stream.region(), SERVICE_PRINCIPAL, Optional.empty())
            .calledVia(viaService(stream.region()), Optional.of(stream.toString()));
  }

  /** Returns the account that owns the AWS owned keys. */
  private static Caller owner(String region) {
    return Caller.root(SERVICE_ACCOUNT, region);
  }

  private static String viaService(String region) {
    return "firehose." + region + ".amazonaws.com";
  }
}
