package io.hydrant.runtime.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.delivery.DeliveryException;
import io.hydrant.delivery.lambda.LambdaFailure;
import io.hydrant.delivery.lambda.LambdaFunctions;
import io.hydrant.delivery.processing.ProcessorFaults;
import io.hydrant.runtime.clock.ServiceClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of Lambda functions and of processors. */
class DeliveryFaultsTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:f:live";
  private static final Caller ROLE = Caller.root("000000000000", "us-east-1");
  private static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));

  private final FaultInjector faults = new FaultInjector(new ServiceClock());
  private final LambdaFunctions functions =
      new FaultInjectingLambdaFunctions((arn, role, event) -> event, faults);
  private final ProcessorFaults processors = new InjectedProcessorFaults(faults);

  @ParameterizedTest
  @CsvSource({
    "TooManyRequestsException, Lambda.InvokeLimitExceeded",
    "InvokeAccessDenied, Lambda.InvokeAccessDenied",
    "Lambda.FunctionError, Lambda.FunctionError",
    "NoSuchThing, Lambda.InvocationFailure",
  })
  void an_invocation_fails_with_the_code_of_firehose(String given, String code) throws Exception {
    faults.add(fault(Fault.Service.LAMBDA, "Invoke", "f", error(given, Optional.empty())));
    assertThat(failure().code()).isEqualTo(code);
    assertThat(functions.invoke(FUNCTION, ROLE, new byte[1])).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"f", "f:live", "arn:aws:lambda:us-east-1:000000000000:function:f", FUNCTION})
  void a_function_is_named_with_or_without_its_qualifier(String name) {
    faults.add(fault(Fault.Service.LAMBDA, "*", name, error("ServiceException", Optional.empty())));
    assertThat(failure().code()).isEqualTo("Lambda.InternalServerError");
  }

  @Test
  void a_fault_on_another_function_does_not_apply() throws Exception {
    faults.add(fault(Fault.Service.LAMBDA, "*", "g", error("ServiceException", Optional.empty())));
    assertThat(functions.invoke(FUNCTION, ROLE, new byte[1])).hasSize(1);
  }

  @Test
  void an_unreachable_function_does_not_respond() {
    faults.add(fault(Fault.Service.LAMBDA, "Invoke", "f", unreachable()));
    assertThat(failure().code()).isEqualTo("Lambda.TargetServerFailedToRespond");
  }

  @Test
  void all_records_fail_at_a_processor() {
    faults.add(
        fault(
            Fault.Service.PROCESSOR,
            "MetadataExtraction",
            "orders",
            error("Some.Code", Optional.empty())));
    assertThat(processors.on("Decompression", STREAM)).isEmpty();
    ProcessorFaults.Failure failure = processors.on("MetadataExtraction", STREAM).orElseThrow();
    assertThat(failure.code()).isEqualTo("Some.Code");
    assertThat(failure.message()).isEqualTo("by the test");
    assertThat(IntStream.range(0, 10).filter(failure.places()).count()).isEqualTo(10);
    assertThat(processors.on("MetadataExtraction", STREAM)).isEmpty();
  }

  @Test
  void a_share_of_the_records_fails_at_a_processor() {
    faults.add(fault(Fault.Service.PROCESSOR, "*", "orders", error("Some.Code", Optional.of(0.2))));
    ProcessorFaults.Failure failure = processors.on("Lambda", STREAM).orElseThrow();
    assertThat(IntStream.range(0, 10).filter(failure.places()).count()).isEqualTo(2);
  }

  @Test
  void records_fail_at_an_unreachable_processor() {
    faults.add(fault(Fault.Service.PROCESSOR, "Lambda", "orders", unreachable()));
    assertThat(processors.on("Lambda", STREAM).orElseThrow().code())
        .isEqualTo("ServiceUnavailableException");
  }

  @Test
  void a_node_that_stops_during_a_delay_gives_no_record_up() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> BlockingFaults.await(new CompletableFuture<>()))
        .isInstanceOf(DeliveryException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private LambdaFailure failure() {
    LambdaFailure failure =
        catchThrowableOfType(
            LambdaFailure.class, () -> functions.invoke(FUNCTION, ROLE, new byte[0]));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static Fault.Effect error(String code, Optional<Double> share) {
    return new Fault.Effect(
        Duration.ZERO, false, Optional.of(new ServiceError(code, "by the test")), share);
  }

  private static Fault.Effect unreachable() {
    return new Fault.Effect(Duration.ZERO, true, Optional.empty(), Optional.empty());
  }

  /** Returns a fault that applies once. */
  private static Fault fault(
      Fault.Service service, String operation, String on, Fault.Effect effect) {
    return new Fault(
        "", service, operation, Optional.of(on), Optional.empty(), Optional.of(1), 0, effect);
  }
}
