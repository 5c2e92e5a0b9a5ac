package io.hydrant.server;

import io.hydrant.delivery.EmbeddedObjectStore;
import io.hydrant.delivery.EmbeddedS3;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.S3ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The S3 that a node delivers to: the embedded one, or an external one. */
final class NodeS3 implements AutoCloseable {
  private static final String EMBEDDED_REGION = "us-east-1";

  private final Optional<EmbeddedS3> embedded;
  private final URI endpoint;
  private final S3ObjectStore store;

  private NodeS3(Optional<EmbeddedS3> embedded, URI endpoint, S3ObjectStore store) {
    this.embedded = embedded;
    this.endpoint = endpoint;
    this.store = store;
  }

  static NodeS3 start(S3Settings settings, DataFolder folder) throws NodeStartException {
    if (settings.external().isPresent()) {
      S3Settings.External s3 = settings.external().get();
      URI endpoint = URI.create(s3.endpoint());
      return new NodeS3(
          Optional.empty(),
          endpoint,
          new S3ObjectStore(endpoint, s3.region(), DefaultCredentialsProvider.builder().build()));
    }
    try {
      EmbeddedS3 embedded = EmbeddedS3.start(settings.folder().orElse(folder.s3()));
      return new NodeS3(
          Optional.of(embedded),
          embedded.endpoint(),
          new S3ObjectStore(
              embedded.endpoint(), EMBEDDED_REGION, AnonymousCredentialsProvider.create()));
    } catch (IOException e) {
      throw new NodeStartException(e.getMessage(), e);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  ObjectStore store() {
    return isEmbedded() ? new EmbeddedObjectStore(store) : store;
  }

  /** Returns whether the objects are this node's own, so that a reset deletes them. */
  boolean isEmbedded() {
    return embedded.isPresent();
  }

  @Override
  public void close() throws IOException {
    store.close();
    if (embedded.isPresent()) {
      embedded.get().close();
    }
  }
}
