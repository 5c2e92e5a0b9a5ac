package io.hydrant.delivery;

/** Where objects go. */
public interface ObjectStore {
  /**
   * Writes an object, or replaces it by the same bytes.
   *
   * @throws DeliveryException with a sentence that says what to do
   */
  void put(String bucket, String key, byte[] body);
}
