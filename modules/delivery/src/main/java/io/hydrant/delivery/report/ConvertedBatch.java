package io.hydrant.delivery.report;

/**
 * What a conversion of the format made of a batch.
 *
 * @param bytes the size of the converted records, as they were before
 * @param failedRecords how many records could not be converted
 * @param failedBytes their size
 */
public record ConvertedBatch(long records, long bytes, long failedRecords, long failedBytes) {}
