from __future__ import annotations

import asyncio

import pytest

from server.guard import Guard
from server.hosts import read_hosts
from tests.server.asgi import connect, get, speak

LOCAL = ("host", "localhost:8501")
PUBLIC = ("host", "dash.example.org")


@pytest.fixture
def local() -> Guard:
    return Guard(speak)


@pytest.fixture
def public() -> Guard:
    named = {"DESERTION_HOSTS": "Dash.example.org, data.example.org:8443, www.example.org:443"}
    return Guard(speak, read_hosts(named))


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8501", "[::1]:8501"])
def test_this_machine_is_answered_on_any_port(local, host):
    answer = get(local, "/data/figures.csv", [("host", host)])
    assert (answer.status, answer.body) == (200, "/data/figures.csv")


@pytest.mark.parametrize(
    "headers",
    [
        [("host", "evil.example")],
        [("host", "evil.example:8501")],
        [("host", "localhost.evil.example")],
        [("host", "localhost@evil.example")],
        [("host", "127.0.0.1.evil.example")],
        [("host", "127.0.0.2")],
        [("host", "")],
        [("host", "localhost, evil.example")],
        [LOCAL, ("host", "evil.example")],
        [LOCAL, LOCAL],
        [("x-forwarded-host", "localhost")],
        [],
    ],
)
def test_a_request_under_another_name_is_refused(local, headers):
    answer = get(local, "/", headers)
    assert (answer.status, answer.body) == (
        421,
        "This server is not known under that name: see DESERTION_HOSTS.\n",
    )


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("dash.example.org", 200),
        ("dash.example.org:8443", 200),
        ("data.example.org:8443", 200),
        ("data.example.org", 421),
        ("data.example.org:443", 421),
        ("localhost:8501", 421),
        ("sub.dash.example.org", 421),
        ("www.example.org", 200),
        ("www.example.org:443", 200),
        ("www.example.org:80", 421),
    ],
)
def test_the_environment_names_the_hosts(public, host, status):
    assert get(public, "/", [("host", host)]).status == status


@pytest.mark.parametrize(
    "host",
    [
        "https://dash.example.org",
        "*.example.org",
        ".example.org",
        "dash..example.org",
        "..",
        "-",
        "dash.example.org:0",
        "dash.example.org:65536",
        "й/x",
        "й" * 64,
        "256.1.1.1",
        "10.1",
        "example.7",
        "[.]",
        "[1::2::3]",
        "[127.0.0.1]",
    ],
)
def test_a_host_that_is_none_is_refused_with_a_sentence(host):
    with pytest.raises(ValueError) as refusal:
        read_hosts({"DESERTION_HOSTS": host})
    assert str(refusal.value) == (
        "DESERTION_HOSTS: expected hosts such as example.org or example.org:8443 with commas "
        f'between, found "{host}"'
    )


def test_a_name_in_other_letters_is_taken_as_browsers_send_it():
    hosts = read_hosts({"DESERTION_HOSTS": "Пример.рф:8443, bücher.example"})
    assert hosts == ("xn--e1afmkfd.xn--p1ai:8443", "xn--bcher-kva.example")


@pytest.mark.parametrize("variable", ["", " , "])
def test_an_empty_list_of_hosts_means_this_machine(variable):
    assert read_hosts({"DESERTION_HOSTS": variable}) == ("localhost", "127.0.0.1", "[::1]")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize(
    "origin",
    [
        *("https://evil.example", "http://localhost:9", "http://localhost", "null", ""),
        *("http://localhost:80", "https://localhost"),
        *("http://localhost:8501.evil.example", "http://evil.example/localhost:8501"),
        *("http://localhost:8501@evil.example", "file://localhost:8501", "localhost:8501"),
    ],
)
def test_a_request_from_a_page_of_another_site_is_refused(local, origin, method):
    answer = get(local, "/", [LOCAL, ("origin", origin)], method)
    assert (answer.status, answer.body) == (
        403,
        "Requests from pages of other sites are refused.\n",
    )


