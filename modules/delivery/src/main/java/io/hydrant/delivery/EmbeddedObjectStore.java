package io.hydrant.delivery;

import java.util.Optional;

/**
 * Writes objects to the embedded S3. The embedded S3 refuses keys that begin with a slash, which S3
 * accepts, so this class removes the slash.
 *
 * @param store the embedded S3 by its endpoint
 */
public record EmbeddedObjectStore(ObjectStore store) implements ObjectStore {
  @Override
  public void put(String bucket, String key, byte[] body, Optional<String> contentEncoding) {
    store.put(bucket, stored(key), body, contentEncoding);
  }

  private static String stored(String key) {
    int start = 0;
    while (start < key.length() && key.charAt(start) == '/') {
      start++;
    }
    return key.substring(start);
  }
}
