"""The scenario of S3 in modules/acceptance/src/test/clients, through boto3 and botocore."""
import hashlib
import json
import os
import urllib.request

import boto3
import s3configurations
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
settings = dict(
    endpoint_url=ENDPOINT,
    region_name=os.environ["AWS_REGION"],
    aws_access_key_id="test",
    aws_secret_access_key="secret",
)
kms = boto3.client("kms", **settings)
s3 = boto3.client(
    "s3", config=Config(signature_version="s3v4", s3={"addressing_style": "path"}), **settings
)
bucket = f"python-s3-{os.getpid()}"
PART = 5 << 20
KEYS = [
    "in+out/x",
    "a",
    "a/b",
    "data",
    "data/x",
    "/slash",
    "//two//in/a/row",
    "dots/../x",
    "./y",
    "..",
    "%41",
    "100%",
    "with blank ",
    "é/日本/🙂",
    "ends/",
    "a=b&c?d#e;f",
    "<&'\">",
    "k" * 1024,
]


def step(what):
    print(f"step: {what}")


def here(**more):
    return dict(Bucket=bucket, **more)


def put(key, body, **more):
    return s3.put_object(**here(Key=key, Body=body, **more))


def get(key, **more):
    return s3.get_object(**here(Key=key, **more))["Body"].read()


def code(call):
    try:
        call()
    except ClientError as e:
        return e.response["Error"]["Code"]
    raise AssertionError("it went well")


def same(found, expected):
    assert found == expected, f"expected {expected!r}: {found!r}"


def names(listing):
    return [item["Key"] for item in listing.get("Contents", [])]


def fetched(url, data=None):
    method = "GET" if data is None else "PUT"
    request = urllib.request.Request(url, data=data, method=method)
    return urllib.request.urlopen(request).read()


s3.create_bucket(Bucket=bucket)

for key in KEYS:
    put(key, ("bytes of " + key).encode())
for key in KEYS:
    same(get(key), ("bytes of " + key).encode())
same(sorted(names(s3.list_objects_v2(**here()))), sorted(KEYS))
same(names(s3.list_objects_v2(**here(Prefix="in+"))), ["in+out/x"])
same(names(s3.list_objects_v2(**here(Prefix="data/"))), ["data/x"])
for key in KEYS:
    s3.delete_object(**here(Key=key))
    same(code(lambda: get(key)), "NoSuchKey")
same(names(s3.list_objects_v2(**here())), [])
step("awkward keys")

for algorithm in ("CRC32", "SHA1", "SHA256"):
    member = f"Checksum{algorithm}"
    given = put("sum", b"summed", ChecksumAlgorithm=algorithm)[member]
    found = s3.head_object(**here(Key="sum", ChecksumMode="ENABLED"))
    same(found[member], given)
same(code(lambda: put("wrong", b"x", ChecksumCRC32="AAAAAA==")), "BadDigest")
same(code(lambda: put("wrong", b"x", ContentMD5="1B2M2Y8AsgTpgAmY7PhCfg==")), "BadDigest")
same(code(lambda: get("wrong")), "NoSuchKey")
step("checksums")

upload = s3.create_multipart_upload(**here(Key="parts"))["UploadId"]
this = here(Key="parts", UploadId=upload)
parts = []
for number, body in ((1, b"1" * PART), (2, b"two")):
    tag = s3.upload_part(**this, PartNumber=number, Body=body)["ETag"]
    parts.append({"PartNumber": number, "ETag": tag})
same([p["Size"] for p in s3.list_parts(**this)["Parts"]], [PART, 3])
same(code(lambda: get("parts")), "NoSuchKey")
wrong = {"Parts": [parts[1], parts[0]]}
same(code(lambda: s3.complete_multipart_upload(**this, MultipartUpload=wrong)), "InvalidPartOrder")
done = s3.complete_multipart_upload(**this, MultipartUpload={"Parts": parts})
md5s = b"".join(hashlib.md5(body).digest() for body in (b"1" * PART, b"two"))
same(done["ETag"], f'"{hashlib.md5(md5s).hexdigest()}-2"')
same(get("parts"), b"1" * PART + b"two")
same(get("parts", PartNumber=2), b"two")
upload = s3.create_multipart_upload(**here(Key="given up"))["UploadId"]
s3.abort_multipart_upload(**here(Key="given up", UploadId=upload))
same(s3.list_multipart_uploads(**here()).get("Uploads", []), [])
step("multipart")

put("from+here %", b"copied", Metadata={"owner": "me"}, ContentType="text/csv")
source = {"Bucket": bucket, "Key": "from+here %"}
s3.copy_object(**here(Key="to", CopySource=source))
found = s3.head_object(**here(Key="to"))
same((found["Metadata"], found["ContentType"]), ({"owner": "me"}, "text/csv"))
s3.copy_object(**here(Key="to", CopySource=source, Metadata={}, MetadataDirective="REPLACE"))
same(s3.head_object(**here(Key="to"))["Metadata"], {})
same(code(lambda: s3.copy_object(**here(Key="to", CopySource=f"{bucket}/none"))), "NoSuchKey")
step("copy")

put("digits", b"0123456789")
same(get("digits", Range="bytes=2-4"), b"234")
same(get("digits", Range="bytes=-3"), b"789")
same(s3.get_object(**here(Key="digits", Range="bytes=8-99"))["ContentRange"], "bytes 8-9/10")
same(code(lambda: get("digits", Range="bytes=10-")), "InvalidRange")
step("ranges")