@pytest.mark.parametrize("headers", [[], [("origin", "http://localhost:8501")]])
def test_a_request_from_its_own_page_or_from_no_page_is_answered(local, headers):
    assert get(local, "/", [LOCAL, *headers]).status == 200


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("dash.example.org", "https://dash.example.org:443"),
        ("dash.example.org:443", "https://dash.example.org"),
        ("dash.example.org", "http://dash.example.org:80"),
        ("dash.example.org:80", "http://dash.example.org"),
    ],
)
def test_a_usual_port_may_be_named_or_left_out(public, host, origin):
    headers = [("host", host), ("origin", origin)]
    assert get(public, "/", headers).status == 200
    assert connect(public, headers).accepted


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_the_machine_itself_may_ask_for_the_health_whatever_the_outer_name(public, path):
    assert get(public, path, [("host", "localhost:8501")]).status == 200
    assert get(public, path, [PUBLIC]).status == 200
    assert get(public, path, [("host", "evil.example")]).status == 421


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["/data", "/data/", "/data/figures.csv", "/data/figures/a.json"])
def test_pages_of_any_site_may_read_the_data(local, path, method):
    assert get(local, path, [LOCAL, ("origin", "https://news.example")], method).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_pages_of_other_sites_may_only_read_the_data(local, method):
    headers = [LOCAL, ("origin", "https://news.example")]
    assert get(local, "/data/figures.csv", headers, method).status == 403


@pytest.mark.parametrize(
    "path", ["/database", "/x/data/", "/_stcore/data/", "//data/", "/DATA/", "/readyz", "/media/x"]
)
def test_pages_of_other_sites_may_read_nothing_but_the_data(local, path):
    assert get(local, path, [LOCAL, ("origin", "https://news.example")]).status == 403


def test_the_data_too_is_refused_under_another_name(local):
    headers = [("host", "evil.example"), ("origin", "http://evil.example")]
    assert get(local, "/data/figures.csv", headers).status == 421


def test_a_page_of_another_site_may_ask_first_what_it_may_ask_of_the_data(local):
    headers = [LOCAL, ("origin", "https://news.example"), ("access-control-request-method", "GET")]
    assert get(local, "/data/figures.csv", headers, "OPTIONS").status == 200
    assert get(local, "/", headers, "OPTIONS").status == 403


def test_no_websocket_is_open_but_that_of_the_pages(local):
    foreign = [LOCAL, ("origin", "https://news.example")]
    assert not connect(local, foreign, "/data/stream").accepted
    own = [LOCAL, ("origin", "http://localhost:8501")]
    assert connect(local, own, "/_stcore/stream").accepted
    assert not connect(local, own, "/_stcore/agent/stream").accepted


def test_two_origins_are_one_too_many(local):
    origins = [("origin", "http://localhost:8501"), ("origin", "http://evil.example")]
    assert get(local, "/", [LOCAL, *origins]).status == 403
    assert not connect(local, [LOCAL, *origins]).accepted


def test_a_websocket_from_its_own_page_is_connected(local, public):
    assert connect(local, [LOCAL, ("origin", "http://localhost:8501")]).accepted
    assert connect(public, [PUBLIC, ("origin", "https://dash.example.org")]).accepted


