package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.meter.Meters;
import java.util.concurrent.CompletionStage;

/** The way to KMS, watched. */
public final class MeteredKms implements KmsLink {
  private final KmsLink kms;
  private final Meters meters;

  public MeteredKms(KmsLink kms, Meters meters) {
    this.kms = kms;
    this.meters = meters;
  }

  private <O> CompletionStage<Reply<O>> met(String operation, CompletionStage<Reply<O>> call) {
    long start = System.nanoTime();
    return call.whenComplete(
        (reply, failure) ->
            meters.kmsCall(
                operation,
                failure == null ? reply.fold(done -> "OK", refusal -> refusal.code()) : "NoAnswer",
                System.nanoTime() - start));
  }

  @Override
  public CompletionStage<Reply<String>> describeKey(Caller caller, String keyArn) {
    return met("DescribeKey", kms.describeKey(caller, keyArn));
  }

  @Override
  public CompletionStage<Reply<String>> awsOwnedKey(String region) {
    return met("DescribeKey", kms.awsOwnedKey(region));
  }

  @Override
  public CompletionStage<Reply<String>> createGrant(
      Caller caller, String keyArn, StreamArn stream, String grantName) {
    return met("CreateGrant", kms.createGrant(caller, keyArn, stream, grantName));
  }

  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      KeyType type, String keyArn, StreamArn stream) {
    return met("GenerateDataKey", kms.generateDataKey(type, keyArn, stream));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      KeyType type, String keyArn, Bytes wrapped, StreamArn stream) {
    return met("Decrypt", kms.decrypt(type, keyArn, wrapped, stream));
  }

  @Override
  public CompletionStage<Reply<Empty>> permits(Caller caller, String keyArn, StreamArn stream) {
    return met("CallerPermissions", kms.permits(caller, keyArn, stream));
  }

  @Override
  public CompletionStage<Reply<Empty>> retireGrant(
      String keyArn, String grantId, StreamArn stream) {
    return met("RetireGrant", kms.retireGrant(keyArn, grantId, stream));
  }

  @Override
  public void close() {
    kms.close();
  }
}
