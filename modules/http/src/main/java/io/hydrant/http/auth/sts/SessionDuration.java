package io.hydrant.http.auth.sts;

import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.util.Optional;

/** The lifetime of credentials: DurationSeconds within its limits. */
record SessionDuration(int least, int most, int standard) {
  private static final String MEMBER = "durationSeconds";

  Reply<Duration> of(Form form) {
    Optional<String> text = form.text("DurationSeconds");
    if (text.isEmpty()) {
      return Reply.success(Duration.ofSeconds(standard));
    }
    try {
      return within(Integer.parseInt(text.get()));
    } catch (NumberFormatException notANumber) {
      return Reply.failure(
          StsErrors.constraint("Value at '" + MEMBER + "'", "Member must be an integer"));
    }
  }

  private Reply<Duration> within(int seconds) {
    String subject = "Value '" + seconds + "' at '" + MEMBER + "'";
    if (seconds < least) {
      return Reply.failure(
          StsErrors.constraint(
              subject, "Member must have value greater than or equal to " + least));
    }
    return seconds > most
        ? Reply.failure(
            StsErrors.constraint(subject, "Member must have value less than or equal to " + most))
        : Reply.success(Duration.ofSeconds(seconds));
  }
}
