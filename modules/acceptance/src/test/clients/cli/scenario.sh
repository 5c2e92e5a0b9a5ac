#!/usr/bin/env bash
# The scenario of modules/acceptance/src/test/clients, through the AWS CLI.
set -euo pipefail
# The AWS CLI 1 and old ones of version 2 know no AWS_ENDPOINT_URL.
aws() { "$HYDRANT_AWS" --endpoint-url "$AWS_ENDPOINT_URL" --output text "$@"; }
name="cli-$$"
other="$name-other"
bucket=$name
step() { echo "step: $1"; }
fail() { echo "$1" >&2; exit 1; }
is() { # TEXT EXPECTED
  [ "$1" == "$2" ] || fail "expected $2: $1"
}
until_is() { # EXPECTED COMMAND...
  local expected=$1
  shift
  for _ in $(seq 120); do
    [ "$("$@" 2>&1)" == "$expected" ] && return
    sleep 0.05
  done
  fail "waited in vain for $expected: $("$@" 2>&1)"
}
refused_as() { # CODE COMMAND...
  local code=$1 out
  shift
  out=$("$@" 2>&1) && fail "expected $code, but it went well: $out"
  case $out in *"($code)"*) ;; *) fail "expected $code: $out" ;; esac
}
call() { # OPERATION ARGUMENT...
  local operation=$1
  shift
  aws firehose "$operation" --delivery-stream-name "$name" "$@"
}
describe() { call describe-delivery-stream --query "DeliveryStreamDescription.$1"; }
encryption() { describe "DeliveryStreamEncryptionConfiguration.$1"; }
tags() { call list-tags-for-delivery-stream --query 'Tags[].[Key,Value][]'; }
list() { # EXCLUSIVE-START
  aws firehose list-delivery-streams --limit 1 --exclusive-start-delivery-stream-name "$1" \
    --query '[DeliveryStreamNames[0],HasMoreDeliveryStreams]'
}
create() { # NAME
  aws firehose create-delivery-stream --delivery-stream-name "$1" --tags Key=team,Value=orders \
    --query DeliveryStreamARN --extended-s3-destination-configuration \
    "BucketARN=arn:aws:s3:::$bucket,RoleARN=arn:aws:iam::000000000000:role/r,BufferingHints={SizeInMBs=1,IntervalInSeconds=60}"
}
advance() { # DURATION
  curl --silent --show-error --fail --header 'Content-Type: application/json' \
    --data "{\"advance\":\"$1\"}" "$AWS_ENDPOINT_URL/_hydrant/clock" > /dev/null
}
every_byte() { for byte in $(seq 0 255); do printf '%b' "\\x$(printf %x "$byte")"; done; }
put() {
  call put-record --cli-binary-format base64 --record "{\"Data\":\"$(every_byte | base64 -w0)\"}" \
    --query Encrypted
}
delivered() {
  local object
  for object in $(aws s3api list-objects-v2 --bucket "$bucket" --query 'Contents[].Key'); do
    [ "$object" == None ] || aws s3 cp "s3://$bucket/$object" - 2> /dev/null || true
  done | base64 -w0
}

key=$(aws kms create-key --query KeyMetadata.Arn)
aws s3 mb "s3://$bucket" > /dev/null

refused_as ResourceNotFoundException describe DeliveryStreamStatus
step ResourceNotFoundException

refused=$(call create-delivery-stream 2>&1) && fail "created without a destination"
is "${refused##*$'\n'}" "An error occurred (InvalidArgumentException) when calling the CreateDeliveryStream operation: Exactly one destination configuration is supported for a Firehose"
step InvalidArgumentException

is "$(create "$name")" "arn:aws:firehose:us-east-1:000000000000:deliverystream/$name"
step create

until_is ACTIVE describe DeliveryStreamStatus
step 'describe until ACTIVE'

refused_as ResourceInUseException create "$name"
step ResourceInUseException

create "$other" > /dev/null
is "$(list "${name%?}")" "$name"$'\t'True
is "$(list "$name" | cut -f 1)" "$other"
step 'list in pages'

call tag-delivery-stream --tags Key=area,Value=shop
step tag

is "$(tags)" $'area\tshop\tteam\torders'
step 'list tags'

call untag-delivery-stream --tag-keys area
is "$(tags)" $'team\torders'
step untag

call start-delivery-stream-encryption \
  --delivery-stream-encryption-configuration-input "KeyType=CUSTOMER_MANAGED_CMK,KeyARN=$key"
until_is ENABLED encryption Status
is "$(encryption '[KeyARN,KeyType]')" "$key"$'\t'CUSTOMER_MANAGED_CMK
step 'start encryption until ENABLED'

is "$(put)" True
step 'put record'

is "$(call put-record-batch --cli-binary-format raw-in-base64-out \
  --records '[{"Data":"two;"},{"Data":"three"}]' --query '[FailedPutCount,Encrypted,length(RequestResponses)]')" $'0\tTrue\t2'
step 'put batch'

advance PT1M
until_is "$({ every_byte; printf 'two;three'; } | base64 -w0)" delivered
step 'deliver every byte'

aws kms disable-key --key-id "$key"
advance PT1S
refused_as InvalidKMSResourceException put
aws kms enable-key --key-id "$key"
step InvalidKMSResourceException

version=$(describe VersionId)
call update-destination --current-delivery-stream-version-id "$version" \
  --destination-id "$(describe 'Destinations[0].DestinationId')" \
  --extended-s3-destination-update Prefix=updated/
is "$(describe 'Destinations[0].ExtendedS3DestinationDescription.Prefix')" updated/
[ "$(describe VersionId)" != "$version" ] || fail "still version $version"
step 'update destination'

call stop-delivery-stream-encryption
until_is DISABLED encryption Status
step 'stop encryption until DISABLED'

aws firehose delete-delivery-stream --delivery-stream-name "$other"
call delete-delivery-stream
for _ in $(seq 120); do describe DeliveryStreamStatus > /dev/null 2>&1 || break; done
refused_as ResourceNotFoundException describe DeliveryStreamStatus
step delete