tag = put("if", b"1")["ETag"]
same(code(lambda: get("if", IfNoneMatch=tag)), "304")
same(code(lambda: get("if", IfMatch='"other"')), "PreconditionFailed")


def conditional(**headers):
    """botocore of Debian does not know the conditions of writes."""

    def add(request, **_):
        for name, value in headers.items():
            request.headers[name.replace("_", "-")] = value

    s3.meta.events.register("before-sign.s3.PutObject", add)
    try:
        return put("if", b"2")
    finally:
        s3.meta.events.unregister("before-sign.s3.PutObject", add)


same(code(lambda: conditional(If_None_Match="*")), "PreconditionFailed")
same(code(lambda: conditional(If_Match='"other"')), "PreconditionFailed")
conditional(If_Match=tag)
same(get("if"), b"2")
step("conditions")

put("tagged", b"", Tagging="team=orders&area=a%20b")
same(s3.get_object_tagging(**here(Key="tagged"))["TagSet"][0], {"Key": "area", "Value": "a b"})
same(s3.head_object(**here(Key="tagged"))["ContentLength"], 0)
s3.put_object_tagging(**here(Key="tagged", Tagging={"TagSet": [{"Key": "k", "Value": "v"}]}))
same(s3.get_object_tagging(**here(Key="tagged"))["TagSet"], [{"Key": "k", "Value": "v"}])
s3.delete_object_tagging(**here(Key="tagged"))
same(s3.get_object_tagging(**here(Key="tagged"))["TagSet"], [])
step("tagging")

versions = f"{bucket}-versions"
s3.create_bucket(Bucket=versions)
s3.put_bucket_versioning(Bucket=versions, VersioningConfiguration={"Status": "Enabled"})
first = s3.put_object(Bucket=versions, Key="v", Body=b"1")["VersionId"]
s3.put_object(Bucket=versions, Key="v", Body=b"2")
assert s3.delete_object(Bucket=versions, Key="v")["DeleteMarker"] is True
same(code(lambda: s3.get_object(Bucket=versions, Key="v")), "NoSuchKey")
same(s3.get_object(Bucket=versions, Key="v", VersionId=first)["Body"].read(), b"1")
listed = s3.list_object_versions(Bucket=versions)
same((len(listed["Versions"]), len(listed["DeleteMarkers"])), (2, 1))
same(code(lambda: s3.delete_bucket(Bucket=versions)), "BucketNotEmpty")
for version in listed["Versions"] + listed["DeleteMarkers"]:
    s3.delete_object(Bucket=versions, Key="v", VersionId=version["VersionId"])
s3.delete_bucket(Bucket=versions)
step("versioning")

for key in ("l/a/1", "l/a/2", "l/b c", "l/c+d/1", "l/d"):
    put(key, b"")
for operation in ("list_objects", "list_objects_v2"):
    seen = []
    pages = s3.get_paginator(operation).paginate(
        **here(Prefix="l/", Delimiter="/", PaginationConfig={"PageSize": 1})
    )
    for page in pages:
        seen += names(page) + [p["Prefix"] for p in page.get("CommonPrefixes", [])]
    same(seen, ["l/a/", "l/b c", "l/c+d/", "l/d"])
step("list in pages")

keys = names(s3.list_objects_v2(**here()))
answer = s3.delete_objects(**here(Delete={"Objects": [{"Key": k} for k in keys + ["none"]]}))
same(sorted(d["Key"] for d in answer["Deleted"]), sorted(keys + ["none"]))
same(names(s3.list_objects_v2(**here())), [])
step("batch delete")

key = kms.create_key()["KeyMetadata"]["Arn"]
same(put("plain", b"x")["ServerSideEncryption"], "AES256")
same(put("plain", b"x", ServerSideEncryption="AES256")["ServerSideEncryption"], "AES256")
sealed = put("sealed", b"secret", ServerSideEncryption="aws:kms", SSEKMSKeyId=key)
same((sealed["ServerSideEncryption"], sealed["SSEKMSKeyId"]), ("aws:kms", key))
same(get("sealed"), b"secret")
own = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": b"k" * 32}
put("own", b"secret", **own)
same(get("own", **own), b"secret")
same(code(lambda: get("own")), "InvalidRequest")
other = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": b"o" * 32}
same(code(lambda: get("own", **other)), "AccessDenied")
rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}}
s3.put_bucket_encryption(**here(ServerSideEncryptionConfiguration={"Rules": [rule]}))
same(put("default", b"x")["SSEKMSKeyId"], key)
kms.disable_key(KeyId=key)
same(code(lambda: get("sealed")), "KMS.DisabledException")
s3.delete_bucket_encryption(**here())
same(put("default", b"x")["ServerSideEncryption"], "AES256")
step("encryption")

s3configurations.check(s3, bucket, code, same)
step("bucket configurations")

for key in ("presigned + key", "pre/../signed"):
    body = b"presigned " + key.encode()
    fetched(s3.generate_presigned_url("put_object", here(Key=key)), data=body)
    same(fetched(s3.generate_presigned_url("get_object", here(Key=key))), body)
expiring = s3.generate_presigned_url("get_object", here(Key=key), ExpiresIn=60)
urllib.request.urlopen(
    urllib.request.Request(
        ENDPOINT + "/_hydrant/clock",
        data=json.dumps({"advance": "PT61S"}).encode(),
        headers={"Content-Type": "application/json"},
    )
).read()
try:
    raise AssertionError(fetched(expiring))
except urllib.error.HTTPError as e:
    same(e.code, 403)
    assert b"<Message>Request has expired</Message>" in e.read()
step("presigned get and put")
