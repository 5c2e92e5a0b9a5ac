package io.hydrant.http.auth.signature;

/** The day, region and service that a signature is made for. */
public record CredentialScope(String date, String region, String service, String terminator) {
  public static final String TERMINATOR = "aws4_request";

  @Override
  public String toString() {
    return date + "/" + region + "/" + service + "/" + terminator;
  }
}
