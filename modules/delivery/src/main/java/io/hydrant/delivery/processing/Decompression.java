package io.hydrant.delivery.processing;

import io.hydrant.core.id.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** Unpacks records that CloudWatch Logs has packed with GZIP. */
public final class Decompression implements Processor {
  static final String FAILURE_TYPE = "decompression-failed";
  static final String CODE = "Decompression failed.";
  static final String MESSAGE =
      "Decompression failed because input data does not conform to cloudwatch log.";

  private final int recordBytesMax;
  private final int batchBytesMax;

  /**
   * @param recordBytesMax the limit of an unpacked record
   * @param batchBytesMax the limit of all unpacked records of a batch
   */
  public Decompression(int recordBytesMax, int batchBytesMax) {
    this.recordBytesMax = recordBytesMax;
    this.batchBytesMax = batchBytesMax;
  }

  @Override
  public Processed process(List<PipelineRecord> batch) {
    AtomicInteger left = new AtomicInteger(batchBytesMax);
    return Processed.each(
        batch,
        FAILURE_TYPE,
        input -> {
          Bytes bytes = unpacked(input.data(), Math.min(recordBytesMax, left.get()));
          left.addAndGet(-bytes.size());
          return List.of(input.withData(bytes));
        });
  }

  private static Bytes unpacked(Bytes packed, int bytesMax) throws ProcessingException {
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
