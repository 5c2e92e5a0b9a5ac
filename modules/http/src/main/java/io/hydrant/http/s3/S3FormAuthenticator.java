package io.hydrant.http.s3;

import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.identity.Credentials;
import io.hydrant.http.auth.identity.Secret;
import io.hydrant.http.auth.signature.CredentialScope;
import io.hydrant.http.auth.signature.S3FormSignature;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.form.FormAuthenticator;
import io.hydrant.s3.form.FormFields;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/**
 * Finds the caller of a form from its fields, and verifies the signature of its policy where the
 * settings say so.
 */
final class S3FormAuthenticator implements FormAuthenticator {
  private static final String POLICY = "policy";
  private static final String TOKEN = "x-amz-security-token";

  private final S3Callers callers;
  private final boolean signatures;

  /**
   * @param signatures whether signatures are verified
   */
  S3FormAuthenticator(S3Callers callers, boolean signatures) {
    this.callers = callers;
    this.signatures = signatures;
  }

  @Override
  public Optional<Caller> caller(FormFields fields) {
    if (fields.first("x-amz-signature").or(() -> fields.first("x-amz-credential")).isPresent()) {
      return Optional.of(fourth(fields));
    }
    if (fields.first(POLICY).isEmpty() && fields.first("AWSAccessKeyId").isEmpty()) {
      return callers.anonymous();
    }
    return Optional.of(second(fields));
  }

  private Caller fourth(FormFields fields) {
    Matcher credential = PresignedAddress.CREDENTIAL.matcher(fields.required("x-amz-credential"));
    String policy = fields.required(POLICY);
    String signature = fields.required("x-amz-signature");
    String date = fields.required("x-amz-date");
    String algorithm = fields.required("x-amz-algorithm");
    if (!algorithm.equals("AWS4-HMAC-SHA256")) {
      throw S3Errors.invalidArgument(
              "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"",
              "X-Amz-Algorithm",
              algorithm)
          .exception();
    }
    if (!credential.matches() || !date.startsWith(credential.group(2))) {
      throw S3Errors.invalidArgument(
              "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed;"
                  + " expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
              "X-Amz-Credential",
              fields.required("x-amz-credential"))
          .exception();
    }
    CredentialScope scope =
        new CredentialScope(
            credential.group(2), credential.group(3), "s3", CredentialScope.TERMINATOR);
    Credentials found = callers.find(credential.group(1), fields.first(TOKEN), credential.group(3));
    verify(found, secret -> S3FormSignature.verify(policy, scope, signature, secret));
    return found.caller();
  }

  private Caller second(FormFields fields) {
    String accessKeyId = fields.required("AWSAccessKeyId");
    String policy = fields.required(POLICY);
    String signature = fields.required("signature");
    Credentials found = callers.find(accessKeyId, fields.first(TOKEN), S3Callers.DEFAULT_REGION);
    verify(found, secret -> S3FormSignature.verifyVersion2(policy, signature, secret));
    return found.caller();
  }

  private void verify(Credentials found, Consumer<String> verification) {
    if (signatures) {
      found.secret().map(Secret::value).ifPresent(verification);
    }
  }
}
