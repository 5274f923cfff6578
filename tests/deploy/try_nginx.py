"""deploy/nginx.conf itself, run on loopback in front of a real Streamlit behind the guard.

Needs nginx, and so is collected only when it is named: `pytest tests/deploy/try_nginx.py`.
"""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loaders.small import SMALL
from tests.server.running import Running, free_port, read_answer

NAME = "dash.example.org"
CONF = Path(__file__).parents[2] / "deploy" / "nginx.conf"
MAIN = """\
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/desertion.conf;
}}
"""


class Proxy:
    """nginx with the delivered file: only its ports, certificate and upstream are put in."""

    def __init__(self, folder: Path, upstream: str, edit: dict[str, str]) -> None:
        self.folder = folder
        self.tls, self.plain = free_port(), free_port()
        _make_certificate(folder)
        changes = {
            **edit,
            "listen 443 ssl": f"listen 127.0.0.1:{self.tls} ssl",
            "listen 80": f"listen 127.0.0.1:{self.plain}",
            "127.0.0.1:8501": upstream,
            f"/etc/letsencrypt/live/{NAME}/fullchain.pem": str(folder / "cert.pem"),
            f"/etc/letsencrypt/live/{NAME}/privkey.pem": str(folder / "key.pem"),
        }
        text = CONF.read_text()
        for old, new in changes.items():
            assert old in text, old
            text = text.replace(old, new)
        (folder / "desertion.conf").write_text(text)
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder))
        command = shutil.which("nginx")
        assert command, "nginx is not installed: apt-get install nginx-light"
        self.process = subprocess.Popen(
            [command, "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
        )
        self._wait()

    def _wait(self) -> None:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.tls), 1).close()
                return
            except OSError:
                assert self.process.poll() is None, (self.folder / "error.log").read_text()
                time.sleep(0.1)
        raise TimeoutError

    def send(self, *lines: str, name: str = NAME) -> tuple[int, dict[str, str], str]:
        context = ssl.create_default_context(cafile=str(self.folder / "cert.pem"))
        with (
            socket.create_connection(("127.0.0.1", self.tls), 20) as raw,
            context.wrap_socket(raw, server_hostname=name) as connection,
        ):
            connection.sendall("\r\n".join([*lines, "", ""]).encode())
            return read_answer(connection)

    def get(self, path: str, *headers: str, host: str = "") -> tuple[int, dict[str, str], str]:
        named = f"Host: {host or f'{NAME}:{self.tls}'}"
        return self.send(f"GET {path} HTTP/1.1", named, "Connection: close", *headers)

    def handshake(self, origin: str, path: str = "/_stcore/stream") -> int:
        asked = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
        asked += ["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", f"Origin: {origin}"]
        return self.send(f"GET {path} HTTP/1.1", f"Host: {NAME}:{self.tls}", *asked)[0]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


def _make_certificate(folder: Path) -> None:
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -keyout key.pem -out cert.pem"
    names = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run([*command.split(), *names], cwd=folder, check=True, capture_output=True)


def serve(folder: Path, edit: dict[str, str], *options: str) -> Iterator[Proxy]:
    folder.chmod(0o755)
    (folder / "figures.yaml").write_text(SMALL)
    data = str(folder / "figures.yaml")
    running = Running(folder, *options, DESERTION_DATA=data, DESERTION_HOSTS=NAME)
    try:
        proxy = Proxy(folder, running.host, edit)
        yield proxy
        proxy.stop()
    finally:
        running.stop()


@pytest.fixture(scope="module")
def proxy(tmp_path_factory) -> Iterator[Proxy]:
    yield from serve(tmp_path_factory.mktemp("nginx"), {})


@pytest.fixture(scope="module")
def below_a_path(tmp_path_factory) -> Iterator[Proxy]:
    """The same file with the lines for a sub-path that stand in it as a comment."""
    commented = re.findall(r"^    #     (location .*)$", CONF.read_text(), re.MULTILINE)
    assert len(commented) == 2
    edit = {"location / { proxy_pass http://127.0.0.1:8501; }": "\n".join(commented)}
    folder = tmp_path_factory.mktemp("subpath")
    yield from serve(folder, edit, "--server.baseUrlPath", "desertion")


def test_the_page_comes_over_tls_with_its_headers(proxy):
    status, headers, page = proxy.get("/")
    assert (status, "<title>Streamlit</title>" in page) == (200, True)
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["server"] == "nginx"


def test_an_open_page_gets_its_websocket(proxy):
    assert proxy.handshake(f"https://{NAME}:{proxy.tls}") == 101


@pytest.mark.parametrize("origin", ["https://evil.example", f"https://{NAME}", "null"])
def test_a_page_of_another_site_gets_none(proxy, origin):
    assert proxy.handshake(origin) == 403


def test_another_name_is_refused(proxy):
    assert proxy.get("/", host="evil.example")[0] == 421


def test_another_name_gets_no_certificate(proxy):
    with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
        proxy.send("GET / HTTP/1.1", "Host: evil.example", name="evil.example")


def test_plain_http_is_sent_to_tls(proxy):
    with socket.create_connection(("127.0.0.1", proxy.plain), 5) as connection:
        connection.sendall(
            f"GET /x?y=1 HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode()
        )
        status, headers, _ = read_answer(connection)
    assert (status, headers["location"]) == (301, f"https://{NAME}/x?y=1")


@pytest.mark.parametrize("path", ["metrics", "agent/openapi.json", "script-health-check"])
def test_inner_endpoints_are_closed(proxy, path):
    assert proxy.get(f"/_stcore/{path}")[0] == 404


def test_the_state_is_told_to_the_machine_itself(proxy):
    assert proxy.get("/readyz")[0] == 200


def test_scripts_are_compressed(proxy):
    _, _, page = proxy.get("/")
    script = re.search(r'src="\./(static/js/index[^"]+)"', page)
    assert script
    _, headers, _ = proxy.get(f"/{script[1]}", "Accept-Encoding: gzip")
    assert headers["content-encoding"] == "gzip"


def test_cookies_are_for_tls_only(proxy):
    _, headers, _ = proxy.get("/_stcore/health")
    cookie = headers["set-cookie"].split("; ")
    assert (cookie[0].split("=")[0], "secure" in cookie) == ("_streamlit_xsrf", True)


def test_a_large_body_is_refused(proxy):
    status, _, _ = proxy.send(
        *("POST / HTTP/1.1", f"Host: {NAME}:{proxy.tls}", "Content-Length: 2000000"),
        "Connection: close",
    )
    assert status == 413


def test_below_a_path_the_page_its_scripts_and_its_websocket_are_found(below_a_path):
    status, _, page = below_a_path.get("/desertion/")
    assert (status, "<title>Streamlit</title>" in page) == (200, True)
    origin = f"https://{NAME}:{below_a_path.tls}"
    assert below_a_path.handshake(origin, "/desertion/_stcore/stream") == 101
    assert below_a_path.handshake("https://evil.example", "/desertion/_stcore/stream") == 403
    assert below_a_path.get("/desertion/_stcore/metrics")[0] == 404
