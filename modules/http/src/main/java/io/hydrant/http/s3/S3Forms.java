package io.hydrant.http.s3;

import io.hydrant.s3.form.FormErrors;
import io.hydrant.s3.form.FormRequest;
import io.hydrant.s3.message.S3Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Tells requests that upload forms from all others. */
final class S3Forms {
  private static final Pattern FORM =
      Pattern.compile(
          "multipart/form-data *;.*boundary=\"?([^\";,]{1,200})\"?.*", Pattern.CASE_INSENSITIVE);

  private S3Forms() {}

  /**
   * Returns the form that a request uploads; empty where it is another request.
   *
   * @throws io.hydrant.s3.error.S3Exception PreconditionFailed for a POST to a bucket that means
   *     nothing else and is no form
   */
  static Optional<FormRequest> of(HttpRequest http, S3Request head) {
    boolean onBucket = head.target().bucket().isPresent() && head.target().key().isEmpty();
    if (!head.method().equals("POST") || !onBucket || head.query().has("delete")) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(head.headers().first("Content-Type").orElse(""));
    if (!form.matches()) {
      throw FormErrors.notAForm().exception();
    }
    return Optional.of(new FormRequest(head, form.group(1).strip(), address(http, head)));
  }

  private static String address(HttpRequest http, S3Request head) {
    String host = S3Requests.host(http);
    String root = http.getUri().getScheme() + "://" + host;
    return S3Targets.ofHost(host).isPresent()
        ? root
        : root + "/" + head.target().bucket().orElse("");
  }
}
