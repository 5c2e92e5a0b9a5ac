package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.fault.Faults;
import io.hydrant.runtime.fault.KmsFaults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The calls of S3 to a KMS, each through an interceptor. */
class InterceptedDataKeysTest {
  private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/a";
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");

  private final List<String> reached = new ArrayList<>();
  private final DataKeyApi kms = new Kms();

  private final class Kms implements DataKeyApi {
    @Override
    public CompletionStage<Reply<DataKey>> generateDataKey(
        Caller caller, String keyId, Map<String, String> context) {
      return reached(new DataKey(keyId, Bytes.EMPTY, Bytes.EMPTY));
    }

    @Override
    public CompletionStage<Reply<Bytes>> decrypt(
        Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
      return reached(Bytes.ofUtf8("clear"));
    }

    @Override
    public CompletionStage<Reply<String>> managedKey(Caller caller) {
      return reached(KEY);
    }

    private <T> CompletionStage<Reply<T>> reached(T output) {
      reached.add(output.getClass().getSimpleName());
      return CompletableFuture.completedFuture(Reply.success(output));
    }
  }

  private static List<Object> callAll(DataKeyApi kms) {
    return List.of(
        kms.generateDataKey(CALLER, KEY, Map.of()).toCompletableFuture().join(),
        kms.decrypt(CALLER, KEY, Bytes.EMPTY, Map.of()).toCompletableFuture().join(),
        kms.managedKey(CALLER).toCompletableFuture().join());
  }

  @Test
  void an_interceptor_sees_the_operation_and_the_key_of_each_call() {
    List<KmsInterceptor.Call> seen = new ArrayList<>();
    KmsInterceptor interceptor =
        new KmsInterceptor() {
          @Override
          public <O> CompletionStage<Reply<O>> intercept(
              Call call, Supplier<CompletionStage<Reply<O>>> next) {
            seen.add(call);
            return next.get();
          }
        };
    assertThat(callAll(new InterceptedDataKeys(kms, interceptor)))
        .containsExactly(
            Reply.success(new DataKeyApi.DataKey(KEY, Bytes.EMPTY, Bytes.EMPTY)),
            Reply.success(Bytes.ofUtf8("clear")),
            Reply.success(KEY));
    assertThat(seen)
        .containsExactly(
            new KmsInterceptor.Call("GenerateDataKey", KEY, Optional.empty()),
            new KmsInterceptor.Call("Decrypt", KEY, Optional.empty()),
            new KmsInterceptor.Call("DescribeKey", "aws/s3", Optional.empty()));
  }

  @Test
  void a_fault_is_the_answer_and_kms_is_not_called() {
    FaultInjector faults = new FaultInjector(new ServiceClock(() -> Instant.EPOCH));
    faults.add(Faults.on(Fault.Service.KMS, "*", 100));
    assertThat(callAll(new InterceptedDataKeys(kms, new KmsFaults(faults))))
        .containsOnly(Reply.failure(Faults.ERROR));
    assertThat(reached).isEmpty();
  }
}
