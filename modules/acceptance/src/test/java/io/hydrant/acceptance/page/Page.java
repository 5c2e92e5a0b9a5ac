package io.hydrant.acceptance.page;

/** The pages of the API reference that the specification follows. */
public enum Page {
  START("StartDeliveryStreamEncryption"),
  STOP("StopDeliveryStreamEncryption"),
  CREATE("CreateDeliveryStream, its encryption"),
  DESCRIBE("DescribeDeliveryStream, its encryption"),
  PUT("PutRecord and PutRecordBatch, their encryption"),
  DELETE("DeleteDeliveryStream, its encryption"),
  DESTINATION("EncryptionConfiguration of an S3 destination");

  private final String title;

  Page(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
