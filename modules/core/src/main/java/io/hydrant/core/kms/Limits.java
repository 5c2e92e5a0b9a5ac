package io.hydrant.core.kms;

/** Every number of the KMS API that the rules use. */
public final class Limits {
  public static final int DELETION_DAYS_MIN = 7;

  /** ScheduleKeyDeletion: "between 7 and 30, inclusive"; 30 without a value. */
  public static final int DELETION_DAYS_DEFAULT = 30;

  public static final int LIST_LIMIT_DEFAULT = 100;
  public static final int LIST_GRANTS_LIMIT_DEFAULT = 50;
  public static final int TAGS_MAX = 50;

  private Limits() {}
}
