package io.hydrant.delivery;

/** The store that objects are delivered to. */
@FunctionalInterface
public interface ObjectStore {
  /**
   * Writes an object, or replaces it by the same bytes.
   *
   * @throws DeliveryException with a sentence that says what to do
   */
  void put(ObjectWrite object, byte[] body);
}
