/** Rows from JSON records, by the rules of Hive's two JSON readers that Firehose offers. */
package io.hydrant.delivery.json;
