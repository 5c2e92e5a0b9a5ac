package io.hydrant.runtime.storage;

/**
 * A lock in the storage that all nodes share. Members of a cluster hold it together. A node founds
 * a cluster only where no other node is a member: a node that was cut off cannot know whether the
 * others are gone, and would become a second cluster that writes to the same journal.
 */
public interface ClusterLock extends AutoCloseable {
  /** The lock of a node that works alone. */
  ClusterLock ALONE =
      new ClusterLock() {
        @Override
        public boolean tryExclusive() {
          return true;
        }

        @Override
        public void holdShared() {}

        @Override
        public void close() {}
      };

  /**
   * Takes the lock exclusively; false while any other node holds it. Its holder may found a
   * cluster.
   */
  boolean tryExclusive();

  /** Holds the lock together with all other members: no node founds a cluster meanwhile. */
  void holdShared();

  /** Releases the lock: this node is no longer a member. */
  @Override
  void close();
}
