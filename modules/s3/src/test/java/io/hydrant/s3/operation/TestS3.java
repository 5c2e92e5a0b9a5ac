package io.hydrant.s3.operation;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.api.port.Sealing;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.s3.encryption.DataKeys;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.message.Content;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.storage.S3Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An S3 without a web server: requests go to the operations directly. */
final class TestS3 implements AutoCloseable {
  static final String ACCOUNT = "111122223333";
  static final Instant BEGIN = Instant.parse("2026-11-28T12:00:00Z");

  private final S3Storage storage;
  private final S3Operations operations;
  private Instant now = BEGIN;

  private static final class NoKms implements DataKeys {
    @Override
    public DataKeyApi.DataKey generate(Caller caller, String key, Map<String, String> context) {
      throw new IllegalStateException("This S3 has no KMS");
    }

    @Override
    public Bytes open(Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
      throw new IllegalStateException("This S3 has no KMS");
    }

    @Override
    public String managedKey(Caller caller) {
      throw new IllegalStateException("This S3 has no KMS");
    }
  }

  private static final class NoSealing implements Sealing {
    @Override
    public byte[] seal(byte[] clear) {
      return clear;
    }

    @Override
    public Optional<byte[]> open(byte[] sealed) {
      return Optional.of(sealed);
    }
  }

  TestS3(Path root) throws IOException {
    this(root, Authorizer.ALL);
  }

  /** Returns an S3 that asks for permissions. */
  TestS3(Path root, Authorizer authorizer) throws IOException {
    this.storage = S3Storage.open(root, ACCOUNT);
    this.operations =
        new S3Operations(
            storage, new ObjectSealing(new NoKms(), new NoSealing(), false), authorizer, () -> now);
  }

  /** Returns an S3 with one bucket. */
  static TestS3 withBucket(Path root, String bucket) throws IOException {
    TestS3 s3 = new TestS3(root);
    s3.call("PUT", bucket).send();
    return s3;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** A request that is being made. */
  final class Call {
    private final String method;
    private final S3Request.Target target;
    private final List<Query.Parameter> query = new ArrayList<>();
    private Headers headers = Headers.NONE;
    private byte[] body = new byte[0];

    private Call(String method, S3Request.Target target) {
      this.method = method;
      this.target = target;
    }

    Call query(String name, String value) {
      query.add(new Query.Parameter(name, value));
      return this;
    }

    Call query(String name) {
      return query(name, "");
    }

    Call header(String name, String value) {
      headers = headers.with(name, value);
      return this;
    }

    Call body(String text) {
      return body(text.getBytes(StandardCharsets.UTF_8));
    }

    Call body(byte[] bytes) {
      this.body = bytes;
      return this;
    }

    Answer send() {
      return sendAfter(() -> {});
    }

    /** Sends the head of the request, and the body after something else has happened. */
    Answer sendAfter(Runnable event) {
      S3Request request =
          new S3Request(
              method,
              target,
              new Query(query),
              headers,
              OptionalLong.of(body.length),
              new Payload.Plain(),
              Optional.of(Caller.root(ACCOUNT, "us-east-1")),
              "REQUEST");
      try {
        return Answer.of(answer(request, event));
      } catch (S3Exception refused) {
        return Answer.of(ErrorAnswers.of(refused.error(), request));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private S3Response answer(S3Request request, Runnable event) throws IOException {
      BodySink sink = operations.open(request);
      event.run();
      try {
        sink.write(ByteBuffer.wrap(body));
        return sink.finish();
      } catch (RuntimeException e) {
        sink.abort();
        throw e;
      }
    }
  }

  Call call(String method) {
    return new Call(method, new S3Request.Target(Optional.empty(), Optional.empty()));
  }

  Call call(String method, String bucket) {
    return new Call(method, new S3Request.Target(Optional.of(bucket), Optional.empty()));
  }

  Call call(String method, String bucket, String key) {
    return new Call(method, new S3Request.Target(Optional.of(bucket), Optional.of(key)));
  }

  Answer put(String bucket, String key, String text) {
    return call("PUT", bucket, key).body(text).send();
  }

  Answer get(String bucket, String key) {
    return call("GET", bucket, key).send();
  }

  @Override
  public void close() throws IOException {
    storage.close();
  }

  void clear() throws IOException {
    storage.clear();
  }

  /** Returns the bytes of a body. */
  static byte[] bytes(Content content) {
    return content.accept(
        new Content.Visitor<>() {
          @Override
          public byte[] visit(Content.Empty empty) {
            return new byte[0];
          }

          @Override
          public byte[] visit(Content.Text text) {
            return text.text().getBytes(StandardCharsets.UTF_8);
          }

          @Override
          public byte[] visit(Content.LengthOnly length) {
            return new byte[0];
          }

          @Override
          public byte[] visit(Content.Stream stream) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (BodySource source = stream.source()) {
              for (byte[] piece = source.read(); piece.length > 0; piece = source.read()) {
                all.writeBytes(piece);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return all.toByteArray();
          }
        });
  }
}
