package io.hydrant.http.auth.signature;

/** For which day, region and service a signature is made. */
public record CredentialScope(String date, String region, String service, String terminator) {
  public static final String TERMINATOR = "aws4_request";

  @Override
  public String toString() {
    return date + "/" + region + "/" + service + "/" + terminator;
  }
}
