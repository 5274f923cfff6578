"""What an address may be, and which character or host keeps it from being one."""

from __future__ import annotations

import pytest

from tests.loaders.small import problems_of, small


def said_of(address: str) -> list[str]:
    lines = problems_of(small(("url: https://a.org/1", f"url: {address}")))
    return [line.removeprefix("figures.yaml:15:77: error: paper-a: url: ") for line in lines]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            "ftp://a.org/1",
            'expected an address that starts with http:// or https://, found "ftp://a.org/1"',
        ),
        (
            "хttps://a.org/1",
            "expected an address that starts with http:// or https://, found "
            '"хttps://a.org/1"; its character 1 is U+0445, cyrillic small letter ha',
        ),
        (
            "https:/a.org",
            'expected an address that starts with http:// or https://, found "https:/a.org"',
        ),
        (
            "httpsх://a.org",
            "expected an address that starts with http:// or https://, found "
            '"httpsх://a.org"; its character 6 is U+0445, cyrillic small letter ha',
        ),
        (
            "https://a.org/ 1",
            'expected an address, found "https://a.org/ 1": its character 15 is a blank; write %20',
        ),
        (
            "'https://a.org/1 '",
            'expected an address, found "https://a.org/1 ": its character 16 is a blank; delete it',
        ),
        (
            "'https://a.org /1'",
            'expected an address, found "https://a.org /1": its character 14 is a blank; delete it',
        ),
        (
            "https://a .org/1",
            'expected an address, found "https://a .org/1": its character 10 is a blank; delete it',
        ),
        (
            "https://a.org/?q=a b",
            'expected an address, found "https://a.org/?q=a b": its character 19 '
            "is a blank; write %20",
        ),
        (
            "'https://a.org/#a b'",
            'expected an address, found "https://a.org/#a b": its character 17 is '
            "a blank; write %20",
        ),
        (
            "https://a.org/<1>",
            'expected an address, found "https://a.org/<1>": its character 15 is <; write %3C',
        ),
        (
            "'https://a.org/a\\b'",
            'expected an address, found "https://a.org/a\\b": its character 16 is \\; write %5C',
        ),
        (
            "https://a.org/a\u00a0b",
            'expected an address, found "https://a.org/a\u00a0b": its character 16 is a '
            "no-break space; write %C2%A0",
        ),
        (
            "https://a.org/a\u2003b",
            'expected an address, found "https://a.org/a\u2003b": its character 16 is a '
            "em space; write %E2%80%83",
        ),
        (
            "'https://a.org/a|b'",
            'expected an address, found "https://a.org/a|b": its character 16 is |; write %7C',
        ),
        (
            "'https://a.org/\"b'",
            'expected an address, found "https://a.org/"b": its character 15 is "; write %22',
        ),
        (
            "https://аpple.org/1",
            'expected a host such as example.org, found "https://аpple.org/1"; its '
            "character 1 is U+0430, cyrillic small letter a; if it is meant, write "
            "xn--pple-43d.org",
        ),
        (
            "https://пример.укр/1",
            'expected a host such as example.org, found "https://пример.укр/1"; '
            "its character 1 is U+043F, cyrillic small letter pe; if it is meant, "
            "write xn--e1afmkfd.xn--j1amh",
        ),
        (
            "https://пример.укр:80/1",
            'expected a host such as example.org, found "https://пример.укр:80/1"; '
            "its character 1 is U+043F, cyrillic small letter pe; if it is meant, "
            "write xn--e1afmkfd.xn--j1amh",
        ),
        (
            "https://example/1",
            'expected a host such as example.org, found "https://example/1"',
        ),
        (
            "https://a.org:1/1",
            'expected a host such as example.org, found "https://a.org:1/1"',
        ),
        (
            "https://пример/https://a.org/1",
            'expected a host such as example.org, found "https://пример/https://a.org/1"; its '
            "character 1 is U+043F, cyrillic small letter pe; if it is meant, write xn--e1afmkfd",
        ),
        (
            "a://b.c/é",
            'expected an address that starts with http:// or https://, found "a://b.c/é"',
        ),
        (
            '"https://a.org/a\\nb"',
            'expected an address, found "https://a.org/a\\nb": its character 16 is a blank; '
            "write %0A",
        ),
        (
            "https://üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.org/1",
            "expected a host such as example.org, found "
            '"https://üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü…"; its '
            "character 1 is U+00FC, latin small letter u with diaeresis",
        ),
        (
            "https://1.2.3.4/",
            'expected a host such as example.org, found "https://1.2.3.4/"',
        ),
        (
            "https://me:pw@a.org/",
            'expected a host such as example.org, found "https://me:pw@a.org/"',
        ),
        ("[https://a.org/1]", "expected an address, found a list"),
        (
            "x https://a.org/1",
            'expected an address that starts with http:// or https://, found "x https://a.org/1"',
        ),
        (
            "https://a.org@b.org",
            'expected a host such as example.org, found "https://a.org@b.org"',
        ),
    ],
)
def test_what_is_no_address_is_refused_with_what_to_write(address: str, message: str):
    assert said_of(address) == [message]


@pytest.mark.parametrize(
    "address",
    [
        "HTTPS://A.org/1",
        "http://a.org/1",
        "https://a.org:8080/1",
        "https://a.org",
        "https://a.org?x",
        "https://a.org#x",
        "https://a_b.org/1",
    ],
)
def test_an_address_that_a_browser_can_open_is_taken(address: str):
    assert said_of(address) == []
