/** LevelDB or PostgreSQL as the journal, and the lock that a cluster holds. */
package io.hydrant.runtime.storage;
