package io.hydrant.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Wires between nodes that can be cut. Nodes know each other by names, and each has a hosts file of
 * its own in which the others' names lead to a relay: what goes from one node to another passes a
 * loopback address that only that pair has. What is sent into a cut wire is held up, as a network
 * that drops packets does it, and arrives once it is mended.
 */
final class Wires implements AutoCloseable {
  private static final int CHUNK = 64 * 1024;

  private final List<Integer> ports = new ArrayList<>();
  private final List<Path> hosts = new ArrayList<>();
  private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();
  private final Set<List<Integer>> cut = ConcurrentHashMap.newKeySet();

  Wires(int nodes, Path folder) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    for (int from = 1; from <= nodes; from++) {
      StringBuilder names = new StringBuilder("127.0.0.1 localhost\n");
      for (int to = 1; to <= nodes; to++) {
        names.append(address(from, to)).append(' ').append(name(to)).append('\n');
        if (from != to) {
          relay(from, to);
        }
      }
      hosts.add(Files.writeString(folder.resolve("hosts-" + from), names));
    }
  }

  private static String name(int node) {
    return "node-" + node;
  }

  private static String address(int from, int to) {
    return from == to ? "127.0.0.1" : "127.0." + from + "." + to;
  }

  /** The settings that put a node, by its number from 1, on these wires. */
  Map<String, String> environment(int node) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HYDRANT_CLUSTER_HOST", name(node));
    environment.put("HYDRANT_CLUSTER_PORT", String.valueOf(ports.get(node - 1)));
    environment.put(
        "HYDRANT_CLUSTER_SEEDS",
        IntStream.rangeClosed(1, ports.size())
            .mapToObj(each -> name(each) + ":" + ports.get(each - 1))
            .collect(Collectors.joining(",")));
    environment.put("JDK_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + hosts.get(node - 1));
    return environment;
  }

  /** Cuts all wires of a node, by its number from 1, to the others and from them. */
  void isolate(int node) {
    for (int other = 1; other <= ports.size(); other++) {
      cut.add(List.of(node, other));
      cut.add(List.of(other, node));
    }
  }

  /** All wires carry again, and what was held up arrives. */
  void mend() {
    synchronized (cut) {
      cut.clear();
      cut.notifyAll();
    }
  }

  private void relay(int from, int to) throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(address(from, to), ports.get(to - 1)));
    open.add(server);
    List<Integer> wire = List.of(from, to);
    daemon(
        () -> {
          while (true) {
            Socket near = server.accept();
            open.add(near);
            daemon(() -> connect(near, wire));
          }
        });
  }

  private void connect(Socket near, List<Integer> wire) throws IOException {
    awaitMended(wire);
    try (near;
        Socket far = new Socket(InetAddress.getLoopbackAddress(), ports.get(wire.get(1) - 1))) {
      open.add(far);
      daemon(() -> pump(far, near, List.of(wire.get(1), wire.get(0))));
      pump(near, far, wire);
    }
  }

  private void pump(Socket in, Socket out, List<Integer> wire) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (in;
        out) {
      InputStream from = in.getInputStream();
      OutputStream to = out.getOutputStream();
      for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
        awaitMended(wire);
        to.write(chunk, 0, read);
      }
      // An end does not pass a cut wire either.
      awaitMended(wire);
    }
  }

  private void awaitMended(List<Integer> wire) throws IOException {
    synchronized (cut) {
      while (cut.contains(wire)) {
        try {
          cut.wait();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void daemon(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // One end has gone: so does the connection.
              }
            },
            "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    mend();
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
