"""The scenario of modules/acceptance/src/test/clients, through the AWS CLI."""
import base64
import json
import os
import time
import urllib.request

from commands import ENDPOINT, Refused, aws, binary, refusal, refused_as, same, step

name = bucket = f"cli-{os.getpid()}"
other = f"{name}-other"
every_byte = bytes(range(256))


def call(operation, *arguments):
    return aws("firehose", operation, "--delivery-stream-name", name, *arguments)


def until_same(read, expected):
    for _ in range(600):
        found = read()
        if found == expected:
            return
        time.sleep(0.05)
    same(found, expected)


def describe(member):
    return call("describe-delivery-stream", "--query", f"DeliveryStreamDescription.{member}")


def status():
    return describe("DeliveryStreamStatus")


def encryption(member):
    return describe(f"DeliveryStreamEncryptionConfiguration.{member}")


def tags():
    return call("list-tags-for-delivery-stream", "--query", "Tags[].[Key,Value][]")


def page_after(stream):
    return aws(
        *["firehose", "list-delivery-streams", "--limit", "1"],
        *["--exclusive-start-delivery-stream-name", stream],
        *["--query", "[DeliveryStreamNames[0],HasMoreDeliveryStreams]"],
    )


def create(stream):
    return aws(
        *["firehose", "create-delivery-stream", "--delivery-stream-name", stream],
        *["--tags", "Key=team,Value=orders", "--query", "DeliveryStreamARN"],
        "--extended-s3-destination-configuration",
        f"BucketARN=arn:aws:s3:::{bucket},RoleARN=arn:aws:iam::000000000000:role/r,"
        "BufferingHints={SizeInMBs=1,IntervalInSeconds=60}",
    )


def advance(duration):
    request = urllib.request.Request(
        ENDPOINT + "/_hydrant/clock",
        data=json.dumps({"advance": duration}).encode(),
        headers={"Content-Type": "application/json"},
    )
    urllib.request.urlopen(request).read()


def put():
    record = json.dumps({"Data": base64.b64encode(every_byte).decode()})
    return call(
        *["put-record", "--cli-binary-format", "base64", "--record", record],
        *["--query", "Encrypted"],
    )


def delivered():
    keys = aws("s3api", "list-objects-v2", "--bucket", bucket, "--query", "Contents[].Key").split()
    try:
        return b"".join(
            binary("s3", "cp", f"s3://{bucket}/{key}", "-") for key in keys if key != "None"
        )
    except Refused:
        return b""


key = aws("kms", "create-key", "--query", "KeyMetadata.Arn")
aws("s3", "mb", f"s3://{bucket}")

refused_as("ResourceNotFoundException", status)
step("ResourceNotFoundException")

same(
    refusal(lambda: call("create-delivery-stream")),
    "An error occurred (InvalidArgumentException) when calling the CreateDeliveryStream operation:"
    " Exactly one destination configuration is supported for a Firehose",
)
step("InvalidArgumentException")

same(create(name), f"arn:aws:firehose:us-east-1:000000000000:deliverystream/{name}")
step("create")

until_same(status, "ACTIVE")
step("describe until ACTIVE")

refused_as("ResourceInUseException", lambda: create(name))
step("ResourceInUseException")

create(other)
same(page_after(name[:-1]), f"{name}\tTrue")
same(page_after(name).split("\t")[0], other)
step("list in pages")

call("tag-delivery-stream", "--tags", "Key=area,Value=shop")
step("tag")

same(tags(), "area\tshop\tteam\torders")
step("list tags")

call("untag-delivery-stream", "--tag-keys", "area")
same(tags(), "team\torders")
step("untag")

call(
    "start-delivery-stream-encryption",
    "--delivery-stream-encryption-configuration-input",
    f"KeyType=CUSTOMER_MANAGED_CMK,KeyARN={key}",
)
until_same(lambda: encryption("Status"), "ENABLED")
same(encryption("[KeyARN,KeyType]"), f"{key}\tCUSTOMER_MANAGED_CMK")
step("start encryption until ENABLED")

same(put(), "True")
step("put record")

batch = call(
    *["put-record-batch", "--cli-binary-format", "raw-in-base64-out"],
    *["--records", '[{"Data":"two;"},{"Data":"three"}]'],
    *["--query", "[FailedPutCount,Encrypted,length(RequestResponses)]"],
)
same(batch, "0\tTrue\t2")
step("put batch")

advance("PT1M")
until_same(delivered, every_byte + b"two;three")
step("deliver every byte")

aws("kms", "disable-key", "--key-id", key)
advance("PT1S")
refused_as("InvalidKMSResourceException", put)
aws("kms", "enable-key", "--key-id", key)
step("InvalidKMSResourceException")

version = describe("VersionId")
call(
    *["update-destination", "--current-delivery-stream-version-id", version],
    *["--destination-id", describe("Destinations[0].DestinationId")],
    *["--extended-s3-destination-update", "Prefix=updated/"],
)
same(describe("Destinations[0].ExtendedS3DestinationDescription.Prefix"), "updated/")
assert describe("VersionId") != version, f"still version {version}"
step("update destination")

call("stop-delivery-stream-encryption")
until_same(lambda: encryption("Status"), "DISABLED")
step("stop encryption until DISABLED")

aws("firehose", "delete-delivery-stream", "--delivery-stream-name", other)
call("delete-delivery-stream")
for _ in range(600):
    try:
        status()
    except Refused:
        break
    time.sleep(0.05)
refused_as("ResourceNotFoundException", status)
step("delete")
