package io.hydrant.server;

import io.hydrant.runtime.ActorRuntime;
import io.hydrant.runtime.RuntimeSettings;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.storage.Storage;
import io.hydrant.runtime.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops the runtime of a node. A reset starts it empty; it is restarted when the cluster
 * has downed the node because the other nodes could not reach it.
 */
final class RuntimeSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuntimeSupervisor.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RuntimeSettings settings;
  private final Storage storage;
  private final ServiceClock clock;
  private final Consumer<Optional<ActorRuntime>> listener;
  private volatile boolean closed;
  private volatile Optional<Thread> rejoining = Optional.empty();
  private Optional<ActorRuntime> runtime = Optional.empty();

  /** Deletes further state while no runtime runs. */
  interface Deletion {
    void run() throws IOException;
  }

  /**
   * @param listener receives the runtime that answers calls; empty while there is none
   */
  RuntimeSupervisor(
      RuntimeSettings settings,
      Storage storage,
      ServiceClock clock,
      Consumer<Optional<ActorRuntime>> listener) {
    this.settings = settings;
    this.storage = storage;
    this.clock = clock;
    this.listener = listener;
  }

  synchronized void start() throws NodeStartException {
    try {
      storage.prepare();
      storage.bindRootKey(settings.rootKey().fingerprint());
      ActorRuntime started = ActorRuntime.start(settings, clock, storage.clusterLock());
      runtime = Optional.of(started);
      listener.accept(runtime);
      started.whenTerminated().thenRun(() -> rejoinAfter(started));
    } catch (StorageException e) {
      throw new NodeStartException(e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new NodeStartException("The node did not start in time; see its log.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeStartException("The start was interrupted.", e);
    }
  }

  /** Starts the entities of an imported journal, if one was imported. */
  synchronized void startImportedEntities(Path data) {
    runtime.ifPresent(running -> ImportedEntityStarter.afterImport(data, storage, running));
  }

  /** Stops the runtime, deletes all its state, and starts it again. */
  synchronized void startEmpty(Deletion others) throws IOException, NodeStartException {
    stop();
    storage.empty();
    others.run();
    clock.reset();
    start();
  }

  private synchronized void stop() {
    listener.accept(Optional.empty());
    Optional<ActorRuntime> running = runtime;
    runtime = Optional.empty();
    running.ifPresent(ActorRuntime::close);
    // Entities that were stopped at once have not reported it.
    settings.meters().allEntitiesStopped();
  }

  private void rejoinAfter(ActorRuntime lost) {
    Thread thread = new Thread(() -> rejoin(lost), "rejoin");
    rejoining = Optional.of(thread);
    thread.start();
  }

  private synchronized void rejoin(ActorRuntime lost) {
    if (runtime.filter(lost::equals).isEmpty()) {
      return;
    }
    LOG.warn("The cluster has downed this node; it rejoins");
    stop();
    while (!closed) {
      try {
        start();
        LOG.info("The node has rejoined the cluster");
        return;
      } catch (NodeStartException e) {
        LOG.warn("The node cannot rejoin the cluster yet: {}", e.getMessage());
      }
      try {
        wait(PAUSE.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    rejoining.ifPresent(Thread::interrupt);
    stop();
  }
}
