package io.hydrant.s3.form;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The policy of a form: what it may upload, and until when. */
record PostPolicy(Instant expiration, List<PostCondition> conditions) {
  /** Fields that no condition needs to name. */
  private static final Set<String> FREE =
      Set.of("awsaccesskeyid", "signature", "policy", "x-amz-signature", "file");

  private static final String IGNORED = "x-ignore-";

  PostPolicy {
    conditions = List.copyOf(conditions);
  }

  /**
   * Checks a form.
   *
   * @throws io.hydrant.s3.error.S3Exception AccessDenied
   */
  void check(FormFields fields, String bucket, Instant now) {
    if (!now.isBefore(expiration)) {
      throw FormErrors.against("Policy expired.").exception();
    }
    for (PostCondition condition : conditions) {
      if (!holds(condition, fields, bucket)) {
        throw FormErrors.against("Policy Condition failed: " + condition.text()).exception();
      }
    }
    for (FormFields.Field field : fields.all()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      boolean named = conditions.stream().anyMatch(condition -> condition.field().equals(name));
      if (!named && !FREE.contains(name) && !name.startsWith(IGNORED)) {
        throw FormErrors.against("Extra input fields: " + name).exception();
      }
    }
  }

  /**
   * A condition holds for every value of its field: repeated metadata is stored with all its
   * values. The bucket is what the address names, whatever a field says.
   */
  private static boolean holds(PostCondition condition, FormFields fields, String bucket) {
    List<String> values =
        condition.field().equals("bucket") ? List.of(bucket) : fields.values(condition.field());
    return values.isEmpty()
        ? condition.holds(Optional.empty())
        : values.stream().map(Optional::of).allMatch(condition::holds);
  }

  /**
   * Checks the size of the file, which may be known in part.
   *
   * @throws io.hydrant.s3.error.S3Exception EntityTooLarge or EntityTooSmall
   */
  void checkSize(long size, boolean whole) {
    conditions.forEach(condition -> condition.checkSize(size, whole));
  }
}
