package io.hydrant.delivery.processing;

import io.hydrant.core.id.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Unpacks records that CloudWatch Logs has packed with GZIP. */
public final class Decompression implements Processor {
  static final String FAILURE_TYPE = "decompression-failed";
  static final String CODE = "Decompression failed.";
  static final String MESSAGE =
      "Decompression failed because input data does not conform to cloudwatch log.";

  private final int bytesMax;

  /**
   * @param bytesMax the limit of an unpacked record
   */
  public Decompression(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  @Override
  public Processed process(List<PipelineRecord> batch) {
    return Processed.each(
        batch, FAILURE_TYPE, input -> List.of(input.withData(unpacked(input.data()))));
  }

  private Bytes unpacked(Bytes packed) throws ProcessingException {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(packed.unsafeArray()))) {
      byte[] bytes = gzip.readNBytes(bytesMax);
      if (gzip.read() >= 0) {
        throw new ProcessingException(CODE, MESSAGE);
      }
      return Bytes.wrap(bytes);
    } catch (IOException notGzip) {
      throw new ProcessingException(CODE, MESSAGE);
    }
  }
}
