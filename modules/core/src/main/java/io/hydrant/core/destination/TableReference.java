package io.hydrant.core.destination;

/**
 * A table of the Glue catalog.
 *
 * @param catalog the account
 * @param version {@code LATEST} or a version's id
 * @param roleArn the role that reads the table
 */
public record TableReference(
    String catalog, String region, String database, String table, String version, String roleArn) {}
