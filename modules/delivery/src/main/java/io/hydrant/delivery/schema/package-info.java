/** The columns of a table in a Glue catalog, with Hive's types. */
package io.hydrant.delivery.schema;
