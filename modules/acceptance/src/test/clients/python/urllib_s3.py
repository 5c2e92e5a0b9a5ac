"""Objects by Python's own urllib, which sends bodies as forms."""
import os
import urllib.error
import urllib.request

BUCKET = f"{os.environ['AWS_ENDPOINT_URL']}/urllib-{os.getpid()}"


def call(method, path="", data=None, **headers):
    request = urllib.request.Request(BUCKET + path, data=data, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as e:
        return e.code, e.read()


def same(found, expected):
    assert found == expected, f"expected {expected!r}: {found!r}"


same(call("PUT"), (200, b""))
body = bytes(range(256)) * 4096
same(call("PUT", "/form", body), (200, b""))
same(call("GET", "/form"), (200, body))
same(call("PUT", "/in%2Bout/a+b", b"plus"), (200, b""))
same(call("GET", "/in+out/a%2Bb"), (200, b"plus"))
assert b"<Key>in+out/a+b</Key>" in call("GET", "?prefix=in%2Bout/")[1]
print("step: data")

same(call("GET", "/form", Range="bytes=1-3"), (206, body[1:4]))
same(call("GET", "/form", Range="bytes=-2"), (206, body[-2:]))
print("step: ranges")

same(call("DELETE", "/form"), (204, b""))
status, answer = call("GET", "/form")
same(status, 404)
assert b"<Code>NoSuchKey</Code>" in answer
print("step: delete")
