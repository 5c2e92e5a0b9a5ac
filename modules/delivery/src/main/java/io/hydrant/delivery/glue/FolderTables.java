package io.hydrant.delivery.glue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.delivery.json.JsonReading;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.TableCatalog;
import io.hydrant.delivery.schema.TableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads tables from the files {@code DATABASE/TABLE.json} of a folder, with the names in lower
 * case, as Glue keeps them. A file has the shape of Glue's {@code Table}. The folder is the catalog
 * of every account and Region, and has one version of each table.
 */
public final class FolderTables implements TableCatalog {
  private static final ObjectMapper MAPPER = JsonReading.MAPPER;
  private static final int BYTES_MAX = 4 * 1024 * 1024;

  private final Path folder;

  public FolderTables(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public List<Column> columns(TableReference table) {
    try {
      return TableJson.columns(MAPPER.readTree(bytes(file(table), table)));
    } catch (NoSuchFileException e) {
      throw notFound(table);
    } catch (JsonProcessingException e) {
      throw invalid(table, "is not JSON: " + e.getOriginalMessage() + ".", e);
    } catch (IOException e) {
      throw new TableException(
          TableProblem.UNAVAILABLE, "The file " + name(table) + " could not be read: " + e, e);
    }
  }

  /** Names are given by clients, so no path may lead out of the folder. */
  private Path file(TableReference table) throws IOException {
    Path database = child(folder, lower(table.database()), table);
    Path real = real(child(database, lower(table.table()) + ".json", table), table);
    if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real)) {
      throw notFound(table);
    }
    return real;
  }

  /** A name that is too long for a file, and a file in the place of a folder, are no table. */
  private static Path real(Path file, TableReference table) throws IOException {
    try {
      return file.toRealPath();
    } catch (AccessDeniedException e) {
      throw e;
    } catch (FileSystemException e) {
      throw notFound(table);
    }
  }

  private static Path child(Path parent, String name, TableReference table) {
    try {
      Path child = parent.resolve(name).normalize();
      if (parent.equals(child.getParent())) {
        return child;
      }
    } catch (InvalidPathException e) {
      throw notFound(table);
    }
    throw notFound(table);
  }

  private static byte[] bytes(Path file, TableReference table) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw invalid(table, "is larger than " + BYTES_MAX + " bytes.", null);
      }
      return bytes;
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String name(TableReference table) {
    return lower(table.database()) + "/" + lower(table.table()) + ".json";
  }

  private static TableException notFound(TableReference table) {
    return new TableException(
        TableProblem.NOT_FOUND,
        "There is no file " + name(table) + " in the folder of hydrant.glue.tables.");
  }

  private static TableException invalid(TableReference table, String what, Throwable cause) {
    return new TableException(
        TableProblem.INVALID_SCHEMA, "The file " + name(table) + " " + what, cause);
  }
}
