package io.hydrant.runtime.storage;

/**
 * The settings of a database.
 *
 * @param url for example {@code jdbc:postgresql://127.0.0.1:5432/hydrant}
 * @param migrate true if the node creates and updates the tables at its start
 */
public record PostgreSqlSettings(String url, String user, String password, boolean migrate) {
  /** Omits the password, also one in the URL. */
  @Override
  public String toString() {
    return address();
  }

  /** Returns the URL without its parameters. */
  String address() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }
}
