package io.hydrant.s3.operation;

import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.storage.S3Storage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** All operations of an S3. Calls block. */
public final class S3Operations {
  private final Services services;
  private final OperationTable table;

  /**
   * @param clock the service's clock
   */
  public S3Operations(
      S3Storage storage, ObjectSealing sealing, Authorizer authorizer, InstantSource clock) {
    this.services = new Services(storage, sealing, authorizer, clock);
    this.table = new OperationTable(services);
  }

  /**
   * Begins to answer a request: finds the operation, and asks whether the caller may call it.
   *
   * @return the receiver of the body, which gives the answer at the end
   * @throws io.hydrant.s3.error.S3Exception the error that is answered without reading the body
   * @throws IOException where the storage fails
   */
  public BodySink open(S3Request request) throws IOException {
    OperationTable.Route route = table.find(request);
    for (String action : RequiredActions.of(request, route.action())) {
      services.authorizer().require(request, action, Authorizer.Target.of(request));
    }
    ExpectedOwner.check(services, request, route.action());
    CannedAcls.checkWrite(services, request, route.action());
    try {
      return StorageFailures.translating(route.operation().open(request));
    } catch (IOException e) {
      Optional<S3Error> known = StorageFailures.error(e);
      if (known.isPresent()) {
        throw known.get().exception();
      }
      throw e;
    }
  }
}
