package io.hydrant.http.s3;

import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.message.Content;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.ResponseEntity;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** Answers of S3 as HTTP responses. */
final class S3Answers {
  private static final String CONTENT_TYPE = "Content-Type";

  private final String dispatcher;

  /**
   * @param dispatcher the name of the dispatcher on which objects are read, which blocks
   */
  S3Answers(String dispatcher) {
    this.dispatcher = dispatcher;
  }

  HttpResponse of(S3Response response, String requestId) {
    List<HttpHeader> headers = new ArrayList<>();
    headers.add(RawHeader.create("x-amz-request-id", requestId));
    headers.add(RawHeader.create("x-amz-id-2", requestId));
    for (Headers.Header header : response.headers().all()) {
      if (!header.name().equalsIgnoreCase(CONTENT_TYPE)) {
        headers.add(RawHeader.create(header.name(), HeaderValues.sent(header)));
      }
    }
    return HttpResponse.create()
        .withStatus(StatusCodes.get(response.status()))
        .withHeaders(headers)
        .withEntity(response.content().accept(new Entities(type(response.headers()))));
  }

  private static ContentType type(Headers headers) {
    return headers
        .first(CONTENT_TYPE)
        .flatMap(S3Answers::parsed)
        .orElse(ContentTypes.APPLICATION_OCTET_STREAM);
  }

  /** The web server's parser throws either of them. */
  private static Optional<ContentType> parsed(String text) {
    try {
      return Optional.of(ContentTypes.parse(text));
    } catch (IllegalArgumentException | NoSuchElementException malformed) {
      return Optional.empty();
    }
  }

  private final class Entities implements Content.Visitor<ResponseEntity> {
    private final ContentType type;

    Entities(ContentType type) {
      this.type = type;
    }

    @Override
    public ResponseEntity visit(Content.Empty empty) {
      return HttpEntities.EMPTY;
    }

    @Override
    public ResponseEntity visit(Content.Text text) {
      return HttpEntities.create(type, ByteString.fromString(text.text()));
    }

    @Override
    public ResponseEntity visit(Content.Stream stream) {
      if (stream.length() == 0) {
        close(stream.source());
        return HttpEntities.create(type, ByteString.emptyByteString());
      }
      return HttpEntities.create(type, stream.length(), bytes(stream.source()));
    }

    @Override
    public ResponseEntity visit(Content.LengthOnly length) {
      return length.length() == 0
          ? HttpEntities.create(type, ByteString.emptyByteString())
          : HttpEntities.create(type, length.length(), Source.<ByteString>empty());
    }
  }

  private Source<ByteString, NotUsed> bytes(BodySource source) {
    return Source.<ByteString, BodySource>unfoldResource(
            () -> source, S3Answers::read, BodySource::close)
        .withAttributes(ActorAttributes.dispatcher(dispatcher));
  }

  private static Optional<ByteString> read(BodySource source) throws IOException {
    byte[] piece = source.read();
    return piece.length == 0 ? Optional.empty() : Optional.of(ByteString.fromArrayUnsafe(piece));
  }

  private static void close(BodySource source) {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
