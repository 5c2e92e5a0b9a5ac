package io.hydrant.runtime.kms;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Passes every call of S3 to a KMS through an interceptor. */
public record InterceptedDataKeys(DataKeyApi kms, KmsInterceptor interceptor)
    implements DataKeyApi {
  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      Caller caller, String keyId, Map<String, String> context) {
    return interceptor.intercept(
        new KmsInterceptor.Call("GenerateDataKey", keyId, Optional.empty()),
        () -> kms.generateDataKey(caller, keyId, context));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
    return interceptor.intercept(
        new KmsInterceptor.Call("Decrypt", keyArn, Optional.empty()),
        () -> kms.decrypt(caller, keyArn, wrapped, context));
  }

  @Override
  public CompletionStage<Reply<String>> managedKey(Caller caller) {
    return interceptor.intercept(
        new KmsInterceptor.Call("DescribeKey", "aws/s3", Optional.empty()),
        () -> kms.managedKey(caller));
  }
}
