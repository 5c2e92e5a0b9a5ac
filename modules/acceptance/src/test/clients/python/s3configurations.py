"""Configurations of buckets as infrastructure tools set, read and delete them."""
import json


def check(s3, bucket, code, same):
    def pair(name, member, value, wrapped=None):
        given = {member: value} if member else value
        getattr(s3, f"put_bucket_{name}")(Bucket=bucket, **given)
        found = getattr(s3, f"get_bucket_{name}")(Bucket=bucket)
        for key, expected in (wrapped or value).items():
            same(found[key], expected)

    def delete(name, missing, found=None):
        getattr(s3, f"delete_bucket_{name}")(Bucket=bucket)
        same(code(lambda: getattr(s3, f"get_bucket_{found or name}")(Bucket=bucket)), missing)

    same(s3.get_bucket_location(Bucket=bucket)["LocationConstraint"], None)
    s3.head_bucket(Bucket=bucket)
    assert bucket in [each["Name"] for each in s3.list_buckets()["Buckets"]]
    assert "Status" not in s3.get_bucket_versioning(Bucket=bucket)

    same(code(lambda: s3.get_bucket_tagging(Bucket=bucket)), "NoSuchTagSet")
    pair("tagging", "Tagging", {"TagSet": [{"Key": "team", "Value": "orders"}]})
    delete("tagging", "NoSuchTagSet")

    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Deny",
                "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
                "Action": "s3:*",
                "Resource": f"arn:aws:s3:::{bucket}/*",
            }
        ],
    }
    same(code(lambda: s3.get_bucket_policy(Bucket=bucket)), "NoSuchBucketPolicy")
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    same(json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"]), policy)
    same(code(lambda: s3.put_bucket_policy(Bucket=bucket, Policy="{")), "MalformedPolicy")
    delete("policy", "NoSuchBucketPolicy")

    block = {
        "BlockPublicAcls": True,
        "IgnorePublicAcls": False,
        "BlockPublicPolicy": True,
        "RestrictPublicBuckets": False,
    }
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=block)
    found = s3.get_public_access_block(Bucket=bucket)
    same(found["PublicAccessBlockConfiguration"], block)
    s3.delete_public_access_block(Bucket=bucket)
    same(
        code(lambda: s3.get_public_access_block(Bucket=bucket)),
        "NoSuchPublicAccessBlockConfiguration",
    )

    owner = {"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]}
    pair("ownership_controls", "OwnershipControls", owner, {"OwnershipControls": owner})
    delete("ownership_controls", "OwnershipControlsNotFoundError")

    rule = {
        "ID": "old",
        "Status": "Enabled",
        "Filter": {"Prefix": "old/"},
        "Expiration": {"Days": 30},
    }
    same(
        code(lambda: s3.get_bucket_lifecycle_configuration(Bucket=bucket)),
        "NoSuchLifecycleConfiguration",
    )
    pair("lifecycle_configuration", "LifecycleConfiguration", {"Rules": [rule]})
    delete("lifecycle", "NoSuchLifecycleConfiguration", found="lifecycle_configuration")

    same(code(lambda: s3.get_bucket_cors(Bucket=bucket)), "NoSuchCORSConfiguration")

    queue = {
        "Id": "q",
        "QueueArn": "arn:aws:sqs:us-east-1:000000000000:q",
        "Events": ["s3:ObjectCreated:*"],
    }
    pair("notification_configuration", "NotificationConfiguration", {"QueueConfigurations": [queue]})
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={})

    grants = s3.get_bucket_acl(Bucket=bucket)["Grants"]
    same([grant["Permission"] for grant in grants], ["FULL_CONTROL"])
    s3.put_bucket_acl(Bucket=bucket, ACL="private")

    pair("versioning", "VersioningConfiguration", {"Status": "Enabled"})
    pair("versioning", "VersioningConfiguration", {"Status": "Suspended"})
