package io.hydrant.s3.storage;

import io.hydrant.s3.object.ObjectHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The headers of an object that an earlier build kept in the attributes of its file. */
record EarlierAttributes(Map<String, String> values) {
  private static final String PREFIX = "user.";
  private static final String USER = PREFIX + "user-metadata.";

  /** Reads the attributes; there are none where the file system does not have them. */
  static EarlierAttributes of(Path file) {
    Map<String, String> values = new TreeMap<>();
    try {
      UserDefinedFileAttributeView view =
          Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
      for (String name : view == null ? new String[0] : view.list().toArray(String[]::new)) {
        ByteBuffer value = ByteBuffer.allocate(view.size(name));
        view.read(name, value);
        values.put(name, StandardCharsets.UTF_8.decode(value.flip()).toString());
      }
    } catch (IOException | UnsupportedOperationException without) {
      return new EarlierAttributes(Map.of());
    }
    return new EarlierAttributes(values);
  }

  ObjectHeaders headers() {
    return new ObjectHeaders(
        value("content-type").orElse(ObjectHeaders.DEFAULT_TYPE),
        value("content-encoding"),
        value("content-disposition"),
        value("content-language"),
        value("cache-control"),
        Optional.empty(),
        Optional.empty(),
        user());
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(PREFIX + name)).filter(text -> !text.isEmpty());
  }

  private Map<String, String> user() {
    Map<String, String> user = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(USER)) {
            user.put(name.substring(USER.length()), value);
          }
        });
    return user;
  }
}
