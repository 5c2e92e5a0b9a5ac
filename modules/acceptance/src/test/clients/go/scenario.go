// The scenario of modules/acceptance/src/test/clients, through the AWS SDK for Go v2.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/firehose"
	firehosetypes "github.com/aws/aws-sdk-go-v2/service/firehose/types"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	ctx      = context.Background()
	endpoint = os.Getenv("AWS_ENDPOINT_URL")
	name     = fmt.Sprintf("go-%d", os.Getpid())
	other    = name + "-other"
	config   = aws.Config{
		Region:      os.Getenv("AWS_REGION"),
		Credentials: credentials.NewStaticCredentialsProvider("test", "secret", ""),
	}
	F = firehose.NewFromConfig(config, func(o *firehose.Options) {
		o.EndpointResolver = firehose.EndpointResolverFromURL(endpoint)
	})
	K = kms.NewFromConfig(config, func(o *kms.Options) {
		o.EndpointResolver = kms.EndpointResolverFromURL(endpoint)
	})
	S = s3.NewFromConfig(config, func(o *s3.Options) {
		o.EndpointResolver = s3.EndpointResolverFromURL(endpoint)
		o.UsePathStyle = true
	})
)

func step(what string) {
	fmt.Println("step: " + what)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func expect(holds bool, what string) {
	if !holds {
		panic("expected: " + what)
	}
}

func until(holds func() bool, what string) {
	for i := 0; i < 600; i++ {
		if holds() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	panic("waited in vain: " + what)
}

func describe() (*firehosetypes.DeliveryStreamDescription, error) {
	out, err := F.DescribeDeliveryStream(ctx, &firehose.DescribeDeliveryStreamInput{DeliveryStreamName: &name})
	if err != nil {
		return nil, err
	}
	return out.DeliveryStreamDescription, nil
}

func encryption() *firehosetypes.DeliveryStreamEncryptionConfiguration {
	stream, err := describe()
	check(err)
	return stream.DeliveryStreamEncryptionConfiguration
}

func put(data []byte) (*firehose.PutRecordOutput, error) {
	return F.PutRecord(ctx, &firehose.PutRecordInput{
		DeliveryStreamName: &name,
		Record:             &firehosetypes.Record{Data: data},
	})
}

func create(stream string) error {
	_, err := F.CreateDeliveryStream(ctx, &firehose.CreateDeliveryStreamInput{
		DeliveryStreamName: &stream,
		Tags:               []firehosetypes.Tag{{Key: aws.String("team"), Value: aws.String("orders")}},
		ExtendedS3DestinationConfiguration: &firehosetypes.ExtendedS3DestinationConfiguration{
			BucketARN: aws.String("arn:aws:s3:::" + name),
			RoleARN:   aws.String("arn:aws:iam::000000000000:role/r"),
			BufferingHints: &firehosetypes.BufferingHints{
				SizeInMBs: aws.Int32(1), IntervalInSeconds: aws.Int32(60),
			},
		},
	})
	return err
}

func list(after string) (string, bool) {
	page, err := F.ListDeliveryStreams(ctx, &firehose.ListDeliveryStreamsInput{
		Limit: aws.Int32(1), ExclusiveStartDeliveryStreamName: &after,
	})
	check(err)
	return strings.Join(page.DeliveryStreamNames, " "), *page.HasMoreDeliveryStreams
}

func tags() string {
	listed, err := F.ListTagsForDeliveryStream(ctx, &firehose.ListTagsForDeliveryStreamInput{DeliveryStreamName: &name})
	check(err)
	all := ""
	for _, tag := range listed.Tags {
		all += *tag.Key + "=" + *tag.Value + ";"
	}
	return all
}

func advance(duration string) {
	body := bytes.NewBufferString(`{"advance": "` + duration + `"}`)
	answer, err := http.Post(endpoint+"/_hydrant/clock", "application/json", body)
	check(err)
	answer.Body.Close()
}

func delivered() []byte {
	listed, err := S.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &name})
	check(err)
	all := []byte{}
	for _, object := range listed.Contents {
		got, err := S.GetObject(ctx, &s3.GetObjectInput{Bucket: &name, Key: object.Key})
		if err != nil {
			return nil
		}
		content, err := io.ReadAll(got.Body)
		check(err)
		all = append(all, content...)
	}
	return all
}

