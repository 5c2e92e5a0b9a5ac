/** Parquet files, written without Hadoop. */
package io.hydrant.delivery.parquet;
