package io.hydrant.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents of the repository, and their blocks of code. */
final class Documents {
  static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();
  static final Path README = TOP.resolve("README.md");

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Set<String> FOREIGN = Set.of(".git", "target", "node_modules", "resources");

  private Documents() {}

  /** A block of code; the language is empty for output and sessions. */
  record Block(Path document, String language, String text) {
    @Override
    public String toString() {
      return TOP.relativize(document) + ": " + text.lines().findFirst().orElse("");
    }
  }

  static List<Path> all() {
    List<Path> documents = new ArrayList<>();
    try {
      Files.walkFileTree(
          TOP,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return FOREIGN.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".md")) {
                documents.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text without its blocks of code. */
  static String prose(Path document) {
    return BLOCK.matcher(text(document)).replaceAll("");
  }

  static Stream<Block> blocks() {
    return all().stream().flatMap(Documents::blocks);
  }

  static Stream<Block> blocks(Path document) {
    return BLOCK
        .matcher(text(document))
        .results()
        .map(found -> new Block(document, found.group(1), found.group(2)));
  }

  static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(TOP.resolve("modules"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    }
  }
}
