package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own in a temporary folder, from the machine's package. A machine without it
 * skips the test and says so; with {@code HYDRANT_POSTGRESQL=required} that is a failure.
 */
final class PostgreSql implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private final Path bin;
  private final Path folder;
  private final int port;

  private PostgreSql(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  static PostgreSql start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("hydrant-postgresql");
    PostgreSql database = new PostgreSql(binaries(), folder, freePort());
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    // Only this machine reaches it, and it holds nothing that must outlive a power cut.
    database.tool("initdb", "-D", database.data(), "-U", "hydrant", "-A", "trust", "--no-sync");
    database.up();
    database.tool(
        "createdb", "-h", "127.0.0.1", "-p", String.valueOf(database.port), "-U", "hydrant", "h");
    return database;
  }

  private static Path binaries() throws IOException {
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> versions = Files.list(INSTALLED)) {
        List<Path> found =
            versions
                .map(version -> version.resolve("bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (!found.isEmpty()) {
          return found.get(0);
        }
      }
    }
    String lacking = "This machine has no PostgreSQL in " + INSTALLED;
    if ("required".equals(System.getenv("HYDRANT_POSTGRESQL"))) {
      fail(lacking);
    }
    return abort(lacking);
  }

  /** Returns once it takes connections. */
  void up() throws IOException, InterruptedException {
    String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off";
    tool(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        options,
        "start");
  }

  /** At once, as if it had been killed. */
  void down() throws IOException, InterruptedException {
    tool("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/h";
  }

  /** The settings of a node with its journal there. */
  Map<String, Object> settings() {
    return Map.of("hydrant.storage", "postgresql", "hydrant.postgresql.url", url());
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void tool(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      // It refuses to run as root.
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    }
    command.add(bin.resolve(name).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("hydrant-postgresql", ".log");
    try {
      // Into a file: a database that stays would keep a pipe open.
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(command + " did not succeed: " + Files.readString(said));
      }
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    try {
      if (Files.exists(Path.of(data(), "postmaster.pid"))) {
        down();
      }
      if (Files.exists(folder)) {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(each);
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
