"""The scenario of S3 in modules/acceptance/src/test/clients, through the AWS CLI."""
import json
import os
import tempfile
import urllib.request
from pathlib import Path

from commands import Refused, aws, binary, refused_as, same, step

bucket = f"cli-s3-{os.getpid()}"
folder = Path(tempfile.mkdtemp(prefix="hydrant-cli-"))
NAMES = ["a", "in+out/x", "data/x", "with blank/é", "100%/%41", "a=b&c?d#e"]
KEYS = NAMES + ["data", "/slash", "//two//row", "dots/../x", "./y", "ends/", "k" * 1024]


def api(operation, *arguments):
    return aws("s3api", operation, "--bucket", bucket, *arguments)


def of(key, operation, *arguments):
    return api(operation, "--key", key, *arguments)


def query(members, operation, *arguments):
    return json.loads(api(operation, "--output", "json", "--query", members, *arguments))


def file(name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    # S3 knows whole seconds: sync would send a file again that is younger than its object.
    minute_ago = path.stat().st_mtime - 60
    os.utime(path, (minute_ago, minute_ago))
    return str(path)


def put(key, content, *arguments):
    return of(key, "put-object", "--body", file("body", content), *arguments)


def get(key, *arguments):
    target = folder / "got"
    of(key, "get-object", *arguments, str(target))
    return target.read_bytes()


def keys(*arguments):
    return query("Contents[].Key", "list-objects-v2", *arguments) or []


def tree(root):
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(Path(root).rglob("*"))
        if path.is_file()
    }


def fetched(url):
    return urllib.request.urlopen(url).read()


aws("s3", "mb", f"s3://{bucket}")

for key in KEYS:
    put(key, ("bytes of " + key).encode())
for key in KEYS:
    same(get(key), ("bytes of " + key).encode())
same(sorted(keys()), sorted(KEYS))
same(keys("--prefix", "in+"), ["in+out/x"])
for key in KEYS:
    of(key, "delete-object")
    refused_as("NoSuchKey", lambda: get(key))
step("awkward keys")

for algorithm in ("CRC32", "CRC32C", "SHA1", "SHA256"):
    member = f"Checksum{algorithm}"
    given = put("sum", b"summed", "--checksum-algorithm", algorithm, "--query", member)
    found = of("sum", "head-object", "--checksum-mode", "ENABLED", "--query", member)
    same(found, given)
refused_as("BadDigest", lambda: put("wrong", b"x", "--checksum-crc32", "AAAAAA=="))
refused_as("BadDigest", lambda: put("wrong", b"x", "--content-md5", "1B2M2Y8AsgTpgAmY7PhCfg=="))
step("checksums")

source = folder / "source"
for name in NAMES + ["large"]:
    file(f"source/{name}", name.encode() * (1 if name != "large" else 2 << 20))
uploaded = tree(source)
aws("s3", "cp", "--recursive", "--only-show-errors", str(source), f"s3://{bucket}/copied")
same(sorted(keys("--prefix", "copied/")), sorted(f"copied/{name}" for name in uploaded))
assert of("copied/large", "head-object", "--query", "ETag").endswith('-2"')
aws("s3", "cp", "--recursive", "--only-show-errors", f"s3://{bucket}/copied", str(folder / "back"))
same(tree(folder / "back"), uploaded)
aws("s3", "mv", "--only-show-errors", f"s3://{bucket}/copied/large", f"s3://{bucket}/moved")
same(binary("s3", "cp", f"s3://{bucket}/moved", "-"), uploaded["large"])
step("cp --recursive")

aws("s3", "sync", "--only-show-errors", str(source), f"s3://{bucket}/synced")
same(len(keys("--prefix", "synced/")), len(uploaded))
same(aws("s3", "sync", str(source), f"s3://{bucket}/synced"), "")
(source / "a").unlink()
file("source/new", b"new")
aws("s3", "sync", "--delete", "--only-show-errors", str(source), f"s3://{bucket}/synced")
same(sorted(keys("--prefix", "synced/")), sorted(f"synced/{name}" for name in tree(source)))
file("mirror/extra", b"extra")
mirror = str(folder / "mirror")
aws("s3", "sync", "--delete", "--only-show-errors", f"s3://{bucket}/synced", mirror)
same(tree(mirror), tree(source))
same(aws("s3", "sync", f"s3://{bucket}/synced", mirror), "")
step("sync --delete both ways")

