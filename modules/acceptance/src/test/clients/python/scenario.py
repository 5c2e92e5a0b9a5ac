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
other = f"{name}-other"
this = {"DeliveryStreamName": name}


def step(what):
    print(f"step: {what}")


def advance(duration):
    request = urllib.request.Request(
        os.environ["AWS_ENDPOINT_URL"] + "/_hydrant/clock",
        data=json.dumps({"advance": duration}).encode(),
        headers={"Content-Type": "application/json"},
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
    return firehose.describe_delivery_stream(**this)["DeliveryStreamDescription"]


def encryption():
    return describe()["DeliveryStreamEncryptionConfiguration"]


def tags():
    return firehose.list_tags_for_delivery_stream(**this)["Tags"]


def put(data):
    return firehose.put_record(**this, Record={"Data": data})


def create(stream):
    return firehose.create_delivery_stream(
        DeliveryStreamName=stream,
        Tags=[{"Key": "team", "Value": "orders"}],
        ExtendedS3DestinationConfiguration={
            "BucketARN": f"arn:aws:s3:::{bucket}",
            "RoleARN": "arn:aws:iam::000000000000:role/r",
            "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 60},
        },
    )


def delivered():
    content = b""
    for item in s3.list_objects_v2(Bucket=bucket).get("Contents", []):
        try:
            content += s3.get_object(Bucket=bucket, Key=item["Key"])["Body"].read()
        except ClientError:
            return b""
    return content


key = kms.create_key()["KeyMetadata"]["Arn"]
s3.create_bucket(Bucket=bucket)

assert isinstance(refusal(describe), firehose.exceptions.ResourceNotFoundException)
step("ResourceNotFoundException")

refused = refusal(lambda: firehose.create_delivery_stream(**this))
assert isinstance(refused, firehose.exceptions.InvalidArgumentException)
assert (
    refused.response["Error"]["Message"]
    == "Exactly one destination configuration is supported for a Firehose"
)
step("InvalidArgumentException")

assert create(name)["DeliveryStreamARN"].endswith(f":deliverystream/{name}")
step("create")

until(describe, lambda d: d["DeliveryStreamStatus"] == "ACTIVE", "ACTIVE")
step("describe until ACTIVE")

refused = refusal(lambda: create(name))
assert isinstance(refused, firehose.exceptions.ResourceInUseException)
step("ResourceInUseException")

create(other)
page = firehose.list_delivery_streams(Limit=1, ExclusiveStartDeliveryStreamName=name[:-1])
assert page["DeliveryStreamNames"] == [name] and page["HasMoreDeliveryStreams"] is True
page = firehose.list_delivery_streams(Limit=1, ExclusiveStartDeliveryStreamName=name)
assert page["DeliveryStreamNames"] == [other]
step("list in pages")

firehose.tag_delivery_stream(**this, Tags=[{"Key": "area", "Value": "shop"}])
step("tag")

assert tags() == [{"Key": "area", "Value": "shop"}, {"Key": "team", "Value": "orders"}]
step("list tags")

firehose.untag_delivery_stream(**this, TagKeys=["area"])
assert tags() == [{"Key": "team", "Value": "orders"}]
step("untag")

firehose.start_delivery_stream_encryption(
    **this,
    DeliveryStreamEncryptionConfigurationInput={"KeyType": "CUSTOMER_MANAGED_CMK", "KeyARN": key},
)
enabled = until(encryption, lambda e: e["Status"] == "ENABLED", "ENABLED")
assert enabled["KeyARN"] == key and enabled["KeyType"] == "CUSTOMER_MANAGED_CMK"
step("start encryption until ENABLED")

every_byte = bytes(range(256))
assert put(every_byte)["Encrypted"] is True
step("put record")

batch = firehose.put_record_batch(**this, Records=[{"Data": b"two;"}, {"Data": b"three"}])
assert batch["FailedPutCount"] == 0 and batch["Encrypted"] is True
assert len(batch["RequestResponses"]) == 2
step("put batch")

advance("PT1M")
until(delivered, lambda content: content == every_byte + b"two;three", "delivery")
step("deliver every byte")

kms.disable_key(KeyId=key)
advance("PT1S")
refused = refusal(lambda: put(every_byte))
assert isinstance(refused, firehose.exceptions.InvalidKMSResourceException)
assert refused.response["code"] == "DisabledException", refused.response
kms.enable_key(KeyId=key)
step("InvalidKMSResourceException")

before = describe()
firehose.update_destination(
    **this,
    CurrentDeliveryStreamVersionId=before["VersionId"],
    DestinationId=before["Destinations"][0]["DestinationId"],
    ExtendedS3DestinationUpdate={"Prefix": "updated/"},
)
after = describe()
assert after["Destinations"][0]["ExtendedS3DestinationDescription"]["Prefix"] == "updated/"
assert after["VersionId"] != before["VersionId"]
step("update destination")

firehose.stop_delivery_stream_encryption(**this)
until(encryption, lambda e: e["Status"] == "DISABLED", "DISABLED")
step("stop encryption until DISABLED")

firehose.delete_delivery_stream(DeliveryStreamName=other)
firehose.delete_delivery_stream(**this)
until(
    lambda: refusal(describe),
    lambda e: isinstance(e, firehose.exceptions.ResourceNotFoundException),
    "the end of the stream",
)
step("delete")
