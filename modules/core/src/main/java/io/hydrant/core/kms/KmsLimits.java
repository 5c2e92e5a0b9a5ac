package io.hydrant.core.kms;

import java.time.Duration;

/** The numbers of the KMS contract. */
public final class KmsLimits {
  /** ScheduleKeyDeletion: "a value between 7 and 30, inclusive", 30 where none is given. */
  public static final int MIN_DELETION_DAYS = 7;

  public static final int MAX_DELETION_DAYS = 30;
  public static final int DEFAULT_DELETION_DAYS = 30;

  /** Encrypt: up to 4,096 bytes with a symmetric key. */
  public static final int PLAINTEXT_BYTES = 4096;

  /** GenerateDataKey: NumberOfBytes is 1 to 1024. */
  public static final int DATA_KEY_BYTES = 1024;

  /** Tags on one key (TagResource: 50 tags a resource). */
  public static final int TAGS = 50;

  /** Grants on one key (Quotas: grants per KMS key). */
  public static final int GRANTS = 50_000;

  /** ListKeys: 100 where no limit is given, at most 1000. */
  public static final int LIST_KEYS_DEFAULT = 100;

  public static final int LIST_KEYS_MAX = 1000;

  /** ListAliases and ListGrants: 50 where no limit is given, at most 100. */
  public static final int LIST_DEFAULT = 50;

  public static final int LIST_MAX = 100;

  /** ListResourceTags: at most 50. */
  public static final int LIST_TAGS_MAX = 50;

  /** EnableKeyRotation: 365 days where no period is given. */
  public static final int DEFAULT_ROTATION_DAYS = 365;

  /** RotateKeyOnDemand: ten times a key (Quotas: on-demand rotations per key). */
  public static final int ON_DEMAND_ROTATIONS = 10;

  static final Duration DAY = Duration.ofDays(1);

  private KmsLimits() {}
}
