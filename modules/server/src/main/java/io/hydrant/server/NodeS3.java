package io.hydrant.server;

import io.hydrant.api.port.Sealing;
import io.hydrant.delivery.DeliveryException;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.S3ObjectStore;
import io.hydrant.runtime.crypto.Sealer;
import io.hydrant.runtime.kms.RootKey;
import io.hydrant.s3.operation.S3Operations;
import io.hydrant.s3.storage.S3Storage;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The S3 that a node delivers to: the embedded one, or an external one. */
final class NodeS3 implements AutoCloseable {
  /** The purpose of the key that encrypts the data keys of objects. */
  private static final String DATA_KEYS = "s3 data keys";

  private final Sealing dataKeys;
  private final Optional<S3Storage> storage;
  private final Optional<External> external;
  private volatile Optional<S3Operations> operations = Optional.empty();

  private record External(URI endpoint, S3ObjectStore store) {}

  private NodeS3(Sealing dataKeys, Optional<S3Storage> storage, Optional<External> external) {
    this.dataKeys = dataKeys;
    this.storage = storage;
    this.external = external;
  }

  static NodeS3 start(S3Settings settings, DataFolder folder, String account, RootKey rootKey)
      throws NodeStartException {
    Sealing dataKeys = new Sealer(rootKey.derive(DATA_KEYS), DATA_KEYS);
    if (settings.external().isPresent()) {
      S3Settings.External s3 = settings.external().get();
      URI endpoint = URI.create(s3.endpoint());
      return new NodeS3(
          dataKeys,
          Optional.empty(),
          Optional.of(
              new External(
                  endpoint,
                  new S3ObjectStore(
                      endpoint, s3.region(), DefaultCredentialsProvider.builder().build()))));
    }
    try {
      return new NodeS3(
          dataKeys,
          Optional.of(S3Storage.open(settings.folder().orElse(folder.s3()), account)),
          Optional.empty());
    } catch (IOException e) {
      throw new NodeStartException("The embedded S3 does not start: " + e.getMessage(), e);
    }
  }

  /** Returns the endpoint of an external S3; empty for the embedded one. */
  Optional<URI> endpoint() {
    return external.map(External::endpoint);
  }

  /** Returns what encrypts the data keys of objects under SSE-S3. */
  Sealing dataKeys() {
    return dataKeys;
  }

  /** Returns the storage of the embedded S3. */
  Optional<S3Storage> storage() {
    return storage;
  }

  /** Sets the operations of the embedded S3, over the keys of the runtime that runs now. */
  void use(Optional<S3Operations> running) {
    operations = running;
  }

  ObjectStore store() {
    return external
        .<ObjectStore>map(External::store)
        .orElseGet(
            () ->
                new EmbeddedObjectStore(
                    () ->
                        operations.orElseThrow(
                            () ->
                                new DeliveryException("The node is starting; try again.", null))));
  }

  /** Deletes all buckets and objects of the embedded S3; an external one keeps them. */
  void clear() throws IOException {
    if (storage.isPresent()) {
      storage.get().clear();
    }
  }

  @Override
  public void close() throws IOException {
    if (external.isPresent()) {
      external.get().store().close();
    }
    if (storage.isPresent()) {
      storage.get().close();
    }
  }
}
