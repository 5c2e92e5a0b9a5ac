package io.hydrant.http.protocol;

import java.util.Arrays;
import java.util.Set;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** The receiver of a request on the node's one port. */
public enum RequestKind {
  /** Health and readiness, which load balancers ask for under any name. */
  HEALTH,
  ADMIN,
  API,
  STS,
  S3;

  public static final String HEALTH_PATH = "/_hydrant/health";
  public static final String READY_PATH = "/_hydrant/ready";
  private static final Set<String> OPEN = Set.of(HEALTH_PATH, READY_PATH);

  /**
   * Decides by the decoded path, whose first name decides: no bucket's name begins with an
   * underscore, so that everything under such a name is the node's own, however it is spelled.
   */
  public static RequestKind of(HttpRequest request) {
    String path = request.getUri().path();
    if (isOwn(path)) {
      return OPEN.contains(path) && request.method().equals(HttpMethods.GET) ? HEALTH : ADMIN;
    }
    if (isApi(request)) {
      return API;
    }
    return isSts(request) ? STS : S3;
  }

  private static boolean isOwn(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .filter(name -> name.startsWith("_hydrant"))
        .isPresent();
  }

  /** A form that is posted to the root; S3 takes forms of another type, in buckets. */
  private static boolean isSts(HttpRequest request) {
    return request.method().equals(HttpMethods.POST)
        && request.getUri().path().equals("/")
        && request.entity().getContentType().mediaType().subType().equals("x-www-form-urlencoded");
  }

  /** A request that names a target, or whose content is AWS JSON, is not for S3. */
  private static boolean isApi(HttpRequest request) {
    return request.getHeader("X-Amz-Target").isPresent()
        || request.entity().getContentType().mediaType().subType().startsWith("x-amz-json");
  }
}
