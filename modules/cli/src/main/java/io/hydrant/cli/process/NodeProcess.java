package io.hydrant.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node in a process of its own, on a free port, that can be killed and started again. */
public final class NodeProcess implements AutoCloseable {
  /** System property: the file of a class data archive that fits this process's class path. */
  public static final String ARCHIVE = "io.hydrant.class-archive";

  private static final Pattern READY = Pattern.compile("ready on (http://\\S+)");
  private static final int LINES_KEPT = 20;
  private static final int START_SECONDS = 180;

  private final Path data;
  private final int port;
  private final Map<String, String> environment;
  private final Consumer<String> listener;
  private final List<String> flags;
  private final Deque<String> lines = new ArrayDeque<>();
  private String program = System.getProperty("java.class.path");
  private Process process;
  private boolean ended;
  private Thread reader;
  private URI endpoint;

  /**
   * On any free port; its output goes nowhere.
   *
   * @param flags the flags of {@code serve}, after port and data
   */
  public NodeProcess(Path data, String... flags) {
    this(data, 0, Map.of(), line -> {}, flags);
  }

  /**
   * @param environment in addition to this process's
   * @param listener receives each line that the node prints
   * @param flags the flags of {@code serve}, after port and data
   */
  public NodeProcess(
      Path data,
      int port,
      Map<String, String> environment,
      Consumer<String> listener,
      String... flags) {
    this.data = data;
    this.port = port;
    this.environment = Map.copyOf(environment);
    this.listener = listener;
    this.flags = List.of(flags);
  }

  /** From its next start on the node is what lies there; at first it is what this process is. */
  public void startFrom(String classPath) {
    program = classPath;
  }

  /** The start of a command line of a Java process that starts fast, up to the main class. */
  public static List<String> java(String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");
    command.add("-XX:TieredStopAtLevel=1");
    String archive = System.getProperty(ARCHIVE);
    if (archive != null
        && Files.exists(Path.of(archive))
        && classPath.equals(System.getProperty("java.class.path"))) {
      command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-D" + ARCHIVE + "=" + archive));
    }
    command.add("-cp");
    command.add(classPath);
    return command;
  }

  /** Returns once the node is ready. */
  public URI start() throws IOException, InterruptedException {
    List<String> command = java(program);
    command.add("io.hydrant.cli.Main");
    command.addAll(List.of("serve", "--port", String.valueOf(port), "--data", data.toString()));
    command.addAll(flags);
    launch(command);
    CompletableFuture<URI> ready = new CompletableFuture<>();
    reader = new Thread(() -> read(process, ready), "node-output");
    reader.setDaemon(true);
    reader.start();
    try {
      endpoint = ready.get(START_SECONDS, TimeUnit.SECONDS);
      return endpoint;
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The node did not get ready: " + String.join(" / ", lastLines()), e);
    }
  }

  private synchronized void launch(List<String> command) throws IOException {
    if (ended) {
      throw new IOException("The node is not to be started any more.");
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    process = builder.start();
  }

  private void read(Process from, CompletableFuture<URI> ready) {
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        keep(line);
        listener.accept(line);
        Matcher found = READY.matcher(line);
        if (found.find()) {
          ready.complete(URI.create(found.group(1)));
        }
      }
    } catch (IOException e) {
      keep("(the node's output broke off)");
    }
    ready.completeExceptionally(new IOException("The node has ended."));
  }

  private synchronized void keep(String line) {
    lines.addLast(line);
    if (lines.size() > LINES_KEPT) {
      lines.removeFirst();
    }
  }

  /** Returns the last lines of the node. */
  public synchronized List<String> lastLines() {
    return List.copyOf(lines);
  }

  /** Returns true while the process runs. */
  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Returns once the process has ended. */
  public void await() throws InterruptedException {
    process.waitFor();
  }

  public URI endpoint() {
    return endpoint;
  }

  public Path data() {
    return data;
  }

  public long pid() {
    return process.pid();
  }

  /** Kills the node with SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Stops the node with SIGTERM, as Ctrl-C does, and returns the exit code. */
  public int stop() throws InterruptedException {
    // Through the handle: the process itself would close its output on us.
    process.toHandle().destroy();
    int exit = process.waitFor();
    reader.join();
    return exit;
  }

  @Override
  public void close() {
    end();
  }

  /** Kills the node, waits until it is gone, and lets none be started after it. */
  public synchronized void end() {
    ended = true;
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }
}
