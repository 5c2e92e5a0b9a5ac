package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.net.URI;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.model.KmsException;

class KmsAnswersTest {
  private final KmsAnswers answers = new KmsAnswers(URI.create("http://kms.example"));

  @Test
  void an_error_of_kms_is_a_refusal_in_its_words() {
    assertThat(answers.reply(null, new CompletionException(error(400, "DisabledException"))))
        .isEqualTo(Reply.failure(new ServiceError("DisabledException", "Sorry.")));
  }

  @Test
  void what_passes_is_no_refusal() {
    for (String code :
        new String[] {
          "ThrottlingException",
          "KMSInternalException",
          "DependencyTimeoutException",
          "KeyUnavailableException"
        }) {
      assertUnavailable(error(400, code));
    }
    assertUnavailable(error(500, "AnythingException"));
  }

  @Test
  void silence_and_answers_without_a_code_are_no_refusal() {
    assertUnavailable(SdkClientException.create("Connection refused"));
    assertUnavailable(KmsException.builder().statusCode(404).build());
  }

  private void assertUnavailable(Exception failure) {
    assertThatThrownBy(() -> answers.reply(null, failure))
        .isInstanceOf(KmsUnavailableException.class)
        .hasMessageStartingWith("KMS at http://kms.example did not answer: ");
  }

  private static KmsException error(int status, String code) {
    return (KmsException)
        KmsException.builder()
            .statusCode(status)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage("Sorry.").build())
            .build();
  }
}
