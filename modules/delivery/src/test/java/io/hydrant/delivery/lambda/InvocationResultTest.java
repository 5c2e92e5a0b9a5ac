package io.hydrant.delivery.lambda;

import static io.hydrant.delivery.lambda.Invocations.atEmulator;
import static io.hydrant.delivery.lambda.Invocations.atService;
import static io.hydrant.delivery.lambda.Invocations.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of Firehose for what Lambda, or a runtime interface emulator, answers. */
class InvocationResultTest {
  @ParameterizedTest
  @CsvSource({
    "404, ResourceNotFoundException:http://internal.amazon.com/coral/, Lambda.ResourceNotFound",
    "403, AccessDeniedException, Lambda.InvokeAccessDenied",
    "403, UnrecognizedClientException, Lambda.InvalidSecurityToken",
    "403, ExpiredTokenException, Lambda.InvalidSecurityToken",
    "429, TooManyRequestsException, Lambda.InvokeLimitExceeded",
    "502, InvalidZipFileException, Lambda.InvalidZipFileException",
    "502, ENILimitReachedException, Lambda.ENILimitReachedException",
    "502, InvalidSubnetIDException, Lambda.InvalidSubnetIDException",
    "500, ServiceException, Lambda.InternalServerError",
    "400, InvalidRequestContentException, Lambda.InvocationFailure",
    "404, '', Lambda.ResourceNotFound",
    "403, '', Lambda.InvokeAccessDenied",
    "429, '', Lambda.InvokeLimitExceeded",
    "500, '', Lambda.InternalServerError",
    "503, '', Lambda.ServiceUnavailable",
    "504, '', Lambda.FunctionRequestTimedOut",
    "302, '', Lambda.InvocationFailure",
  })
  void a_refusal_has_the_code_of_firehose(int status, String exception, String code)
      throws Exception {
    Map<String, String> header =
        exception.isEmpty() ? Map.of() : Map.of("X-Amzn-ErrorType", exception);
    try (LambdaStub lambda = LambdaStub.answering(status, "no JSON", header)) {
      assertThat(failure(atService(lambda)).code()).isEqualTo(code);
      assertThat(failure(atEmulator(lambda)).code())
          .isEqualTo(status == 502 ? "Lambda.FunctionError" : code);
    }
  }

  @Test
  void an_exception_in_the_body_counts_like_one_in_the_header() throws Exception {
    try (LambdaStub lambda =
        LambdaStub.answering(
            400, "{\"__type\":\"com.amazonaws#TooManyRequestsException\"}", Map.of())) {
      assertThat(failure(atService(lambda)).code()).isEqualTo("Lambda.InvokeLimitExceeded");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"errorMessage\":\"No.\",\"errorType\":\"Error\"} | The Lambda function was successfully invoked",
        "{\"errorMessage\":\"RequestId: 7 Error: Task timed out after 3.00 seconds\"} | Check your function",
        "{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\"x\"} | Check your function"
      })
  void a_header_says_that_the_function_threw(String body, String message) throws Exception {
    try (LambdaStub lambda =
        LambdaStub.answering(200, body, Map.of("X-Amz-Function-Error", "Unhandled"))) {
      LambdaFailure failure = failure(atService(lambda));
      assertThat(failure.code()).isEqualTo("Lambda.FunctionError");
      assertThat(failure).hasMessageStartingWith(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"errorMessage\":\"No.\",\"errorType\":\"Error\",\"stackTrace\":[]} | The Lambda function was successfully invoked",
        "502 | {\"errorMessage\":\"exit status 1\",\"errorType\":\"Runtime.ExitError\"} | The Lambda function was successfully invoked",
        "200 | Task timed out after 3.00 seconds | Check your function"
      })
  void an_emulator_says_in_the_body_that_the_function_threw(int status, String body, String message)
      throws Exception {
    try (LambdaStub emulator = LambdaStub.answering(status, body, Map.of())) {
      LambdaFailure failure = failure(atEmulator(emulator));
      assertThat(failure.code()).isEqualTo("Lambda.FunctionError");
      assertThat(failure).hasMessageStartingWith(message);
    }
  }
}
