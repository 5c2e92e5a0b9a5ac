package io.hydrant.delivery.json;

import io.hydrant.delivery.schema.Value;
import java.util.List;

/** Reads the rows of a record. */
public interface RowReader {
  /**
   * Returns the rows of a record: one for each JSON object.
   *
   * @throws ConversionException where a row does not fit the schema; no row of the record is used
   */
  List<Value.Fields> rows(byte[] record) throws ConversionException;
}
