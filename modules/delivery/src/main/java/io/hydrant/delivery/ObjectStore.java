package io.hydrant.delivery;

import java.util.Optional;

/** The store that objects are delivered to. */
public interface ObjectStore {
  /**
   * Writes an object, or replaces it by the same bytes.
   *
   * @param contentEncoding the object's Content-Encoding; empty for none
   * @throws DeliveryException with a sentence that says what to do
   */
  void put(String bucket, String key, byte[] body, Optional<String> contentEncoding);

  /** Writes an object without a Content-Encoding. */
  default void put(String bucket, String key, byte[] body) {
    put(bucket, key, body, Optional.empty());
  }
}