@pytest.mark.parametrize(
    "headers",
    [
        [LOCAL],
        [LOCAL, ("origin", "https://evil.example")],
        [LOCAL, ("origin", "http://localhost:9")],
        [LOCAL, ("origin", "null")],
        [("host", "evil.example"), ("origin", "http://evil.example")],
        [("origin", "http://localhost:8501")],
    ],
)
def test_a_websocket_from_anywhere_else_is_closed_before_streamlit_sees_it(local, headers):
    answer = connect(local, headers)
    assert (answer.accepted, answer.close_code) == (False, 1008)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/_stcore/metrics",
            "/_stcore/metrics/",
            "/dash/_stcore/metrics",
            "/_stcore",
            "/_stcore/",
        ),
        *("/_stcore/agent", "/_stcore/agent/openapi.json", "/_stcore/agent/interact"),
        *("/_stcore//metrics", "/_stcore/script-health-check", "/_stcore/upload_file/a/b"),
        *("/_stcore/bidi-components/x", "/component/x/index.html", "/auth/login"),
        *("/oauth2callback", "/what/comes/next", "/_stcore/health/x", "//data/", "/by-unit\n"),
    ],
)
def test_what_no_page_needs_is_closed(local, path):
    answer = get(local, path, [LOCAL])
    assert (answer.status, answer.body) == (404, "Not found\n")


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/over-time/2025/", "../../page-not-found?asked=over-time%2F2025"),
        ("/Über", "page-not-found?asked=%C3%9Cber"),
        ("//news.example/x", "../../page-not-found?asked=news.example%2Fx"),
        ("/a/b\r\nx: y\ud800", "../page-not-found?asked=a%2Fb%0D%0Ax%3A+y%3F"),
    ],
)
def test_a_reader_with_an_address_that_is_none_is_led_to_the_page_that_says_so(local, path, way):
    answer = get(local, path, [LOCAL, ("accept", "text/html,*/*;q=0.8")])
    assert (answer.status, answer.headers["location"]) == (307, way)


@pytest.mark.parametrize("path", ["/app/static/", "/data/", "/", "/static/й"])
def test_a_path_that_no_file_system_knows_is_not_looked_for(local, path):
    assert get(local, path + "x" * 3000, [LOCAL]).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/data/figures.csv", "/media/x", "/_stcore/health"])
def test_nothing_is_taken_in(local, path, method):
    answer = get(local, path, [LOCAL], method)
    assert (answer.status, answer.body) == (405, f"{method} is not answered here; use GET.\n")
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "path",
    [
        *("/_stcore/health", "/_stcore/host-config", "/data/metrics.csv", "/data", "/livez", "/"),
        *("/by-unit", "/by-unit/", "/check", "/static/js/index.x.js", "/app/static/page.css"),
        *("/media/x.csv", "/favicon.png", "/manifest.json", "/assets/charts.js", "/figure/a-1"),
        *("/robots.txt", "/sitemap.xml", "/favicon.ico", "/preview/a-1.png"),
    ],
)
def test_what_the_page_needs_stays_open(local, path):
    assert get(local, path, [LOCAL]).status == 200


def test_below_a_path_of_a_larger_site_the_same_is_open():
    guard = Guard(speak, prefix="/desertion")
    for path in ("/desertion", "/desertion/by-unit", "/desertion/data/", "/desertion/readyz"):
        assert get(guard, path, [LOCAL]).status == 200
    assert get(guard, "/desertion/_stcore/metrics", [LOCAL]).status == 404
    own = [LOCAL, ("origin", "http://localhost:8501")]
    assert connect(guard, own, "/desertion/_stcore/stream").accepted


@pytest.mark.parametrize("headers", [[LOCAL], [("host", "evil.example")]])
def test_every_answer_carries_the_security_headers_and_no_banner(local, headers):
    answer = get(local, "/", headers)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "server" not in answer.headers


def test_a_header_that_the_application_set_is_not_sent_twice():
    async def lax(_scope, _receive, send):
        headers = [(b"x-frame-options", b"ALLOWALL"), (b"x-frame-options", b"SAMEORIGIN")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    assert get(Guard(lax), "/", [LOCAL]).headers["x-frame-options"] == "DENY"


def test_a_stricter_policy_of_the_application_holds_beside_ours():
    async def strict(_scope, _receive, send):
        headers = [(b"content-security-policy", b"default-src 'none'")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    policy = get(Guard(strict), "/data/", [LOCAL]).headers["content-security-policy"]
    own, ours = policy.split(", ")
    assert own == "default-src 'none'"
    assert ours == get(Guard(speak), "/", [LOCAL]).headers["content-security-policy"]


def test_the_start_and_stop_of_the_application_pass_through(local):
    seen = []

    async def note(scope, _receive, _send):
        seen.append(scope["type"])

    local.app = note
    asyncio.run(local({"type": "lifespan"}, None, None))
    assert seen == ["lifespan"]
