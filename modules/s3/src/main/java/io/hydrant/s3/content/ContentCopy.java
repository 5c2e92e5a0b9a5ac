package io.hydrant.s3.content;

import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.checksum.Digest;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.object.StoredChecksum;
import io.hydrant.s3.storage.ContentWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;

/** Writes content that the storage already has to a new file. */
public final class ContentCopy {
  private ContentCopy() {}

  /** Copies all bytes and ends the file. Both are closed by the caller. */
  public static ReceivedContent copy(
      BodySource source, ContentWriter writer, ChecksumAlgorithm algorithm) throws IOException {
    Digest checksum = algorithm.start();
    Digest md5 = ChecksumAlgorithm.md5();
    for (byte[] piece = source.read(); piece.length > 0; piece = source.read()) {
      checksum.update(ByteBuffer.wrap(piece));
      md5.update(ByteBuffer.wrap(piece));
      writer.write(ByteBuffer.wrap(piece));
    }
    writer.finish();
    return new ReceivedContent(
        writer.size(),
        HexFormat.of().formatHex(md5.value()),
        new StoredChecksum(
            algorithm,
            Base64.getEncoder().encodeToString(checksum.value()),
            StoredChecksum.Type.FULL_OBJECT));
  }
}
