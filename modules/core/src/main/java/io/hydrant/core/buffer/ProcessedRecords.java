package io.hydrant.core.buffer;

/**
 * Records that processing made for one place.
 *
 * @param policy when the records of the place are delivered
 * @param chunk the records, encrypted under the key of those they were made of; its time is their
 *     arrival
 */
public record ProcessedRecords(OutputPlace place, BufferingPolicy policy, AppendedRecords chunk) {}
