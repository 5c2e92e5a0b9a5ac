package io.hydrant.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server under load, in a process of its own. */
record Server(Process process, URI endpoint) implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready on (http://\\S+)");
  private static final long READY_SECONDS_MAX = 60;
  private static final long END_SECONDS_MAX = 10;

  static Server start(String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx2g",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    CompletableFuture<URI> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, ready), "output of " + mainClass);
    reader.setDaemon(true);
    reader.start();
    try {
      return new Server(process, ready.get(READY_SECONDS_MAX, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      throw new IOException(mainClass + " ended before it was ready", e);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new IOException(mainClass + " was not ready within " + READY_SECONDS_MAX + " s", e);
    }
  }

  /** To the end, so that the server never waits for someone to take its output. */
  private static void read(Process process, CompletableFuture<URI> ready) {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Matcher found = READY.matcher(line);
        if (found.find()) {
          ready.complete(URI.create(found.group(1)));
        }
      }
      ready.completeExceptionally(new IOException("its output ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** Ends the process and waits for it, so that its files can be deleted. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(END_SECONDS_MAX, TimeUnit.SECONDS).join();
  }
}
