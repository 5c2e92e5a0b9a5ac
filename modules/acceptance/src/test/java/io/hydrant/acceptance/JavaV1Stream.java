package io.hydrant.acceptance;

import com.amazonaws.services.kinesisfirehose.AmazonKinesisFirehose;
import com.amazonaws.services.kinesisfirehose.model.BufferingHints;
import com.amazonaws.services.kinesisfirehose.model.CreateDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.DeliveryStreamDescription;
import com.amazonaws.services.kinesisfirehose.model.DeliveryStreamEncryptionConfiguration;
import com.amazonaws.services.kinesisfirehose.model.DescribeDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.ExtendedS3DestinationConfiguration;
import com.amazonaws.services.kinesisfirehose.model.ListDeliveryStreamsRequest;
import com.amazonaws.services.kinesisfirehose.model.ListDeliveryStreamsResult;
import com.amazonaws.services.kinesisfirehose.model.ListTagsForDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.PutRecordRequest;
import com.amazonaws.services.kinesisfirehose.model.PutRecordResult;
import com.amazonaws.services.kinesisfirehose.model.Record;
import com.amazonaws.services.kinesisfirehose.model.Tag;
import java.nio.ByteBuffer;
import java.util.List;

/** What a client of the AWS SDK for Java v1 does with one stream. */
record JavaV1Stream(String stream, AmazonKinesisFirehose firehose) {
  static Record data(byte[] bytes) {
    return new Record().withData(ByteBuffer.wrap(bytes));
  }

  static Tag tag(String key, String value) {
    return new Tag().withKey(key).withValue(value);
  }

  void create(String name) {
    firehose.createDeliveryStream(
        new CreateDeliveryStreamRequest()
            .withDeliveryStreamName(name)
            .withTags(tag("team", "orders"))
            .withExtendedS3DestinationConfiguration(
                new ExtendedS3DestinationConfiguration()
                    .withBucketARN("arn:aws:s3:::" + OneNode.BUCKET)
                    .withRoleARN("arn:aws:iam::000000000000:role/r")
                    .withPrefix(name + "/")
                    .withBufferingHints(
                        new BufferingHints().withSizeInMBs(1).withIntervalInSeconds(60))));
  }

  DeliveryStreamDescription described() {
    return firehose
        .describeDeliveryStream(new DescribeDeliveryStreamRequest().withDeliveryStreamName(stream))
        .getDeliveryStreamDescription();
  }

  DeliveryStreamEncryptionConfiguration encryption() {
    return described().getDeliveryStreamEncryptionConfiguration();
  }

  ListDeliveryStreamsResult pageAfter(String name) {
    return firehose.listDeliveryStreams(
        new ListDeliveryStreamsRequest().withLimit(1).withExclusiveStartDeliveryStreamName(name));
  }

  List<Tag> listedTags() {
    return firehose
        .listTagsForDeliveryStream(
            new ListTagsForDeliveryStreamRequest().withDeliveryStreamName(stream))
        .getTags();
  }

  PutRecordResult put(byte[] bytes) {
    return firehose.putRecord(
        new PutRecordRequest().withDeliveryStreamName(stream).withRecord(data(bytes)));
  }
}
