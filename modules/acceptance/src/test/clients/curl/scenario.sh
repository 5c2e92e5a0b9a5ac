#!/usr/bin/env bash
# The scenario of modules/acceptance/src/test/clients, through curl alone.
set -euo pipefail
name="curl-$$"
fail() { echo "$1" >&2; exit 1; }
call() { # TARGET BODY
  curl --silent --show-error --request POST "$AWS_ENDPOINT_URL/" \
    --header "X-Amz-Target: $1" --header 'Content-Type: application/x-amz-json-1.1' \
    --header 'X-Amz-Date: 20261123T000000Z' \
    --header 'Authorization: AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request, SignedHeaders=host, Signature=0' \
    --data "$2"
}
firehose() { call "Firehose_20150804.$1" "$2"; }
kms() { call "TrentService.$1" "$2"; }
contains() { # TEXT PART
  case $1 in *"$2"*) ;; *) fail "expected $2 in: $1" ;; esac
}
until_contains() { # PART COMMAND...
  local part=$1 out
  shift
  for _ in $(seq 400); do
    out=$("$@")
    case $out in *"$part"*) return ;; esac
    sleep 0.05
  done
  fail "waited in vain for $part: $out"
}
describe() { firehose DescribeDeliveryStream "{\"DeliveryStreamName\":\"$name\"}"; }
put() { firehose PutRecord "{\"DeliveryStreamName\":\"$name\",\"Record\":{\"Data\":\"b25lOw==\"}}"; }
objects() {
  local list key
  list=$(curl --silent "$AWS_ENDPOINT_URL/$name?list-type=2")
  for key in $(grep -o '<Key>[^<]*' <<< "$list" | sed 's/<Key>//'); do
    curl --silent "$AWS_ENDPOINT_URL/$name/$key"
  done
}

curl --silent --fail --request PUT "$AWS_ENDPOINT_URL/$name" > /dev/null
key=$(kms CreateKey '{}' | grep -o 'arn:aws:kms:[^"]*' | head -1)
contains "$(describe)" ResourceNotFoundException
create="{\"DeliveryStreamName\":\"$name\",\"ExtendedS3DestinationConfiguration\":{\"BucketARN\":\"arn:aws:s3:::$name\",\"RoleARN\":\"arn:aws:iam::000000000000:role/r\",\"BufferingHints\":{\"SizeInMBs\":1,\"IntervalInSeconds\":1}}}"
contains "$(firehose CreateDeliveryStream "$create")" deliverystream/"$name"
until_contains '"ACTIVE"' describe
contains "$(firehose CreateDeliveryStream "$create")" ResourceInUseException
start="{\"DeliveryStreamName\":\"$name\",\"DeliveryStreamEncryptionConfigurationInput\":{\"KeyType\":\"CUSTOMER_MANAGED_CMK\",\"KeyARN\":\"$key\"}}"
[ -z "$(firehose StartDeliveryStreamEncryption "$start")" ] || fail "the answer is not empty"
until_contains '"Status":"ENABLED"' describe
contains "$(put)" '"Encrypted":true'
until_contains 'one;' objects
contains "$(gzip --stdout <<< "{\"DeliveryStreamName\":\"$name\"}" | curl --silent --request POST "$AWS_ENDPOINT_URL/" \
  --header 'X-Amz-Target: Firehose_20150804.DescribeDeliveryStream' --header 'Content-Encoding: gzip' \
  --header 'Content-Type: application/x-amz-json-1.1' --header 'X-Amz-Date: 20261123T000000Z' \
  --header 'Authorization: AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request, SignedHeaders=host, Signature=0' \
  --data-binary @-)" '"ENABLED"'
kms DisableKey "{\"KeyId\":\"$key\"}"
until_contains '"code":"DisabledException"' put
kms EnableKey "{\"KeyId\":\"$key\"}"
[ -z "$(firehose StopDeliveryStreamEncryption "{\"DeliveryStreamName\":\"$name\"}")" ] || fail "not empty"
until_contains '"Status":"DISABLED"' describe
[ -z "$(firehose DeleteDeliveryStream "{\"DeliveryStreamName\":\"$name\"}")" ] || fail "not empty"
until_contains ResourceNotFoundException describe
echo "all held"
