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
 * A node's engine, which the door may outlive: it is started, started empty by a reset, and started
 * again when it has stopped by itself, because the other nodes could not reach it and gave it up.
 */
final class RuntimeSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuntimeSupervisor.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RuntimeSettings settings;
  private final Storage storage;
  private final ServiceClock clock;
  private final Consumer<Optional<ActorRuntime>> listener;
  private volatile boolean closed;
  private volatile Optional<Thread> returning = Optional.empty();
  private Optional<ActorRuntime> engine = Optional.empty();

  /** What is to be deleted while no engine runs. */
  interface Deletion {
    void run() throws IOException;
  }

  /**
   * @param listener receives the engine that calls go to; empty while there is none
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
      ActorRuntime started = ActorRuntime.start(settings, clock, storage.presence());
      engine = Optional.of(started);
      listener.accept(engine);
      started.whenTerminated().thenRun(() -> returnAfter(started));
    } catch (StorageException e) {
      throw new NodeStartException(e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new NodeStartException("The node did not get up in time; see its log.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeStartException("The start was interrupted.", e);
    }
  }

  /** Wakes what an imported journal holds, if one was imported. */
  synchronized void awakenAfterImport(Path data) {
    engine.ifPresent(running -> ImportedEntityStarter.afterImport(data, storage, running));
  }

  /** Stops the engine, deletes all that it knew, starts it again. */
  synchronized void startEmpty(Deletion others) throws IOException, NodeStartException {
    stop();
    storage.empty();
    others.run();
    clock.reset();
    start();
  }

  private synchronized void stop() {
    listener.accept(Optional.empty());
    Optional<ActorRuntime> running = engine;
    engine = Optional.empty();
    running.ifPresent(ActorRuntime::close);
    // Entities that were ended at once have not said that they leave.
    settings.meters().allEntitiesStopped();
  }

  private void returnAfter(ActorRuntime lost) {
    Thread thread = new Thread(() -> comeBack(lost), "return");
    returning = Optional.of(thread);
    thread.start();
  }

  private synchronized void comeBack(ActorRuntime lost) {
    if (engine.filter(lost::equals).isEmpty()) {
      return;
    }
    LOG.warn("The other nodes have given this one up; it joins them again");
    stop();
    while (!closed) {
      try {
        start();
        LOG.info("The node works again");
        return;
      } catch (NodeStartException e) {
        LOG.warn("The node does not work yet: {}", e.getMessage());
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
    returning.ifPresent(Thread::interrupt);
    stop();
  }
}
