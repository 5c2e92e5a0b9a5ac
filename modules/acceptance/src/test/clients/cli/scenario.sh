#!/usr/bin/env bash
# The scenario of modules/acceptance/src/test/clients, through the AWS CLI.
set -euo pipefail
# The AWS CLI 1 and old ones of version 2 know no AWS_ENDPOINT_URL.
aws() { "$HYDRANT_AWS" --endpoint-url "$AWS_ENDPOINT_URL" --output text "$@"; }
name="cli-$$"
bucket=$name
fail() { echo "$1" >&2; exit 1; }
until_is() { # COMMAND VALUE
  for _ in $(seq 120); do
    [ "$($1 2>&1)" == "$2" ] && return
    sleep 0.05
  done
  fail "waited in vain for $2: $($1 2>&1)"
}
refused_as() { # CODE COMMAND...
  local code=$1 out
  shift
  out=$("$@" 2>&1) && fail "expected $code, but it went well: $out"
  case $out in *"($code)"*) ;; *) fail "expected $code: $out" ;; esac
}
describe() {
  aws firehose describe-delivery-stream --delivery-stream-name "$name" \
    --query "DeliveryStreamDescription.$1"
}
status() { describe DeliveryStreamStatus; }
encryption() { describe DeliveryStreamEncryptionConfiguration.Status; }
create() {
  aws firehose create-delivery-stream --delivery-stream-name "$name" --tags Key=team,Value=orders \
    --extended-s3-destination-configuration \
    "BucketARN=arn:aws:s3:::$bucket,RoleARN=arn:aws:iam::000000000000:role/r,BufferingHints={SizeInMBs=1,IntervalInSeconds=60}"
}
put() {
  aws firehose put-record --delivery-stream-name "$name" --cli-binary-format raw-in-base64-out \
    --record "{\"Data\":\"$1\"}" --query Encrypted
}

key=$(aws kms create-key --query KeyMetadata.Arn)
aws s3 mb "s3://$bucket" >&2
refused_as ResourceNotFoundException status
create >&2
until_is status ACTIVE
refused_as ResourceInUseException create
aws firehose start-delivery-stream-encryption --delivery-stream-name "$name" \
  --delivery-stream-encryption-configuration-input "KeyType=CUSTOMER_MANAGED_CMK,KeyARN=$key"
until_is encryption ENABLED
[ "$(describe DeliveryStreamEncryptionConfiguration.KeyARN)" == "$key" ] || fail "another key"
[ "$(put 'one;')" == True ] || fail "not encrypted"
content() {
  local object
  for object in $(aws s3api list-objects-v2 --bucket "$bucket" --query 'Contents[].Key'); do
    [ "$object" == None ] || aws s3 cp "s3://$bucket/$object" - 2>/dev/null || true
  done
}
# Old versions know 60 seconds as the least interval: the clock is moved instead.
curl --silent --fail --data '{"advance":"PT1M"}' "$AWS_ENDPOINT_URL/_hydrant/clock" > /dev/null
until_is content 'one;'
aws kms disable-key --key-id "$key"
sleep 0.2
refused_as InvalidKMSResourceException put x
aws kms enable-key --key-id "$key"
[ "$(aws firehose list-tags-for-delivery-stream --delivery-stream-name "$name" --query 'Tags[0].Value')" == orders ] ||
  fail "the tag is missing"
aws firehose stop-delivery-stream-encryption --delivery-stream-name "$name"
until_is encryption DISABLED
aws firehose delete-delivery-stream --delivery-stream-name "$name"
for _ in $(seq 120); do status > /dev/null 2>&1 || break; done
refused_as ResourceNotFoundException status
echo "all held"
