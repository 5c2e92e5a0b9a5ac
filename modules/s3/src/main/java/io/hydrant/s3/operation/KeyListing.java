package io.hydrant.s3.operation;

import io.hydrant.s3.storage.KeyCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page of a bucket's keys.
 *
 * @param entries the keys and common prefixes, in one order
 * @param truncated whether more follow
 */
record KeyListing(List<Entry> entries, boolean truncated) {
  /**
   * A key, or the common beginning of keys up to the delimiter.
   *
   * @param isPrefix whether it stands for all keys that begin so
   */
  record Entry(String name, boolean isPrefix) {}

  /**
   * What to list.
   *
   * @param after only keys and common prefixes behind this text are listed
   * @param most the limit of entries; more than 1,000 are never listed
   */
  record Page(String prefix, Optional<String> delimiter, Optional<String> after, int most) {}

  KeyListing {
    entries = List.copyOf(entries);
  }

  /** Tells whether a key is listed: one whose newest version is a delete marker may not be. */
  interface Filter {
    boolean isListed(String key) throws IOException;
  }

  /** Reads a page. */
  static KeyListing read(KeyCursor cursor, Page page, Filter filter) throws IOException {
    List<Entry> entries = new ArrayList<>();
    String prefix = KeyCursor.bytes(page.prefix());
    Optional<String> delimiter =
        page.delimiter().filter(text -> !text.isEmpty()).map(KeyCursor::bytes);
    Optional<String> next = Optional.of(start(prefix, delimiter, page));
    while (next.isPresent()) {
      Optional<String> key = cursor.ceiling(next.get()).filter(found -> found.startsWith(prefix));
      if (key.isEmpty()) {
        return new KeyListing(entries, false);
      }
      OptionalInt cut = cut(key.get(), prefix, delimiter);
      Entry entry =
          new Entry(
              KeyCursor.key(cut.isPresent() ? key.get().substring(0, cut.getAsInt()) : key.get()),
              cut.isPresent());
      if (!filter.isListed(KeyCursor.key(key.get()))) {
        next = Optional.of(key.get() + "\0");
        continue;
      }
      if (entries.size() == page.most()) {
        return new KeyListing(entries, page.most() > 0);
      }
      entries.add(entry);
      next =
          cut.isPresent()
              ? behind(key.get().substring(0, cut.getAsInt()))
              : Optional.of(key.get() + "\0");
    }
    return new KeyListing(entries, false);
  }

  private static String start(String prefix, Optional<String> delimiter, Page page) {
    if (page.after().isEmpty()) {
      return prefix;
    }
    String after = KeyCursor.bytes(page.after().get());
    OptionalInt cut =
        after.startsWith(prefix) ? cut(after, prefix, delimiter) : OptionalInt.empty();
    String behind =
        cut.isPresent() && cut.getAsInt() == after.length()
            ? behind(after).orElse(after + "\0")
            : after + "\0";
    return behind.compareTo(prefix) > 0 ? behind : prefix;
  }

  /** Returns the end of the common prefix of a key, if the delimiter comes behind the prefix. */
  private static OptionalInt cut(String key, String prefix, Optional<String> delimiter) {
    if (delimiter.isEmpty()) {
      return OptionalInt.empty();
    }
    int found = key.indexOf(delimiter.get(), prefix.length());
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found + delimiter.get().length());
  }

  /** Returns the first text behind all that begin so; empty where there is none. */
  private static Optional<String> behind(String beginning) {
    int last = beginning.length() - 1;
    while (last >= 0 && beginning.charAt(last) == 0xff) {
      last--;
    }
    return last < 0
        ? Optional.empty()
        : Optional.of(beginning.substring(0, last) + (char) (beginning.charAt(last) + 1));
  }
}
