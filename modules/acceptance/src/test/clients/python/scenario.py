"""The scenario of modules/acceptance/src/test/clients, through boto3 and botocore."""
import json
import os
import time
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

settings = dict(
    endpoint_url=os.environ["AWS_ENDPOINT_URL"],
    region_name=os.environ["AWS_REGION"],
    aws_access_key_id="test",
    aws_secret_access_key="secret",
)
firehose = boto3.client("firehose", **settings)
kms = boto3.client("kms", **settings)
s3 = boto3.client("s3", config=Config(s3={"addressing_style": "path"}), **settings)
name = bucket = f"python-{os.getpid()}"


def advance(duration):
    request = urllib.request.Request(
        os.environ["AWS_ENDPOINT_URL"] + "/_hydrant/clock",
        data=json.dumps({"advance": duration}).encode(),
    )
    urllib.request.urlopen(request).read()


def until(read, holds, what):
    for _ in range(600):
        value = read()
        if holds(value):
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited in vain: {what}")


def refusal(call):
    try:
        call()
        return None
    except ClientError as e:
        return e


def describe():
    return firehose.describe_delivery_stream(DeliveryStreamName=name)["DeliveryStreamDescription"]


def encryption():
    return describe()["DeliveryStreamEncryptionConfiguration"]


def put(text):
    return firehose.put_record(DeliveryStreamName=name, Record={"Data": text.encode()})


def create():
    firehose.create_delivery_stream(
        DeliveryStreamName=name,
        Tags=[{"Key": "team", "Value": "orders"}],
        ExtendedS3DestinationConfiguration={
            "BucketARN": f"arn:aws:s3:::{bucket}",
            "RoleARN": "arn:aws:iam::000000000000:role/r",
            "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 60},
        },
    )


def delivered():
    text = ""
    for item in s3.list_objects_v2(Bucket=bucket).get("Contents", []):
        try:
            text += s3.get_object(Bucket=bucket, Key=item["Key"])["Body"].read().decode()
        except ClientError:
            return ""
    return text


key = kms.create_key()["KeyMetadata"]["Arn"]
s3.create_bucket(Bucket=bucket)
assert isinstance(refusal(describe), firehose.exceptions.ResourceNotFoundException)
create()
until(describe, lambda d: d["DeliveryStreamStatus"] == "ACTIVE", "ACTIVE")
assert isinstance(refusal(create), firehose.exceptions.ResourceInUseException)
assert isinstance(
    refusal(
        lambda: firehose.start_delivery_stream_encryption(
            DeliveryStreamName=name,
            DeliveryStreamEncryptionConfigurationInput={"KeyType": "CUSTOMER_MANAGED_CMK"},
        )
    ),
    firehose.exceptions.InvalidArgumentException,
)

firehose.start_delivery_stream_encryption(
    DeliveryStreamName=name,
    DeliveryStreamEncryptionConfigurationInput={"KeyType": "CUSTOMER_MANAGED_CMK", "KeyARN": key},
)
enabled = until(encryption, lambda e: e["Status"] == "ENABLED", "ENABLED")
assert enabled["KeyARN"] == key and enabled["KeyType"] == "CUSTOMER_MANAGED_CMK"
assert put("one;")["Encrypted"] is True
batch = firehose.put_record_batch(
    DeliveryStreamName=name, Records=[{"Data": b"two;"}, {"Data": b"three"}]
)
assert batch["FailedPutCount"] == 0 and batch["Encrypted"] is True
# Old versions of botocore know 60 seconds as the least interval: the clock is moved instead.
advance("PT1M")
until(delivered, lambda text: text == "one;two;three", "delivery")

kms.disable_key(KeyId=key)
refused = until(lambda: refusal(lambda: put("")), lambda e: e is not None, "a refusal")
assert refused.response["Error"]["Code"] == "InvalidKMSResourceException", refused.response
assert refused.response["code"] == "DisabledException", refused.response
kms.enable_key(KeyId=key)

page = firehose.list_delivery_streams(Limit=1, ExclusiveStartDeliveryStreamName=name[:-1])
assert page["DeliveryStreamNames"] == [name]
tags = firehose.list_tags_for_delivery_stream(DeliveryStreamName=name)["Tags"]
assert tags == [{"Key": "team", "Value": "orders"}]

firehose.stop_delivery_stream_encryption(DeliveryStreamName=name)
until(encryption, lambda e: e["Status"] == "DISABLED", "DISABLED")
firehose.delete_delivery_stream(DeliveryStreamName=name)
until(
    lambda: refusal(describe),
    lambda e: isinstance(e, firehose.exceptions.ResourceNotFoundException),
    "the end of the stream",
)
print("all held")
