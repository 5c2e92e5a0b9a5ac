package io.hydrant.s3.form;

import io.hydrant.core.id.Caller;
import java.util.Optional;

/** Finds the caller that signed the policy of a form. */
@FunctionalInterface
public interface FormAuthenticator {
  /**
   * @return empty for an anonymous caller
   * @throws io.hydrant.s3.error.S3Exception where the form is not signed as it must be
   */
  Optional<Caller> caller(FormFields fields);
}
