package io.hydrant.s3.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds keys of a bucket in their order. It reads only the folders on the way, each as a whole, and
 * is made for one call.
 *
 * <p>Keys and targets are texts with one character for each byte of UTF-8.
 */
public final class KeyCursor {
  private static final int FOLDERS_KEPT = 64;

  /**
   * @param label the part of the key, with a slash at its end for a folder
   * @param path the folder; empty for an object
   */
  private record Entry(String label, Optional<Path> path) {}

  private final Path root;
  private final Map<Path, List<Entry>> folders =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, List<Entry>> eldest) {
          return size() > FOLDERS_KEPT;
        }
      };

  /**
   * @param root the folder of the bucket's descriptions
   */
  KeyCursor(Path root) {
    this.root = root;
  }

  /** Returns a key as the cursor sees it. */
  public static String bytes(String key) {
    return new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Returns the key of a text that the cursor returned. */
  public static String key(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Returns the first key that is not before the target. */
  public Optional<String> ceiling(String target) throws IOException {
    return ceiling(root, "", target);
  }

  private Optional<String> ceiling(Path folder, String prefix, String target) throws IOException {
    List<Entry> entries = entries(folder);
    for (int index = start(entries, prefix, target); index < entries.size(); index++) {
      Entry entry = entries.get(index);
      String name = prefix + entry.label();
      if (entry.path().isEmpty()) {
        if (name.compareTo(target) >= 0) {
          return Optional.of(name);
        }
      } else if (name.compareTo(target) >= 0 || target.startsWith(name)) {
        Optional<String> inside = ceiling(entry.path().get(), name, target);
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the index of the first entry that can matter: all before it are before the target. */
  private static int start(List<Entry> entries, String prefix, String target) {
    if (!target.startsWith(prefix)) {
      return 0;
    }
    String rest = target.substring(prefix.length());
    int slash = rest.indexOf('/');
    String label = slash < 0 ? rest : rest.substring(0, slash + 1);
    int found =
        Collections.binarySearch(
            entries, new Entry(label, Optional.empty()), Comparator.comparing(Entry::label));
    return Math.max(0, (found < 0 ? -found - 1 : found) - 1);
  }

  private List<Entry> entries(Path folder) throws IOException {
    List<Entry> known = folders.get(folder);
    if (known == null) {
      known = new ArrayList<>();
      read(folder, "", known);
      known.sort(Comparator.comparing(Entry::label));
      folders.put(folder, known);
    }
    return known;
  }

  /** Adds the entries of a folder, and those of long parts that continue in folders below it. */
  private static void read(Path folder, String begun, List<Entry> entries) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String text = begun + FileNames.unmarked(name);
        if (FileNames.isObject(name)) {
          entries.add(new Entry(FileNames.bytesOf(text), Optional.empty()));
        } else if (FileNames.isContinued(name)) {
          read(file, text, entries);
        } else {
          entries.add(new Entry(FileNames.bytesOf(text) + "/", Optional.of(file)));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException removed) {
      // The last object in it was deleted since its name was read.
    } catch (DirectoryIteratorException | UncheckedIOException e) {
      throw new IOException("The folder " + folder + " cannot be read", e);
    }
  }
}
