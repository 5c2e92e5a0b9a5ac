#!/usr/bin/env bash
# The scenario of S3 in modules/acceptance/src/test/clients, through curl alone.
set -euo pipefail
bucket="$AWS_ENDPOINT_URL/curl-s3-$$"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
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
# shellcheck disable=SC2086 # CURL_SIGN has several words.
http() { curl --silent --show-error --path-as-is ${CURL_SIGN:-} "$@"; }
status() { http --output "$folder/answer" --write-out '%{http_code}' "$@"; }

is "$(status --request PUT "$bucket")" 200

is "$(status --request PUT --data-binary 'a=1&b=2' "$bucket/form")" 200
is "$(http "$bucket/form")" 'a=1&b=2'
printf 'from a file' >"$folder/file"
is "$(status --upload-file "$folder/file" "$bucket/file")" 200
is "$(http "$bucket/file")" 'from a file'
is "$(status --request PUT --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-binary "@$folder/file" "$bucket/form")" 200
is "$(http "$bucket/form")" 'from a file'
is "$(http --head --output /dev/null --write-out '%{content_type}' "$bucket/form")" \
  application/x-www-form-urlencoded
head -c 3000000 /dev/urandom >"$folder/large"
is "$(status --upload-file "$folder/large" "$bucket/large")" 200
http --output "$folder/back" "$bucket/large"
cmp "$folder/large" "$folder/back"
step 'data and files'

# curl signs only paths that are plain.
if [ -z "${CURL_SIGN:-}" ]; then
  for key in in+out/x a a/b dots/../x ./y %2541 100%25 with%20blank //two//row %C3%A9/%F0%9F%99%82; do
    is "$(status --request PUT --data-binary "bytes of $key" "$bucket/$key")" 200
    is "$(http "$bucket/$key")" "bytes of $key"
  done
  listing=$(http "$bucket?list-type=2&prefix=in%2B")
  contains "$listing" '<Key>in+out/x</Key>' '<KeyCount>1</KeyCount>'
  contains "$(http "$bucket?list-type=2&prefix=dots/")" '<Key>dots/../x</Key>'
  contains "$(http "$bucket?list-type=2&delimiter=/&encoding-type=url")" '<Prefix>in%2Bout/</Prefix>'
  step 'awkward keys'
fi

is "$(status --request PUT --data-binary 0123456789 "$bucket/digits")" 200
is "$(http --range 2-4 "$bucket/digits")" 234
is "$(http --range -3 "$bucket/digits")" 789
is "$(status --range 10-20 "$bucket/digits")" 416
contains "$(cat "$folder/answer")" '<Code>InvalidRange</Code>'
step 'ranges'

tag=$(http --head "$bucket/digits" | tr -d '\r' | sed -n 's/^ETag: //Ip')
is "$(status --header "If-None-Match: $tag" "$bucket/digits")" 304
is "$(status --header 'If-Match: "other"' "$bucket/digits")" 412
is "$(status --request PUT --header 'If-None-Match: *' --data-binary x "$bucket/digits")" 412
is "$(status --request PUT --header "If-Match: $tag" --data-binary x "$bucket/digits")" 200
step 'conditions'

md5=$(printf right | openssl md5 -binary | base64)
is "$(status --request PUT --header "Content-MD5: $md5" --data-binary right "$bucket/md5")" 200
is "$(status --request PUT --header "Content-MD5: $md5" --data-binary wrong "$bucket/md5")" 400
contains "$(cat "$folder/answer")" '<Code>BadDigest</Code>'
is "$(http "$bucket/md5")" right
step 'checksums'

is "$(status --request DELETE "$bucket/digits")" 204
is "$(status "$bucket/digits")" 404
contains "$(cat "$folder/answer")" '<Code>NoSuchKey</Code>' '<Key>digits</Key>'
step 'delete'
