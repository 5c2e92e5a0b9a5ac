package io.hydrant.runtime.storage;

/**
 * A database.
 *
 * @param url for example {@code jdbc:postgresql://127.0.0.1:5432/hydrant}
 * @param migrate whether its tables are made and brought up to date at the start
 */
public record PostgreSqlSettings(String url, String user, String password, boolean migrate) {
  /** Without the password; a URL could hold one too. */
  @Override
  public String toString() {
    return address();
  }

  /** The URL without its parameters. */
  String address() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }
}
