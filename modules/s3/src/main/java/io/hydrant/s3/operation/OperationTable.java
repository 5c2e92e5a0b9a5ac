package io.hydrant.s3.operation;

import io.hydrant.s3.configuration.Subresource;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the operation of a request by its method, its target and the names in its query. */
final class OperationTable {
  /** Configurations that S3 has and this one does not. */
  private static final List<String> NOT_IMPLEMENTED =
      List.of(
          "analytics",
          "intelligent-tiering",
          "inventory",
          "metrics",
          "object-lock",
          "policyStatus",
          "restore",
          "select",
          "retention",
          "legal-hold",
          "torrent",
          "metadataTable",
          "metadataConfiguration",
          "session",
          "renameObject",
          "encryption-context");

  private final Services services;
  private final BucketOperations buckets;
  private final Configurations configurations;
  private final Uploads uploads;
  private final ListUploads listUploads;
  private final ObjectTagging tagging;

  OperationTable(Services services) {
    this.services = services;
    StoredOnly storedOnly = new StoredOnly();
    this.buckets = new BucketOperations(services, storedOnly);
    this.configurations = new Configurations(services, storedOnly);
    this.uploads = new Uploads(services);
    this.listUploads = new ListUploads(services);
    this.tagging = new ObjectTagging(services);
  }

  /**
   * An operation and the permission that its caller needs.
   *
   * @param action without its prefix, for example {@code GetObject}
   */
  record Route(String action, Operation operation) {}

  /**
   * Returns the operation of a request.
   *
   * @throws io.hydrant.s3.error.S3Exception MethodNotAllowed or NotImplemented
   */
  Route find(S3Request request) {
    if (isObjectLockRead(request)) {
      return new Route("GetBucketObjectLockConfiguration", configurations::objectLock);
    }
    for (String name : NOT_IMPLEMENTED) {
      if (request.query().has(name)) {
        throw S3Errors.notImplemented(name).exception();
      }
    }
    if (request.target().bucket().isEmpty()) {
      return service(request);
    }
    return request.target().key().isEmpty() ? bucket(request) : object(request);
  }

  /** Infrastructure tools read whether a bucket has Object Lock. No bucket has it. */
  private static boolean isObjectLockRead(S3Request request) {
    return request.method().equals("GET")
        && request.query().has("object-lock")
        && request.target().bucket().isPresent()
        && request.target().key().isEmpty();
  }

  private Route service(S3Request request) {
    return request.method().equals("GET")
        ? new Route("ListAllMyBuckets", buckets::list)
        : refused(request, "SERVICE");
  }

  private Route bucket(S3Request request) {
    Optional<Subresource> subresource =
        request.query().all().stream()
            .flatMap(parameter -> Subresource.named(parameter.name()).stream())
            .findFirst();
    if (subresource.isPresent()) {
      return configuration(request, subresource.get());
    }
    Set<String> names = names(request);
    if (names.contains("acl")) {
      return acl(request, "Bucket");
    }
    return switch (request.method()) {
      case "GET" -> readBucket(names, request);
      case "HEAD" -> new Route("ListBucket", buckets::head);
      case "PUT" -> new Route("CreateBucket", buckets::create);
      case "DELETE" -> new Route("DeleteBucket", buckets::delete);
      case "POST" ->
          names.contains("delete")
              ? new Route("", new DeleteObjects(services))
              : refused(request, "BUCKET");
      default -> refused(request, "BUCKET");
    };
  }

  private Route readBucket(Set<String> names, S3Request request) {
    if (names.contains("location")) {
      return new Route("GetBucketLocation", buckets::location);
    }
    if (names.contains("uploads")) {
      return new Route("ListBucketMultipartUploads", listUploads::uploads);
    }
    if (names.contains("versions")) {
      return new Route("ListBucketVersions", new ListVersions(services));
    }
    boolean second = request.query().first("list-type").filter("2"::equals).isPresent();
    return new Route("ListBucket", new ListObjects(services, second));
  }

  private Route configuration(S3Request request, Subresource subresource) {
    return switch (request.method()) {
      case "GET" ->
          new Route("Get" + subresource.action(), call -> configurations.get(call, subresource));
      case "PUT" ->
          new Route("Put" + subresource.action(), call -> configurations.put(call, subresource));
      case "DELETE" ->
          new Route(deleteAction(subresource), call -> configurations.delete(call, subresource));
      default -> refused(request, "BUCKETPOLICY");
    };
  }

  /** Only policies and websites have their own Delete permission. */
  private static String deleteAction(Subresource subresource) {
    return (subresource == Subresource.POLICY || subresource == Subresource.WEBSITE
            ? "Delete"
            : "Put")
        + subresource.action();
  }

  private Route acl(S3Request request, String kind) {
    return switch (request.method()) {
      case "GET" -> new Route("Get" + kind + "Acl", configurations::acl);
      case "PUT" -> new Route("Put" + kind + "Acl", configurations::putAcl);
      default -> refused(request, "ACL");
    };
  }

  private Route object(S3Request request) {
    Set<String> names = names(request);
    if (names.contains("tagging")) {
      return tagging(request, version(request));
    }
    if (names.contains("acl")) {
      return acl(request, "Object");
    }
    return switch (request.method()) {
      case "GET" -> readObject(request, names);
      case "HEAD" -> new Route("GetObject" + version(request), new ReadObject(services, false));
      case "PUT" -> writeObject(request, names);
      case "DELETE" ->
          names.contains("uploadId")
              ? new Route("AbortMultipartUpload", uploads::abort)
              : new Route("DeleteObject" + version(request), new DeleteObject(services));
      case "POST" -> postObject(request, names);
      default -> refused(request, "OBJECT");
    };
  }

  private Route tagging(S3Request request, String version) {
    return switch (request.method()) {
      case "GET" -> new Route("GetObject" + version + "Tagging", tagging::get);
      case "PUT" -> new Route("PutObject" + version + "Tagging", tagging::put);
      case "DELETE" -> new Route("DeleteObject" + version + "Tagging", tagging::delete);
      default -> refused(request, "OBJECT");
    };
  }

  private Route readObject(S3Request request, Set<String> names) {
    if (names.contains("uploadId")) {
      return new Route("ListMultipartUploadParts", listUploads::parts);
    }
    if (names.contains("attributes")) {
      return new Route("GetObject" + version(request), new ObjectAttributes(services));
    }
    return new Route("GetObject" + version(request), new ReadObject(services, true));
  }

  private Route writeObject(S3Request request, Set<String> names) {
    boolean copied = request.headers().has(CopySource.HEADER);
    if (names.contains("uploadId") || names.contains("partNumber")) {
      return new Route("PutObject", copied ? new CopyPart(services) : new UploadParts(services));
    }
    return new Route("PutObject", copied ? new CopyObject(services) : new PutObject(services));
  }

  private Route postObject(S3Request request, Set<String> names) {
    if (names.contains("uploads")) {
      return new Route("PutObject", uploads::begin);
    }
    return names.contains("uploadId")
        ? new Route("PutObject", new CompleteUpload(services))
        : refused(request, "OBJECT");
  }

  private static String version(S3Request request) {
    return request.query().has(Versions.PARAMETER) ? "Version" : "";
  }

  private static Set<String> names(S3Request request) {
    return request.query().all().stream().map(Query.Parameter::name).collect(Collectors.toSet());
  }

  private static Route refused(S3Request request, String resourceType) {
    throw S3Errors.methodNotAllowed(request.method(), resourceType).exception();
  }
}
