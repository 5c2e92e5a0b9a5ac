package io.hydrant.http.body;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * Decompresses a gzip body, up to a limit. Other codings are left alone: some clients of AWS name
 * ones that change nothing.
 */
final class GzipBody {
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  private GzipBody() {}

  static boolean isZipped(HttpRequest request) {
    String codings = request.getHeader("Content-Encoding").map(header -> header.value()).orElse("");
    return Arrays.stream(codings.split(",", -1))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .anyMatch(GZIP::contains);
  }

  static Reply<byte[]> unzip(byte[] zipped, long bytesMax) {
    // One byte more than the limit shows that the body is too large; the rest is not unzipped.
    int read = Math.toIntExact(Math.min(bytesMax + 1, Integer.MAX_VALUE));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      byte[] body = in.readNBytes(read);
      return body.length > bytesMax
          ? Reply.failure(RequestBodies.tooLarge(bytesMax))
          : Reply.success(body);
    } catch (IOException e) {
      return Reply.failure(
          new ServiceError("SerializationException", "The request body is not valid gzip."));
    }
  }
}