put("from+here %", b"copied", "--metadata", "owner=me")
of("to", "copy-object", "--copy-source", f"{bucket}/from+here %")
same(of("to", "head-object", "--query", "Metadata.owner"), "me")
step("copy")

put("digits", b"0123456789")
same(get("digits", "--range", "bytes=2-4"), b"234")
refused_as("InvalidRange", lambda: get("digits", "--range", "bytes=10-"))
refused_as("PreconditionFailed", lambda: get("digits", "--if-match", "other"))
step("ranges")

tags = json.dumps({"TagSet": [{"Key": "k", "Value": "v w"}]})
of("digits", "put-object-tagging", "--tagging", tags)
same(of("digits", "get-object-tagging", "--query", "TagSet[].[Key,Value]"), "k\tv w")
of("digits", "delete-object-tagging")
same(of("digits", "get-object-tagging", "--query", "TagSet[].Key"), "")
step("tagging")

for key in ("l/a/1", "l/b c", "l/c+d/1", "l/d"):
    put(key, b"")
listing = aws("s3", "ls", "--page-size", "1", f"s3://{bucket}/l/").splitlines()
shown = [line.split()[1] if "PRE" in line else line[31:] for line in listing]
same(shown, ["a/", "b c", "c+d/", "d"])
listed = query("[Contents[].Key,CommonPrefixes[].Prefix]", "list-objects-v2",
               *["--page-size", "1", "--prefix", "l/", "--delimiter", "/"])
same(listed, [["l/b c", "l/d"], ["l/a/", "l/c+d/"]])
step("list in pages")

key = aws("kms", "create-key", "--query", "KeyMetadata.Arn")
same(put("plain", b"x", "--query", "ServerSideEncryption"), "AES256")
sealed = ["--server-side-encryption", "aws:kms", "--ssekms-key-id", key]
same(put("sealed", b"secret", *sealed, "--query", "SSEKMSKeyId"), key)
same(get("sealed"), b"secret")
own = ["--sse-customer-algorithm", "AES256", "--sse-customer-key", "k" * 32]
put("own", b"secret", *own)
same(get("own", *own), b"secret")
refused_as("InvalidRequest", lambda: get("own"))
aws("kms", "disable-key", "--key-id", key)
refused_as("KMS.DisabledException", lambda: get("sealed"))
step("encryption")

api("put-bucket-versioning", "--versioning-configuration", "Status=Enabled")
same(api("get-bucket-versioning", "--query", "Status"), "Enabled")
put("v", b"1")
first = query("Versions[0].VersionId", "list-object-versions", "--prefix", "v")
put("v", b"2")
same(get("v", "--version-id", first), b"1")
api("put-bucket-versioning", "--versioning-configuration", "Status=Suspended")
api("put-bucket-tagging", "--tagging", "TagSet=[{Key=team,Value=orders}]")
same(api("get-bucket-tagging", "--query", "TagSet[].Value"), "orders")
api("delete-bucket-tagging")
refused_as("NoSuchTagSet", lambda: api("get-bucket-tagging"))
step("bucket configurations")

put("presigned + key", b"presigned")
same(fetched(aws("s3", "presign", f"s3://{bucket}/presigned + key")), b"presigned")
step("presign")

aws("s3", "rm", "--recursive", "--only-show-errors", f"s3://{bucket}/synced")
same(keys("--prefix", "synced/"), [])
batch = {"Objects": [{"Key": key} for key in keys()]}
same(len(query("Deleted", "delete-objects", "--delete", json.dumps(batch))), len(batch["Objects"]))
same(keys(), [])
try:
    aws("s3", "rb", f"s3://{bucket}")
    raise AssertionError("a bucket with versions is deleted")
except Refused as e:
    assert "BucketNotEmpty" in str(e), e
step("batch delete")
