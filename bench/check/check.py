"""Measures `cargo check` on generated crates, interleaved, and prints medians side by side."""

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

from generators import EMPTY, GENERATORS, generate

DOCUMENTS = """
xkcd.com.json azure.com/datalake-store-account.json listennotes.com.json openai.com.json discourse.local.json notion.com.json
spotify.com.json svix.com.json gitlab.com.json asana.com.json slack.com.json adyen.com/CheckoutService-v71.json stripe.com.json
""".split()

PEER = "openapi-to-rust"


def arguments():
    parser = argparse.ArgumentParser()
    for name in ["api", "peers", "work", "root"]:
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--documents", default="")
    options = parser.parse_args()
    options.documents = options.documents.split() or DOCUMENTS
    return options


def crate_name(document):
    return "of-" + document.removesuffix(".json").replace(".", "-").replace("/", "-").lower()


class Check:
    """`cargo check` of one crate."""

    def __init__(self, workspace, crate, target):
        self.source = workspace / crate / "src/lib.rs"
        self.command = ["cargo", "check", "--quiet", "--package", crate]
        self.workspace = workspace
        self.environment = dict(os.environ, CARGO_INCREMENTAL="0", CARGO_TARGET_DIR=str(target))
        self.runs = []
        self.error = None

    def run(self):
        """CPU seconds of cargo and its children, and the memory of the largest in MB; `None` where it does not compile."""
        with open(self.workspace / "stderr", "wb") as stderr:
            child = subprocess.Popen(self.command, cwd=self.workspace, env=self.environment, stderr=stderr)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            return None
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def prepare(self):
        """Builds the dependencies, and of the crate itself nothing."""
        text = self.source.read_text()
        self.source.write_text("")
        if self.run() is None:
            self.error = f"dependencies do not compile: {self.complaint()}"
        self.source.write_text(text)

    def measure(self):
        if self.error:
            return
        self.source.touch()
        run = self.run()
        if run is None:
            self.error = self.complaint()
        else:
            self.runs.append(run)

    def complaint(self):
        lines = (self.workspace / "stderr").read_text(errors="replace").splitlines()
        return next((line for line in lines if line.startswith("error")), "no message")

    def median(self):
        cpu, memory = zip(*self.runs)
        return statistics.median(cpu), statistics.median(memory)


def ratio(cpu, base):
    """How many times bindery's time the peer's is, whole and less an empty crate's."""
    if "bindery" not in cpu or PEER not in cpu:
        return ""
    net = (cpu[PEER] - base[PEER]) / max(cpu["bindery"] - base["bindery"], 0.01)
    return f"{cpu[PEER] / cpu['bindery']:>10.1f}{net:>10.1f}"


def table(options, checks):
    """The medians by document."""
    print(f"{'':<28}" + "".join(f"{tool:>24}" for tool in GENERATORS) + f"{PEER + ' / bindery':>28}")
    print(f"{'document':<28}" + f"{'CPU s':>16}{'MB':>8}" * len(GENERATORS) + f"{'whole':>10}{'net':>10}")
    base = {}
    for document in [EMPTY, *options.documents]:
        name = EMPTY if document == EMPTY else crate_name(document)
        line = f"{document:<28}"
        cpu = {}
        for tool in GENERATORS:
            check = checks.get((tool, name))
            if check is None or check.error or not check.runs:
                line += f"{'not generated' if check is None else 'not compiled':>24}"
                continue
            cpu[tool], memory = check.median()
            line += f"{cpu[tool]:>16.2f}{memory:>8.0f}"
        base = base or cpu
        print(line + ("" if name == EMPTY else ratio(cpu, base)), flush=True)


def main():
    options = arguments()
    documents = {crate_name(document): options.api / document for document in options.documents}
    checks, refused = {}, {}
    for tool in GENERATORS:
        reasons = generate(options, tool, documents)
        refused |= {(tool, name): why for name, why in reasons.items()}
        for name in [EMPTY, *documents]:
            if name not in reasons and (options.work / tool / name).is_dir():
                checks[tool, name] = Check(options.work / tool, name, options.work / f"target-{tool}")
    for at, check in checks.items():
        print("dependencies of", *at, file=sys.stderr)
        check.prepare()
    for number in range(1, options.rounds + 1):
        for name in [EMPTY, *documents]:
            for tool in GENERATORS:
                check = checks.get((tool, name))
                if check is None or check.error:
                    continue
                check.measure()
                told = check.error or "{:.2f} s, {:.0f} MB".format(*check.runs[-1])
                print(f"round {number}: {tool} on {name}: {told}", file=sys.stderr)
        print(f"# medians of {number}")
        table(options, checks)
    refused |= {at: check.error for at, check in checks.items() if check.error}
    for (tool, name), why in refused.items():
        print(f"{tool}, {name}: {why}")


main()
