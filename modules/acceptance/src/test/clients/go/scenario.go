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

func put(text string) (*firehose.PutRecordOutput, error) {
	return F.PutRecord(ctx, &firehose.PutRecordInput{
		DeliveryStreamName: &name,
		Record:             &firehosetypes.Record{Data: []byte(text)},
	})
}

func create() error {
	_, err := F.CreateDeliveryStream(ctx, &firehose.CreateDeliveryStreamInput{
		DeliveryStreamName: &name,
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

func start(keyType firehosetypes.KeyType, key *string) error {
	_, err := F.StartDeliveryStreamEncryption(ctx, &firehose.StartDeliveryStreamEncryptionInput{
		DeliveryStreamName: &name,
		DeliveryStreamEncryptionConfigurationInput: &firehosetypes.DeliveryStreamEncryptionConfigurationInput{
			KeyType: keyType, KeyARN: key,
		},
	})
	return err
}

func advance(duration string) {
	body := bytes.NewBufferString(`{"advance": "` + duration + `"}`)
	answer, err := http.Post(endpoint+"/_hydrant/clock", "application/json", body)
	check(err)
	answer.Body.Close()
}

func delivered() string {
	listed, err := S.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &name})
	check(err)
	all := ""
	for _, object := range listed.Contents {
		got, err := S.GetObject(ctx, &s3.GetObjectInput{Bucket: &name, Key: object.Key})
		if err != nil {
			return ""
		}
		content, err := io.ReadAll(got.Body)
		check(err)
		all += string(content)
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
	check(create())
	until(func() bool {
		stream, err := describe()
		check(err)
		return stream.DeliveryStreamStatus == firehosetypes.DeliveryStreamStatusActive
	}, "ACTIVE")
	var inUse *firehosetypes.ResourceInUseException
	expect(errors.As(create(), &inUse), "ResourceInUseException")
	var invalid *firehosetypes.InvalidArgumentException
	expect(errors.As(start(firehosetypes.KeyTypeCustomerManagedCmk, nil), &invalid), "InvalidArgumentException")

	check(start(firehosetypes.KeyTypeCustomerManagedCmk, key))
	until(func() bool { return encryption().Status == "ENABLED" }, "ENABLED")
	expect(*encryption().KeyARN == *key, "the key")
	one, err := put("one;")
	check(err)
	expect(*one.Encrypted, "Encrypted")
	batch, err := F.PutRecordBatch(ctx, &firehose.PutRecordBatchInput{
		DeliveryStreamName: &name,
		Records:            []firehosetypes.Record{{Data: []byte("two;")}, {Data: []byte("three")}},
	})
	check(err)
	expect(*batch.FailedPutCount == 0 && *batch.Encrypted, "a batch, encrypted")
	advance("PT1M")
	until(func() bool { return delivered() == "one;two;three" }, "delivery")

	_, err = K.DisableKey(ctx, &kms.DisableKeyInput{KeyId: key})
	check(err)
	advance("PT1S")
	_, err = put("")
	// This version of the SDK takes the member called code, in which Firehose tells KMS's exception,
	// for the type of the error itself: its callers see that one, here as at AWS.
	var refused interface{ ErrorCode() string }
	expect(errors.As(err, &refused) && refused.ErrorCode() == "DisabledException", "KMS's exception, not "+fmt.Sprint(err))
	_, err = K.EnableKey(ctx, &kms.EnableKeyInput{KeyId: key})
	check(err)

	tags, err := F.ListTagsForDeliveryStream(ctx, &firehose.ListTagsForDeliveryStreamInput{DeliveryStreamName: &name})
	check(err)
	expect(len(tags.Tags) == 1 && *tags.Tags[0].Value == "orders", "the tag")
	_, err = F.StopDeliveryStreamEncryption(ctx, &firehose.StopDeliveryStreamEncryptionInput{DeliveryStreamName: &name})
	check(err)
	until(func() bool { return encryption().Status == "DISABLED" }, "DISABLED")
	_, err = F.DeleteDeliveryStream(ctx, &firehose.DeleteDeliveryStreamInput{DeliveryStreamName: &name})
	check(err)
	until(func() bool { _, err := describe(); return errors.As(err, &notFound) }, "the end of the stream")
	fmt.Println("all held")
}
