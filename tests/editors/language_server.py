"""A language server as an editor drives it: messages over its standard input and output (LSP)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import IO, Any


class LanguageServer:
    """yaml-language-server with one folder open, and the settings that its editor has for it."""

    def __init__(self, program: Path, folder: Path, settings: dict[str, Any]) -> None:
        self.settings = settings
        self.asked = self.version = 0
        self.process = subprocess.Popen(
            [program, "--stdio"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            capabilities={"workspace": {"configuration": True}},
        )
        self.tell("initialized")

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def open(self, path: Path, text: str) -> None:
        """The one file of this server as it stands in the editor, saved or not."""
        self.version += 1
        document = {"uri": path.as_uri(), "version": self.version}
        if self.version == 1:
            opened = {**document, "languageId": "yaml", "text": text}
            self.tell("textDocument/didOpen", textDocument=opened)
        else:
            changed = [{"text": text}]
            self.tell("textDocument/didChange", textDocument=document, contentChanges=changed)

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered at a place, counted from 0: each text to insert with what it means."""
        place = {"line": line, "character": column}
        answer = self.ask(
            "textDocument/completion", textDocument={"uri": path.as_uri()}, position=place
        )
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["insertText"]: str(item.get("documentation", "")) for item in items}

    def ask(self, method: str, **params: Any) -> Any:
        """The answer; what the server asks meanwhile is answered, what it tells is passed over."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            elif message.get("id") == self.asked:
                return message["result"]

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self.settings.get(item["section"]) for item in message["params"]["items"]]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._stream(self.process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def _read(self) -> dict[str, Any]:
        stream, length = self._stream(self.process.stdout), 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(stream.read(length))
        return message

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None
        return stream
