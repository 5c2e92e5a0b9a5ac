package io.hydrant.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls that a load needs beforehand, as plain HTTP. */
record Api(URI endpoint) {
  private static final Pattern ARN = Pattern.compile("\"Arn\":\"([^\"]+)\"");
  static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int POLLS_MAX = 200;
  private static final long POLL_MILLIS = 50;

  /** A bucket, the stream {@code plain} and the stream {@code sealed}, which is encrypted. */
  void prepare() throws IOException, InterruptedException {
    HttpRequest bucket =
        HttpRequest.newBuilder(endpoint.resolve("/load"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpClient.newHttpClient().send(bucket, HttpResponse.BodyHandlers.discarding());
    for (String stream : new String[] {"plain", "sealed"}) {
      call(
          "Firehose_20150804.CreateDeliveryStream",
          "{\"DeliveryStreamName\":\""
              + stream
              + "\",\"ExtendedS3DestinationConfiguration\":{\"RoleARN\":"
              + "\"arn:aws:iam::000000000000:role/r\",\"BucketARN\":\"arn:aws:s3:::load\","
              + "\"BufferingHints\":{\"SizeInMBs\":16,\"IntervalInSeconds\":60}}}");
      await(stream, "\"DeliveryStreamStatus\":\"ACTIVE\"");
    }
    Matcher key = ARN.matcher(call("TrentService.CreateKey", "{}"));
    if (!key.find()) {
      throw new IOException("CreateKey answered no ARN");
    }
    call(
        "Firehose_20150804.StartDeliveryStreamEncryption",
        "{\"DeliveryStreamName\":\"sealed\",\"DeliveryStreamEncryptionConfigurationInput\":"
            + "{\"KeyType\":\"CUSTOMER_MANAGED_CMK\",\"KeyARN\":\""
            + key.group(1)
            + "\"}}");
    await("sealed", "\"Status\":\"ENABLED\"");
  }

  private void await(String stream, String text) throws IOException, InterruptedException {
    for (int i = 0; i < POLLS_MAX; i++) {
      if (call(
              "Firehose_20150804.DescribeDeliveryStream",
              "{\"DeliveryStreamName\":\"" + stream + "\"}")
          .contains(text)) {
        return;
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IOException("Stream " + stream + " did not get to " + text);
  }

  private String call(String target, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(request(endpoint, target, body), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(target + ": " + answer.body());
    }
    return answer.body();
  }

  static HttpRequest request(URI endpoint, String target, String body) {
    return HttpRequest.newBuilder(endpoint)
        .timeout(TIMEOUT)
        .header("X-Amz-Target", target)
        .header("X-Amz-Date", "20260101T000000Z")
        .header("Content-Type", "application/x-amz-json-1.1")
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=load/20260101/us-east-1/firehose/aws4_request,"
                + " SignedHeaders=host, Signature=0")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
