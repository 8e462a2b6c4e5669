"""The generators: each turns a document into a crate of its workspace, or tells why it does not."""

import re
import shutil
import subprocess
from pathlib import Path


EMPTY = "empty"


class NotGenerated(Exception):
    """What the generator said."""


def manifest(name, dependencies):
    return f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n\n{dependencies}'


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise NotGenerated(lines[0] if lines else "no message")
    return done.stdout + done.stderr


def write_library(crate, recursion_limit=None):
    attribute = f'#![recursion_limit = "{recursion_limit}"]\n' if recursion_limit else ""
    (crate / "src/lib.rs").write_text(attribute + "pub mod api;\n")


def bindery(options, document, crate):
    (crate / "src").mkdir(parents=True)
    program = options.work / "bindery-cli/debug/bindery"
    said = run([program, "generate", document, "--out", crate / "src/api.rs"])
    limit = re.search(r'recursion_limit = "(\d+)"', said)
    write_library(crate, limit and limit[1])
    runtime = f'bindery = {{ path = "{options.root}/runtime", default-features = false, features = ["hyper"] }}\n'
    (crate / "Cargo.toml").write_text(manifest(crate.name, f"[dependencies]\n{runtime}"))


def openapi_to_rust(options, document, crate):
    api = crate / "src/api"
    api.mkdir(parents=True)
    run([options.peers / "openapi-to-rust", "generate", document, "--output-dir", api])
    write_library(crate)
    (crate / "Cargo.toml").write_text(manifest(crate.name, (api / "REQUIRED_DEPS.toml").read_text()))


def progenitor(options, document, crate):
    program = options.peers / "cargo-progenitor"
    run([program, "progenitor", "-i", document, "-o", crate, "--name", crate.name, "--version", "0.0.0"])


GENERATORS = {"bindery": bindery, "openapi-to-rust": openapi_to_rust, "progenitor": progenitor}


def empty(workspace, like):
    """A crate with the dependencies of another one and nothing in it: what cargo and rustc cost by themselves."""
    crate = workspace / EMPTY
    (crate / "src").mkdir(parents=True)
    (crate / "src/lib.rs").write_text("")
    manifest = (workspace / like / "Cargo.toml").read_text()
    (crate / "Cargo.toml").write_text(manifest.replace(f'"{like}"', f'"{EMPTY}"'))


def generate(options, tool, documents):
    """Makes a workspace of the crates of one generator. Returns what kept the others from being made."""
    workspace = options.work / tool
    shutil.rmtree(workspace, ignore_errors=True)
    workspace.mkdir(parents=True)
    refused = {}
    for name, document in documents.items():
        try:
            GENERATORS[tool](options, document, workspace / name)
        except (NotGenerated, subprocess.TimeoutExpired) as error:
            refused[name] = str(error)
            shutil.rmtree(workspace / name, ignore_errors=True)
    made = [name for name in documents if name not in refused]
    if made:
        empty(workspace, made[-1])
        made.append(EMPTY)
    members = ", ".join(f'"{name}"' for name in made)
    (workspace / "Cargo.toml").write_text(f'[workspace]\nresolver = "3"\nmembers = [{members}]\n')
    return refused
