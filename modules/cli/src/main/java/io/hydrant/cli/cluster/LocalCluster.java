package io.hydrant.cli.cluster;

import io.hydrant.cli.process.NodeProcess;
import io.hydrant.runtime.kms.RootKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Nodes on this machine, a process each, with one journal, one root key and one S3 folder. */
public final class LocalCluster implements AutoCloseable {
  private final List<NodeProcess> nodes;
  private final Map<String, String> environment;

  private LocalCluster(List<NodeProcess> nodes, Map<String, String> environment) {
    this.nodes = List.copyOf(nodes);
    this.environment = Map.copyOf(environment);
  }

  /**
   * The plan of a cluster.
   *
   * @param port the port of the first node, the others follow; 0 for free ones
   * @param data the folder in which the nodes' folders are created
   * @param environment the settings of all nodes, for example the journal's place
   * @param own the settings of one node, by its number from 1; they override all others
   * @param flags the flags of {@code serve}
   */
  public record Plan(
      int count,
      int port,
      Path data,
      Map<String, String> environment,
      IntFunction<Map<String, String>> own,
      List<String> flags) {
    public Plan {
      environment = Map.copyOf(environment);
      flags = List.copyOf(flags);
    }
  }

  /**
   * @param listener receives each line that a node prints, with the node's number from 1
   */
  public static LocalCluster of(Plan plan, BiConsumer<Integer, String> listener)
      throws IOException {
    List<Integer> ports = freePorts(plan.count());
    Map<String, String> all = new HashMap<>();
    all.put("HYDRANT_KMS_ROOT_KEY", rootKey(plan.data()));
    all.put("HYDRANT_S3_FOLDER", plan.data().resolve("s3").toAbsolutePath().toString());
    all.put("HYDRANT_STORAGE", "postgresql");
    all.put(
        "HYDRANT_CLUSTER_SEEDS",
        ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
    all.putAll(plan.environment());
    List<NodeProcess> nodes = new ArrayList<>();
    for (int i = 0; i < plan.count(); i++) {
      int number = i + 1;
      Map<String, String> own = new HashMap<>(all);
      own.put("HYDRANT_CLUSTER_PORT", String.valueOf(ports.get(i)));
      own.putAll(plan.own().apply(number));
      nodes.add(
          new NodeProcess(
              plan.data().resolve("node-" + number),
              plan.port() == 0 ? 0 : plan.port() + i,
              own,
              line -> listener.accept(number, line),
              plan.flags().toArray(String[]::new)));
    }
    return new LocalCluster(nodes, all);
  }

  /** Returns the root key, which the first start creates. */
  private static String rootKey(Path data) throws IOException {
    Files.createDirectories(data);
    RootKey.load(Optional.empty(), data);
    return Files.readString(data.resolve(RootKey.FILE_NAME)).strip();
  }

  /**
   * Finds free ports, and holds all of them until the last is found, so that no port comes twice.
   */
  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  /** Starts all nodes at once and returns when all are ready. */
  public void start() throws IOException {
    List<CompletableFuture<?>> starting = new ArrayList<>();
    for (NodeProcess node : nodes) {
      CompletableFuture<Object> ready = new CompletableFuture<>();
      starting.add(ready);
      new Thread(
              () -> {
                try {
                  ready.complete(node.start());
                } catch (IOException | InterruptedException e) {
                  ready.completeExceptionally(e);
                }
              },
              "node-start")
          .start();
    }
    try {
      CompletableFuture.allOf(starting.toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      close();
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  /** The settings that all nodes have, among them the root key. */
  public Map<String, String> environment() {
    return environment;
  }

  public List<NodeProcess> nodes() {
    return nodes;
  }

  /** Stops all nodes one after the other; each hands its entities over. */
  public void stop() throws InterruptedException {
    for (NodeProcess node : nodes) {
      if (node.isAlive()) {
        node.stop();
      }
    }
  }

  /** Kills the nodes that still run. */
  @Override
  public void close() {
    nodes.forEach(NodeProcess::close);
  }
}
