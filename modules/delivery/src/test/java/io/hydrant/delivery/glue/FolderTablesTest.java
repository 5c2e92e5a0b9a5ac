package io.hydrant.delivery.glue;

import static io.hydrant.delivery.conversion.Conversions.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.delivery.schema.TableException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in a folder, and names that lead out of it. */
class FolderTablesTest {
  private static final String TABLE =
      "{\"Name\":\"orders\",\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"id\",\"Type\":"
          + "\"bigint\"},{\"Name\":\"items\",\"Type\":\"array<struct<name:string>>\"}]},"
          + "\"PartitionKeys\":[{\"Name\":\"day\",\"Type\":\"string\"}]}";

  @TempDir Path parent;

  private Path folder;
  private FolderTables tables;

  @BeforeEach
  void prepare() throws Exception {
    folder = Files.createDirectory(parent.resolve("tables"));
    tables = new FolderTables(folder);
    write("shop/orders.json", TABLE);
    Files.writeString(parent.resolve("outside.json"), TABLE);
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static TableReference named(String database, String table) {
    return new TableReference("000000000000", "us-east-1", database, table, "LATEST", "role");
  }

  private TableException problem(String database, String table) {
    return catchThrowableOfType(TableException.class, () -> tables.columns(named(database, table)));
  }

  @Test
  void the_columns_of_a_table_are_those_of_its_file_without_partition_keys() {
    assertThat(tables.columns(named("shop", "orders")))
        .isEqualTo(columns("id bigint", "items array<struct<name:string>>"));
  }

  @Test
  void names_have_no_regard_to_case() {
    assertThat(tables.columns(named("Shop", "ORDERS"))).hasSize(2);
  }

  @Test
  void a_table_that_has_no_file_is_missing() {
    assertThat(problem("shop", "clicks").problem()).isEqualTo(TableProblem.NOT_FOUND);
    assertThat(problem("store", "orders"))
        .hasMessage("There is no file store/orders.json in the folder of hydrant.glue.tables.");
  }

  @Test
  void a_folder_that_does_not_exist_has_no_tables() {
    FolderTables none = new FolderTables(parent.resolve("none"));
    assertThat(
            catchThrowableOfType(TableException.class, () -> none.columns(named("shop", "orders")))
                .problem())
        .isEqualTo(TableProblem.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "..,outside",
    "shop,../../outside",
    "shop/..,shop/orders",
    "shop/../..,outside",
    ".,outside",
    "'',outside",
    "/etc,hostname",
    "shop,/etc/hostname",
    "shop,..",
  })
  void no_name_leads_out_of_the_folder_or_through_it(String database, String table) {
    assertThat(problem(database, table).problem()).isEqualTo(TableProblem.NOT_FOUND);
  }

  @Test
  void a_name_that_is_no_path_is_missing() {
    assertThat(problem("shop", "a\u0000b").problem()).isEqualTo(TableProblem.NOT_FOUND);
  }

  @Test
  void a_name_that_no_file_can_have_is_missing() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    assertThat(problem("shop", "x".repeat(1024)).problem()).isEqualTo(TableProblem.NOT_FOUND);
    assertThat(problem("file", "orders").problem()).isEqualTo(TableProblem.NOT_FOUND);
  }

  @Test
  void a_link_out_of_the_folder_is_not_followed() throws Exception {
    Files.createSymbolicLink(folder.resolve("shop/link.json"), parent.resolve("outside.json"));
    Files.createSymbolicLink(folder.resolve("linked"), parent);
    assertThat(problem("shop", "link").problem()).isEqualTo(TableProblem.NOT_FOUND);
    assertThat(problem("linked", "outside").problem()).isEqualTo(TableProblem.NOT_FOUND);
  }

  @Test
  void a_folder_with_the_name_of_a_table_is_none() throws Exception {
    Files.createDirectory(folder.resolve("shop/deep.json"));
    assertThat(problem("shop", "deep").problem()).isEqualTo(TableProblem.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "",
        "{}",
        "{\"StorageDescriptor\":{\"Columns\":[]}}",
        "{\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"a\"}]}}",
        "{\"StorageDescriptor\":{\"Columns\":[{\"Type\":\"int\"}]}}",
        "{\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"a\",\"Type\":\"set<int>\"}]}}",
        "{\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"a\",\"Type\":\"map<array<int>,int>\"}]}}",
        "{\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"a\",\"Type\":\"int\"},"
            + "{\"Name\":\"A\",\"Type\":\"int\"}]}}"
      })
  void a_file_that_is_no_table_with_columns_is_an_invalid_schema(String text) throws Exception {
    write("shop/bad.json", text);
    assertThat(problem("shop", "bad").problem()).isEqualTo(TableProblem.INVALID_SCHEMA);
  }

  @Test
  void a_file_that_is_too_large_is_not_read() throws Exception {
    write("shop/large.json", " ".repeat(4 * 1024 * 1024) + TABLE);
    assertThat(problem("shop", "large"))
        .hasMessage("The file shop/large.json is larger than 4194304 bytes.");
  }
}
