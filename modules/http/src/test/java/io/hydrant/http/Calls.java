package io.hydrant.http;

import java.nio.charset.StandardCharsets;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** API calls as clients send them. */
public final class Calls {
  public static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private Calls() {}

  public static HttpRequest call(String target, String body) {
    return call(target, body.getBytes(StandardCharsets.UTF_8));
  }

  public static HttpRequest call(String target, byte[] body) {
    return bare("/", body)
        .addHeader(RawHeader.create("X-Amz-Target", target))
        .addHeader(RawHeader.create("X-Amz-Date", "20261123T000000Z"))
        .addHeader(RawHeader.create("Authorization", AUTHORIZATION));
  }

  /** A POST without a header. */
  public static HttpRequest bare(String path, byte[] body) {
    return HttpRequest.POST(path).withEntity(ContentTypes.APPLICATION_OCTET_STREAM, body);
  }
}
