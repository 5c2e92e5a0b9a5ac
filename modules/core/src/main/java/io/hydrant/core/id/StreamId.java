package io.hydrant.core.id;

/**
 * Ids of entities, made of characters that need no escaping: {@code ACCOUNT/REGION/NAME}, with
 * {@code /GENERATION} where each stream of a name has an entity of its own.
 */
public final class StreamId {
  private StreamId() {}

  public static String of(StreamArn arn) {
    return arn.account() + "/" + arn.region() + "/" + arn.name();
  }

  public static String of(StreamArn arn, int generation) {
    return of(arn) + "/" + generation;
  }

  /** The id of the stream with that ARN in its text form. */
  public static String ofArn(String arn) {
    String[] parts = arn.split(":", 6);
    return parts[4] + "/" + parts[3] + "/" + parts[5].substring(parts[5].indexOf('/') + 1);
  }

  public static String directory(Caller caller) {
    return caller.account() + "/" + caller.region();
  }

  public static String directory(StreamArn arn) {
    return arn.account() + "/" + arn.region();
  }

  /** The id of the stream with that name in the directory with that id. */
  public static String inDirectory(String directoryId, String name) {
    return directoryId + "/" + name;
  }

  /** The number of the stream among those of its name, of an id that has one. */
  public static int generation(String entityId) {
    return Integer.parseInt(entityId.split("/", -1)[3]);
  }

  /** The ARN of the stream that an id belongs to, with or without a generation. */
  public static StreamArn arn(String entityId) {
    String[] parts = entityId.split("/", -1);
    return new StreamArn(parts[1], parts[0], new StreamName(parts[2]));
  }
}
