"""Commands of the AWS CLI.

All commands run in this process, because a new process needs a second for each.
"""
import contextlib
import io
import os

from awscli.clidriver import create_clidriver

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
# Reading the models of the services takes most of the time of a command: it is done once.
MODELS = create_clidriver().session.get_component("data_loader")


class Refused(Exception):
    pass


def binary(*arguments):
    """What the command writes; it must end with 0."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    err = io.StringIO()
    # The AWS CLI 1 and old ones of version 2 know no AWS_ENDPOINT_URL.
    command = ["--endpoint-url", ENDPOINT, "--output", "text", *arguments]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        driver = create_clidriver()
        driver.session.register_component("data_loader", MODELS)
        code = driver.main(command)
    if code != 0:
        raise Refused(err.getvalue().strip())
    return out.buffer.getvalue()


def aws(*arguments):
    return binary(*arguments).decode().rstrip("\n")


def step(what):
    print(f"step: {what}", flush=True)


def same(found, expected):
    assert found == expected, f"expected {expected!r}: {found!r}"


def refusal(read):
    try:
        found = read()
    except Refused as e:
        return str(e)
    raise AssertionError(f"it went well: {found!r}")


def refused_as(code, read):
    message = refusal(read)
    assert f"({code})" in message, f"expected {code}: {message}"
