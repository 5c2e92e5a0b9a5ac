package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.fault.Faults;
import io.hydrant.runtime.fault.KmsFaults;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.Tracing;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The calls to a KMS, each through an interceptor, and the two interceptors that a node has. */
class InterceptedKmsTest {
  private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/a";
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  private static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final KeyType CUSTOMER = KeyType.CUSTOMER_MANAGED_CMK;

  private final List<String> reached = new ArrayList<>();
  private CompletionStage<? extends Reply<?>> answer =
      CompletableFuture.completedFuture(Reply.success(KEY));
  private final FaultInjector faults = new FaultInjector(new ServiceClock(() -> Instant.EPOCH));

  private KmsPort kms() {
    return (KmsPort)
        Proxy.newProxyInstance(
            KmsPort.class.getClassLoader(),
            new Class<?>[] {KmsPort.class},
            (proxy, method, arguments) -> {
              reached.add(method.getName());
              return answer;
            });
  }

  private static List<CompletionStage<? extends Reply<?>>> callAll(KmsPort kms) {
    return List.of(
        kms.describeKey(CALLER, KEY),
        kms.awsOwnedKey("us-east-1"),
        kms.createGrant(CALLER, KEY, STREAM, "name"),
        kms.generateDataKey(CUSTOMER, KEY, STREAM),
        kms.decrypt(CUSTOMER, KEY, Bytes.EMPTY, STREAM),
        kms.canUseDataKeys(CALLER, List.of(), KEY, STREAM),
        kms.retireGrant(KEY, "grant", STREAM));
  }

  private void failAllOperations() {
    faults.add(Faults.on(Fault.Service.KMS, "*", 100));
  }

  private static KmsMetrics metrics(List<String> outcomes) {
    RuntimeMetrics meters =
        (RuntimeMetrics)
            Proxy.newProxyInstance(
                RuntimeMetrics.class.getClassLoader(),
                new Class<?>[] {RuntimeMetrics.class},
                (proxy, method, arguments) -> {
                  outcomes.add(method.getName() + " " + arguments[0] + " " + arguments[1]);
                  return null;
                });
    return new KmsMetrics(meters, Tracing.NONE);
  }

  @Test
  void an_interceptor_sees_the_operation_the_key_and_the_stream_of_each_call() {
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
    InterceptedKms kms = new InterceptedKms(kms(), interceptor);
    assertThat(callAll(kms)).allMatch(answer::equals);
    kms.close();
    assertThat(reached)
        .containsExactly(
            "describeKey",
            "awsOwnedKey",
            "createGrant",
            "generateDataKey",
            "decrypt",
            "canUseDataKeys",
            "retireGrant",
            "close");
    Optional<StreamArn> stream = Optional.of(STREAM);
    assertThat(seen)
        .containsExactly(
            new KmsInterceptor.Call("DescribeKey", KEY, Optional.empty()),
            new KmsInterceptor.Call("DescribeKey", "aws-owned", Optional.empty()),
            new KmsInterceptor.Call("CreateGrant", KEY, stream),
            new KmsInterceptor.Call("GenerateDataKey", KEY, stream),
            new KmsInterceptor.Call("Decrypt", KEY, stream),
            new KmsInterceptor.Call("CallerPermissions", KEY, stream),
            new KmsInterceptor.Call("RetireGrant", KEY, stream));
    assertThat(seen.get(2).resources()).containsExactly(KEY, STREAM.toString());
  }

  @Test
  void a_fault_is_the_answer_to_an_operation_and_kms_is_not_called() {
    failAllOperations();
    KmsPort kms = new InterceptedKms(kms(), new KmsFaults(faults));
    assertThat(kms.describeKey(CALLER, KEY).toCompletableFuture().join())
        .isEqualTo(Reply.failure(Faults.ERROR));
    assertThat(reached).isEmpty();
  }

  @Test
  void no_fault_applies_to_the_check_of_permissions_which_is_no_operation_of_kms() {
    failAllOperations();
    answer = CompletableFuture.completedFuture(Reply.success(new NoOutput()));
    KmsPort kms = new InterceptedKms(kms(), new KmsFaults(faults));
    assertThat(kms.canUseDataKeys(CALLER, List.of(), KEY, STREAM)).isEqualTo(answer);
    assertThat(faults.list().get(0).applied()).isZero();
  }

  @Test
  void a_call_that_no_fault_concerns_reaches_kms() {
    faults.add(Faults.on(Fault.Service.KMS, "Decrypt", 1));
    KmsPort kms = new InterceptedKms(kms(), new KmsFaults(faults));
    assertThat(kms.describeKey(CALLER, KEY).toCompletableFuture().join())
        .isEqualTo(Reply.success(KEY));
  }

  @Test
  void each_call_is_counted_under_its_outcome() {
    List<String> outcomes = new ArrayList<>();
    KmsPort kms = new InterceptedKms(kms(), metrics(outcomes));
    List<CompletionStage<?>> calls = new ArrayList<>();
    calls.add(kms.describeKey(CALLER, KEY));
    answer =
        CompletableFuture.completedFuture(
            Reply.failure(new ServiceError("DisabledException", "disabled")));
    calls.add(kms.decrypt(CUSTOMER, KEY, Bytes.EMPTY, STREAM));
    answer = CompletableFuture.failedFuture(new IllegalStateException("KMS is away"));
    calls.add(kms.retireGrant(KEY, "grant", STREAM));
    assertThat(calls.get(2).toCompletableFuture()).isCompletedExceptionally();
    assertThat(outcomes)
        .containsExactly(
            "kmsCall DescribeKey OK",
            "kmsCall Decrypt DisabledException",
            "kmsCall RetireGrant NoAnswer");
  }
}
