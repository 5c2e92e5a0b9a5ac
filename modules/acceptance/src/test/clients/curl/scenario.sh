#!/usr/bin/env bash
# The scenario of modules/acceptance/src/test/clients, through curl alone.
set -euo pipefail
name="curl-$$"
other="$name-other"
step() { echo "step: $1"; }
fail() { echo "$1" >&2; exit 1; }
is() { # TEXT EXPECTED
  [ "$1" == "$2" ] || fail "expected $2: $1"
}
contains() { # TEXT PART...
  local text=$1 part
  shift
  for part in "$@"; do
    case $text in *"$part"*) ;; *) fail "expected $part in: $text" ;; esac
  done
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
send() { # TARGET CURL-ARGUMENT...
  curl --silent --show-error --request POST "$AWS_ENDPOINT_URL/" \
    --header "X-Amz-Target: $1" --header 'Content-Type: application/x-amz-json-1.1' \
    --header 'X-Amz-Date: 20261123T000000Z' \
    --header 'Authorization: AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request, SignedHeaders=host, Signature=0' \
    "${@:2}"
}
firehose() { send "Firehose_20150804.$1" --data "$2"; }
kms() { send "TrentService.$1" --data "{\"KeyId\":\"$2\"}"; }
call() { # OPERATION MEMBERS: of this scenario's stream
  firehose "$1" "{\"DeliveryStreamName\":\"$name\"${2:+,$2}}"
}
describe() { call DescribeDeliveryStream; }
tags() { call ListTagsForDeliveryStream; }
list() { firehose ListDeliveryStreams "{\"Limit\":1,\"ExclusiveStartDeliveryStreamName\":\"$1\"}"; }
create() { # NAME
  firehose CreateDeliveryStream "{\"DeliveryStreamName\":\"$1\",\"Tags\":[{\"Key\":\"team\",\"Value\":\"orders\"}],
    \"ExtendedS3DestinationConfiguration\":{\"BucketARN\":\"arn:aws:s3:::$name\",\"RoleARN\":\"arn:aws:iam::000000000000:role/r\",
    \"BufferingHints\":{\"SizeInMBs\":1,\"IntervalInSeconds\":60}}}"
}
advance() { # DURATION
  curl --silent --show-error --fail --header 'Content-Type: application/json' \
    --data "{\"advance\":\"$1\"}" "$AWS_ENDPOINT_URL/_hydrant/clock" > /dev/null
}
every_byte() { for byte in $(seq 0 255); do printf '%b' "\\x$(printf %x "$byte")"; done; }
put() { call PutRecord "\"Record\":{\"Data\":\"$(every_byte | base64 -w0)\"}"; }
delivered() {
  local list key
  list=$(curl --silent "$AWS_ENDPOINT_URL/$name?list-type=2")
  for key in $(grep -o '<Key>[^<]*' <<< "$list" | sed 's/<Key>//'); do
    curl --silent "$AWS_ENDPOINT_URL/$name/$key"
  done | base64 -w0
}
member() { # NAME: its text in the description
  describe | grep -o "\"$1\":\"[^\"]*" | head -1 | cut -d '"' -f 4
}

curl --silent --fail --request PUT "$AWS_ENDPOINT_URL/$name" > /dev/null
key=$(send TrentService.CreateKey --data '{}' | grep -o 'arn:aws:kms:[^"]*' | head -1)

contains "$(describe)" '"__type":"ResourceNotFoundException"'
step ResourceNotFoundException

contains "$(call CreateDeliveryStream)" '"__type":"InvalidArgumentException"' \
  '"Exactly one destination configuration is supported for a Firehose"'
step InvalidArgumentException

contains "$(create "$name")" ":deliverystream/$name\""
step create

until_contains '"DeliveryStreamStatus":"ACTIVE"' describe
contains "$(gzip --stdout <<< "{\"DeliveryStreamName\":\"$name\"}" |
  send Firehose_20150804.DescribeDeliveryStream --header 'Content-Encoding: gzip' --data-binary @-)" '"ACTIVE"'
step 'describe until ACTIVE'

contains "$(create "$name")" '"__type":"ResourceInUseException"'
step ResourceInUseException

create "$other" > /dev/null
contains "$(list "${name%?}")" "[\"$name\"]" '"HasMoreDeliveryStreams":true'
contains "$(list "$name")" "[\"$other\"]"
step 'list in pages'

is "$(call TagDeliveryStream '"Tags":[{"Key":"area","Value":"shop"}]')" '{}'
step tag

contains "$(tags)" '[{"Key":"area","Value":"shop"},{"Key":"team","Value":"orders"}]'
step 'list tags'

is "$(call UntagDeliveryStream '"TagKeys":["area"]')" '{}'
contains "$(tags)" '[{"Key":"team","Value":"orders"}]'
step untag

is "$(call StartDeliveryStreamEncryption \
  "\"DeliveryStreamEncryptionConfigurationInput\":{\"KeyType\":\"CUSTOMER_MANAGED_CMK\",\"KeyARN\":\"$key\"}")" ''
until_contains '"Status":"ENABLED"' describe
contains "$(describe)" "\"KeyARN\":\"$key\"" '"KeyType":"CUSTOMER_MANAGED_CMK"'
step 'start encryption until ENABLED'

contains "$(put)" '"Encrypted":true'
step 'put record'

# Data is base64 here: "two;" and "three".
contains "$(call PutRecordBatch '"Records":[{"Data":"dHdvOw=="},{"Data":"dGhyZWU="}]')" \
  '"FailedPutCount":0' '"Encrypted":true'
step 'put batch'

advance PT1M
until_contains "$({ every_byte; printf 'two;three'; } | base64 -w0)" delivered
step 'deliver every byte'

kms DisableKey "$key"
advance PT1S
contains "$(put)" '"__type":"InvalidKMSResourceException"' '"code":"DisabledException"'
kms EnableKey "$key"
step InvalidKMSResourceException

version=$(member VersionId)
call UpdateDestination "\"CurrentDeliveryStreamVersionId\":\"$version\",\"DestinationId\":\"$(member DestinationId)\",
  \"ExtendedS3DestinationUpdate\":{\"Prefix\":\"updated/\"}" > /dev/null
is "$(member Prefix)" updated/
[ "$(member VersionId)" != "$version" ] || fail "still version $version"
step 'update destination'

is "$(call StopDeliveryStreamEncryption)" ''
until_contains '"Status":"DISABLED"' describe
step 'stop encryption until DISABLED'

firehose DeleteDeliveryStream "{\"DeliveryStreamName\":\"$other\"}"
is "$(call DeleteDeliveryStream)" ''
until_contains '"__type":"ResourceNotFoundException"' describe
step delete