func main() {
	made, err := K.CreateKey(ctx, &kms.CreateKeyInput{})
	check(err)
	key := made.KeyMetadata.Arn
	_, err = S.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &name})
	check(err)

	_, err = describe()
	var notFound *firehosetypes.ResourceNotFoundException
	expect(errors.As(err, &notFound), "ResourceNotFoundException")
	step("ResourceNotFoundException")

	_, err = F.CreateDeliveryStream(ctx, &firehose.CreateDeliveryStreamInput{DeliveryStreamName: &name})
	var invalid *firehosetypes.InvalidArgumentException
	expect(errors.As(err, &invalid), "InvalidArgumentException")
	expect(invalid.ErrorMessage() == "Exactly one destination configuration is supported for a Firehose", "the message")
	step("InvalidArgumentException")

	check(create(name))
	step("create")

	until(func() bool {
		stream, err := describe()
		check(err)
		return stream.DeliveryStreamStatus == firehosetypes.DeliveryStreamStatusActive
	}, "ACTIVE")
	step("describe until ACTIVE")

	var inUse *firehosetypes.ResourceInUseException
	expect(errors.As(create(name), &inUse), "ResourceInUseException")
	step("ResourceInUseException")

	check(create(other))
	names, more := list(name[:len(name)-1])
	expect(names == name && more, "the first page")
	names, _ = list(name)
	expect(names == other, "the second page")
	step("list in pages")

	_, err = F.TagDeliveryStream(ctx, &firehose.TagDeliveryStreamInput{
		DeliveryStreamName: &name,
		Tags:               []firehosetypes.Tag{{Key: aws.String("area"), Value: aws.String("shop")}},
	})
	check(err)
	step("tag")

	expect(tags() == "area=shop;team=orders;", "both tags")
	step("list tags")

	_, err = F.UntagDeliveryStream(ctx, &firehose.UntagDeliveryStreamInput{DeliveryStreamName: &name, TagKeys: []string{"area"}})
	check(err)
	expect(tags() == "team=orders;", "one tag")
	step("untag")

	_, err = F.StartDeliveryStreamEncryption(ctx, &firehose.StartDeliveryStreamEncryptionInput{
		DeliveryStreamName: &name,
		DeliveryStreamEncryptionConfigurationInput: &firehosetypes.DeliveryStreamEncryptionConfigurationInput{
			KeyType: firehosetypes.KeyTypeCustomerManagedCmk, KeyARN: key,
		},
	})
	check(err)
	until(func() bool { return encryption().Status == "ENABLED" }, "ENABLED")
	expect(*encryption().KeyARN == *key && encryption().KeyType == "CUSTOMER_MANAGED_CMK", "the key")
	step("start encryption until ENABLED")

	everyByte := make([]byte, 256)
	for i := range everyByte {
		everyByte[i] = byte(i)
	}
	one, err := put(everyByte)
	check(err)
	expect(*one.Encrypted, "Encrypted")
	step("put record")

	batch, err := F.PutRecordBatch(ctx, &firehose.PutRecordBatchInput{
		DeliveryStreamName: &name,
		Records:            []firehosetypes.Record{{Data: []byte("two;")}, {Data: []byte("three")}},
	})
	check(err)
	expect(*batch.FailedPutCount == 0 && *batch.Encrypted && len(batch.RequestResponses) == 2, "a batch, encrypted")
	step("put batch")

	advance("PT1M")
	expected := append(append([]byte{}, everyByte...), "two;three"...)
	until(func() bool { return bytes.Equal(delivered(), expected) }, "delivery")
	step("deliver every byte")

	_, err = K.DisableKey(ctx, &kms.DisableKeyInput{KeyId: key})
	check(err)
	advance("PT1S")
	_, err = put(everyByte)
	// This version of the SDK takes the member called code, in which Firehose tells KMS's exception,
	// for the type of the error itself: its callers see that one, here as at AWS.
	var refused interface{ ErrorCode() string }
	expect(errors.As(err, &refused) && refused.ErrorCode() == "DisabledException", "KMS's exception, not "+fmt.Sprint(err))
	_, err = K.EnableKey(ctx, &kms.EnableKeyInput{KeyId: key})
	check(err)
	step("InvalidKMSResourceException")

	before, err := describe()
	check(err)
	_, err = F.UpdateDestination(ctx, &firehose.UpdateDestinationInput{
		DeliveryStreamName:             &name,
		CurrentDeliveryStreamVersionId: before.VersionId,
		DestinationId:                  before.Destinations[0].DestinationId,
		ExtendedS3DestinationUpdate:    &firehosetypes.ExtendedS3DestinationUpdate{Prefix: aws.String("updated/")},
	})
	check(err)
	after, err := describe()
	check(err)
	expect(*after.Destinations[0].ExtendedS3DestinationDescription.Prefix == "updated/", "the prefix")
	expect(*after.VersionId != *before.VersionId, "another version")
	step("update destination")

	_, err = F.StopDeliveryStreamEncryption(ctx, &firehose.StopDeliveryStreamEncryptionInput{DeliveryStreamName: &name})
	check(err)
	until(func() bool { return encryption().Status == "DISABLED" }, "DISABLED")
	step("stop encryption until DISABLED")

	for _, stream := range []string{other, name} {
		_, err = F.DeleteDeliveryStream(ctx, &firehose.DeleteDeliveryStreamInput{DeliveryStreamName: &stream})
		check(err)
	}
	until(func() bool { _, err := describe(); return errors.As(err, &notFound) }, "the end of the stream")
	step("delete")
}
