"""Opens `sample/` in rust-analyzer, asks what a user asks, and says which answers are right. See README.md."""

import argparse
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlparse

from lsp import Server

SAMPLE = Path(__file__).resolve().parent / "sample"
MAIN = "src/main.rs"
SOURCE = (SAMPLE / MAIN).read_text()

# Of the sample: part of a line, the token in it, what the hover says.
HOVERS = [
    ("-> im::ImportGroupMsg ", "ImportGroupMsg", "Stores messages of the past in a group"),
    ("im::ImportGroupMsgError)", "ImportGroupMsgError", "Why `import_group_msg` was refused."),
    ("::GroupNotFound", "GroupNotFound", "10010: the group does not exist"),
    (".group_id(", "group_id", "Sets `GroupId`: The group that takes the messages."),
    ("request.group_id", "group_id", "The group that takes the messages."),
    ("im::ImportElement::from", "ImportElement", "An element that can be imported"),
    ("[import_group_msg,", "import_group_msg", "Stores messages of the past in a group"),
    ("tencent_im::ImportGroupMsg", "ImportGroupMsg", "Stores messages of the past in a group"),
    ("beside::ImportGroup", "ImportGroup", "Makes a group that existed elsewhere"),
]

# The same, and where the definition is: the text from there.
DEFINITIONS = [
    ("-> im::ImportGroupMsg ", "ImportGroupMsg", "main.rs", "import_group_msg, "),
    ("<im::ImportGroup>", "ImportGroup", "main.rs", "import_group]"),
    ("im::ImportGroupMsgError)", "ImportGroupMsgError", "main.rs", "import_group_msg, "),
    ("im::ImportElement::from", "ImportElement", "main.rs", '"../../../spec/'),
    ("::GroupNotFound", "GroupNotFound", "main.rs", '"../../../spec/'),
    (".group_id(", "group_id", "main.rs", '"../../../spec/'),
    ("request.group_id", "group_id", "main.rs", '"../../../spec/'),
    ("[import_group_msg,", "import_group_msg", "main.rs", "import_group_msg, "),
    ("tencent_im::ImportGroupMsg", "ImportGroupMsg", "im.rs", "ImportGroupMsg {"),
]

# The same, and what may stand in place of the token.
COMPLETIONS = [
    ("im::ImportGroupMsg::builder", "ImportGroupMsg", {"ImportGroup", "ImportGroupMsgError", "Client", "kind"}),
    (".msg_list([", "msg_list", {"msg_list", "topic_id", "recent_contact_flag", "build"}),
    ("::GroupNotFound", "GroupNotFound", {"GroupNotFound", "ContentTooLong"}),
]

# Part of a line, a token, and lines that use what it names.
REFERENCES = [("-> im::ImportGroupMsg ", "ImportGroupMsg", ["fn request() -> ", "    im::"])]


class Editor:
    """The sample, open in an editor."""

    def __init__(self, command, macro_server):
        options = {"checkOnSave": False, "procMacro": {"enable": True, "server": macro_server}}
        self.server = Server([command], SAMPLE, options)
        self.uri = self.server.open(MAIN)

    def ask(self, what, line, token, **more):
        document = {"uri": self.uri}
        return self.server.request(
            f"textDocument/{what}", {"textDocument": document, "position": place(line, token), **more}
        )

    def hover(self, line, token, expected):
        answer = self.ask("hover", line, token)
        text = answer["contents"]["value"] if answer else ""
        # Docs, and nothing of how the macro came by them.
        return expected in text and "__private" not in text

    def definition(self, line, token, file, expected):
        targets = self.ask("definition", line, token) or []
        return any(
            path.name == file and rest.startswith(expected)
            for path, rest in (rest_at(target["targetUri"], target["targetSelectionRange"]) for target in targets)
        )

    def completion(self, line, token, expected):
        answer = self.ask("completion", line, token) or {}
        items = answer["items"] if isinstance(answer, dict) else answer
        return expected <= {item.get("filterText", item["label"]) for item in items}

    def references(self, line, token, expected):
        found = self.ask("references", line, token, context={"includeDeclaration": False}) or []
        lines = {SOURCE.splitlines()[it["range"]["start"]["line"]] for it in found if it["uri"] == self.uri}
        return all(any(line.startswith(start) for line in lines) for start in expected)

    def complaints(self):
        answer = self.server.request("textDocument/diagnostic", {"textDocument": {"uri": self.uri}})
        return [item["message"] for item in answer["items"]]


def place(line, token):
    """The position of a token, told by what stands in its line."""
    for number, text in enumerate(SOURCE.splitlines()):
        if line in text:
            return {"line": number, "character": text.index(line) + line.index(token)}
    raise LookupError(f"the sample has no line with `{line}`")


def rest_at(uri, place):
    """A file, and what stands in the line from a place on."""
    path = Path(unquote(urlparse(uri).path))
    start = place["start"]
    return path, path.read_text().splitlines()[start["line"]][start["character"] :]


def checks(editor):
    """What was asked, and whether the answer was right or why there was none."""
    table = [
        ("hover", editor.hover, HOVERS),
        ("definition", editor.definition, DEFINITIONS),
        ("completion", editor.completion, COMPLETIONS),
        ("references", editor.references, REFERENCES),
    ]
    for what, check, rows in table:
        for line, token, *expected in rows:
            try:
                verdict = "ok" if check(line, token, *expected) else "failed"
            except RuntimeError as error:
                verdict = f"failed: {error}"
            yield f"{what:<12}{token:<22}in {line.strip()}", verdict
    complaints = editor.complaints()
    yield f"complaints about {MAIN}", "failed: " + complaints[0] if complaints else "ok"


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rust_analyzer", help="the rust-analyzer to ask, a path or a name")
    command = parser.parse_args().rust_analyzer
    macro_server = output("rustc", "--print", "sysroot") + "/libexec/rust-analyzer-proc-macro-srv"
    if not Path(macro_server).exists():
        sys.exit(f"no {macro_server}: this toolchain cannot expand macros for an editor")
    print(output(command, "--version"), "with the macro server of", output("rustc", "--version"))
    editor = Editor(command, macro_server)
    failed = 0
    for what, verdict in checks(editor):
        failed += verdict.startswith("failed")
        print(f"{what:<68}{verdict}")
    editor.server.close()
    sys.exit(f"{failed} failed" if failed else None)


if __name__ == "__main__":
    main()
