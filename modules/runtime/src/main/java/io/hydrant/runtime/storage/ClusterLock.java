package io.hydrant.runtime.storage;

/**
 * Tells through a place that all nodes share which of them are there. A node founds a cluster only
 * where no other is a member of one: a node that was cut off from the others cannot tell by itself
 * whether they are gone, and would become a second cluster that writes the same histories.
 */
public interface ClusterLock extends AutoCloseable {
  /** Of a node that has no others. */
  ClusterLock ALONE =
      new ClusterLock() {
        @Override
        public boolean mayFound() {
          return true;
        }

        @Override
        public void isMember() {}

        @Override
        public void close() {}
      };

  /** Whether no node is a member; if so, no other may found a cluster while this one does. */
  boolean mayFound();

  /** From now on this node is one; others join it, and found nothing. */
  void isMember();

  /** This node is no member any more. */
  @Override
  void close();
}
