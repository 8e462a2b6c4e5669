"""A language client, as small as `editor.py` can do with. It knows nothing of bindery."""

import json
import os
import queue
import subprocess
import threading
from pathlib import Path


class Server:
    """A language server as a child process."""

    def __init__(self, command, root, options):
        self.root = Path(root).resolve()
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self.root
        )
        self.messages = queue.Queue()
        self.ready = False
        self.last_id = 0
        threading.Thread(target=self._read, daemon=True).start()
        result = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self.root.as_uri(),
                "initializationOptions": options,
                "capabilities": {
                    "textDocument": {
                        "diagnostic": {},
                        "definition": {"linkSupport": True},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                    "experimental": {"serverStatusNotification": True},
                },
            },
        )
        self.version = result["serverInfo"]["version"]
        self.notify("initialized", {})

    def request(self, method, params, seconds=120):
        """The result of a call; an error of the server's is one here."""
        self.last_id += 1
        self._send({"id": self.last_id, "method": method, "params": params})
        while True:
            message = self._next(seconds)
            if message.get("id") == self.last_id and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]

    def notify(self, method, params):
        self._send({"method": method, "params": params})

    def open(self, path):
        """Opens a file of the crate, and waits until the server has read everything it wants to."""
        uri = (self.root / path).as_uri()
        text = (self.root / path).read_text()
        self.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "rust", "version": 1, "text": text}},
        )
        while not self.ready:
            self._next(900)
        return uri

    def close(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.wait(30)

    def _next(self, seconds):
        """The next message, after doing what it asks of a client."""
        message = self.messages.get(timeout=seconds)
        if message is None:
            raise RuntimeError("the server ended by itself; run it by hand to see why")
        method = message.get("method")
        params = message.get("params")
        if method and "id" in message:
            asked = method == "workspace/configuration"
            self._send({"id": message["id"], "result": [None] * len(params["items"]) if asked else None})
        elif method == "experimental/serverStatus":
            self.ready = params["quiescent"]
        return message

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _read(self):
        out = self.process.stdout
        while header := out.readline():
            length = int(header.split(b":")[1])
            while out.readline().strip():
                pass
            self.messages.put(json.loads(out.read(length)))
        self.messages.put(None)
