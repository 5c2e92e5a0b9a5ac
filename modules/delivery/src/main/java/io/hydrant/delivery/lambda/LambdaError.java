package io.hydrant.delivery.lambda;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The errors of invocations that Firehose knows, with its codes: AWS documentation, page
 * monitoring-with-cloudwatch-logs.
 */
enum LambdaError {
  RESOURCE_NOT_FOUND(
      "ResourceNotFound",
      "The specified Lambda function does not exist. Use a different function that does exist."),
  INVOKE_ACCESS_DENIED(
      "InvokeAccessDenied",
      "Access was denied. Ensure that the access policy allows access to the Lambda function."),
  INVALID_SECURITY_TOKEN(
      "InvalidSecurityToken",
      "Cannot invoke Lambda function due to invalid security token. Cross partition Lambda"
          + " invocation is not supported."),
  INVOKE_LIMIT_EXCEEDED(
      "InvokeLimitExceeded",
      "The Lambda concurrent execution limit is exceeded. Increase the concurrent execution"
          + " limit."),
  FUNCTION_TIMED_OUT(
      "FunctionTimedOut",
      "The Lambda function invocation timed out. Increase the Timeout setting in the Lambda"
          + " function."),
  FUNCTION_REQUEST_TIMED_OUT(
      "FunctionRequestTimedOut",
      "Firehose encountered timeout errors when calling AWS Lambda. The maximum supported function"
          + " timeout is 5 minutes."),
  TARGET_SERVER_FAILED_TO_RESPOND(
      "TargetServerFailedToRespond",
      "Amazon Data Firehose encountered Target server failed to respond error when calling the AWS"
          + " Lambda service."),
  INVALID_ZIP_FILE(
      "InvalidZipFileException",
      "Amazon Data Firehose encountered InvalidZipFileException when calling the AWS Lambda"
          + " service. Check your Lambda function configuration settings and the Lambda code zip"
          + " file."),
  INTERNAL_SERVER_ERROR(
      "InternalServerError",
      "Amazon Data Firehose encountered InternalServerError when calling the AWS Lambda service."),
  SERVICE_UNAVAILABLE(
      "ServiceUnavailable",
      "Amazon Data Firehose encountered ServiceUnavailable when calling the AWS Lambda service."),
  INVALID_SUBNET_ID(
      "InvalidSubnetIDException",
      "The specified subnet ID in the Lambda function VPC configuration is invalid. Ensure that the"
          + " subnet ID is valid."),
  INVALID_SECURITY_GROUP_ID(
      "InvalidSecurityGroupIDException",
      "The specified security group ID in the Lambda function VPC configuration is invalid. Ensure"
          + " that the security group ID is valid."),
  SUBNET_IP_ADDRESS_LIMIT_REACHED(
      "SubnetIPAddressLimitReachedException",
      "AWS Lambda was not able to set up the VPC access for the Lambda function because one or more"
          + " configured subnets have no available IP addresses. Increase the IP address limit."),
  ENI_LIMIT_REACHED(
      "ENILimitReachedException",
      "AWS Lambda was not able to create an Elastic Network Interface (ENI) in the VPC, specified as"
          + " part of the Lambda function configuration, because the limit for network interfaces"
          + " has been reached. Increase the network interface limit."),
  ASSUME_ROLE_ACCESS_DENIED(
      "AssumeRoleAccessDenied",
      "Access was denied. Ensure that the trust policy for the provided IAM role allows Amazon Data"
          + " Firehose to assume the role."),
  FUNCTION_ERROR(
      "FunctionError",
      "The Lambda function was successfully invoked but it returned an error result."),
  JSON_MAPPING(
      "JsonMappingException",
      "There was an error parsing returned records from the Lambda function. Ensure that data field"
          + " is base-64 encoded."),
  JSON_PROCESSING(
      "JsonProcessingException",
      "There was an error parsing returned records from the Lambda function. Ensure that the"
          + " returned records follow the status model required by Firehose."),
  INVOCATION_FAILURE(
      "InvocationFailure", "Amazon Data Firehose encountered errors when calling AWS Lambda.");

  /** The exceptions of Lambda's API that have other names than Firehose's codes. */
  private static final Map<String, LambdaError> EXCEPTIONS =
      Map.ofEntries(
          entry("ResourceNotFoundException", RESOURCE_NOT_FOUND),
          entry("AccessDeniedException", INVOKE_ACCESS_DENIED),
          entry("UnrecognizedClientException", INVALID_SECURITY_TOKEN),
          entry("InvalidClientTokenId", INVALID_SECURITY_TOKEN),
          entry("InvalidSignatureException", INVALID_SECURITY_TOKEN),
          entry("SignatureDoesNotMatch", INVALID_SECURITY_TOKEN),
          entry("ExpiredTokenException", INVALID_SECURITY_TOKEN),
          entry("MissingAuthenticationTokenException", INVALID_SECURITY_TOKEN),
          entry("TooManyRequestsException", INVOKE_LIMIT_EXCEEDED),
          entry("ThrottlingException", INVOKE_LIMIT_EXCEEDED),
          entry("ServiceException", INTERNAL_SERVER_ERROR),
          entry("ServiceUnavailableException", SERVICE_UNAVAILABLE));

  private final String code;
  private final String message;

  LambdaError(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** Returns the code without {@code Lambda.} before it. */
  String code() {
    return code;
  }

  String message() {
    return message;
  }

  /** Finds an error by an exception of Lambda's API or by its own code. */
  static Optional<LambdaError> named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.code.equals(name))
        .findFirst()
        .or(() -> Optional.ofNullable(EXCEPTIONS.get(name)));
  }

  /** Returns the error of an answer that names no exception. */
  static LambdaError ofStatus(int status) {
    return switch (status) {
      case 403 -> INVOKE_ACCESS_DENIED;
      case 404 -> RESOURCE_NOT_FOUND;
      case 429 -> INVOKE_LIMIT_EXCEEDED;
      case 500 -> INTERNAL_SERVER_ERROR;
      case 503 -> SERVICE_UNAVAILABLE;
      case 504 -> FUNCTION_REQUEST_TIMED_OUT;
      default -> INVOCATION_FAILURE;
    };
  }
}
