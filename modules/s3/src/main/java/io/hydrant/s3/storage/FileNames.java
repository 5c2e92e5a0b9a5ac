package io.hydrant.s3.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Maps keys to paths and back. Each part of a key between slashes becomes the name of a file or
 * folder. A percent sign begins what a file system cannot hold, so that two keys never share a
 * path:
 *
 * <ul>
 *   <li>{@code %2A}: one byte of UTF-8, where a name cannot have it on some file system;
 *   <li>{@code %}: an empty part;
 *   <li>{@code %+} at the end of a folder's name: the part continues with the next name;
 *   <li>{@code %o} at the end of a file's name: the file describes an object.
 * </ul>
 *
 * @param folded whether the file system takes {@code a} and {@code A} for the same name; capitals
 *     are then written as bytes
 */
record FileNames(boolean folded) {
  private static final int NAME_MAX = 200;
  private static final String EMPTY = "%";
  private static final String CONTINUED = "%+";
  private static final String OBJECT = "%o";
  private static final String UNSAFE = "%\\:*?\"<>|";
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Returns the path below a folder at which an object's bytes are readable. */
  Path readable(Path folder, String key) {
    return folder.resolve(path(key));
  }

  /** Returns the path below a folder of the file that describes an object. */
  Path description(Path folder, String key) {
    return folder.resolve(described(path(key)));
  }

  private String path(String key) {
    return Arrays.stream(key.split("/", -1))
        .map(part -> String.join("/", names(part)))
        .collect(Collectors.joining("/"));
  }

  /** Returns the names for one part of a key: more than one where the part is long. */
  List<String> names(String part) {
    if (part.isEmpty()) {
      return List.of(EMPTY);
    }
    List<String> units = units(part);
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (String unit : units) {
      if (name.length() + unit.length() > NAME_MAX) {
        names.add(name + CONTINUED);
        name.setLength(0);
      }
      name.append(unit);
    }
    names.add(name.toString());
    return names;
  }

  /** Returns the name of the file that describes an object, from the last name of its path. */
  static String described(String name) {
    return name + OBJECT;
  }

  /** Returns whether a name is that of a file that describes an object. */
  static boolean isObject(String name) {
    return name.endsWith(OBJECT);
  }

  /** Returns whether a folder's name holds only the beginning of a part. */
  static boolean isContinued(String name) {
    return name.endsWith(CONTINUED);
  }

  /** Returns a name without the mark at its end. */
  static String unmarked(String name) {
    return isObject(name) || isContinued(name) ? name.substring(0, name.length() - 2) : name;
  }

  /**
   * Returns the part of a key that names stand for, as text with one character for each byte of
   * UTF-8, so that texts compare as the bytes do.
   *
   * @param text the names of the part without their marks, joined
   */
  static String bytesOf(String text) {
    if (text.equals(EMPTY)) {
      return "";
    }
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        bytes.append((char) HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        bytes.append(text.charAt(i));
      }
    }
    return bytes.toString();
  }

  /** Each unit is one byte of the part, written out or as its number. */
  private List<String> units(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    String[] units = new String[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      boolean edge = i == bytes.length - 1 && (bytes[i] == '.' || bytes[i] == ' ');
      units[i] = edge || !isSafe(bytes[i]) ? hex(bytes[i]) : Character.toString(bytes[i]);
    }
    if (DEVICE.matcher(part).matches() || part.equals("..")) {
      units[0] = hex(bytes[0]);
    }
    return Arrays.asList(units);
  }

  private boolean isSafe(byte value) {
    return value >= ' '
        && value < 0x7f
        && UNSAFE.indexOf(value) < 0
        && !(folded && Character.isUpperCase(value));
  }

  private static String hex(byte value) {
    return "%" + HEX.toHexDigits(value);
  }
}
