"""Prices items of generated code: what rustc pays for a crate with many of them, less the same crate without."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

COUNT = 2000

STRUCT = """
pub struct S {
    pub a: ::core::option::Option<__rt::String>, pub b: __rt::String,
    pub c: ::core::option::Option<i64>, pub d: ::core::option::Option<__rt::Vec<__rt::String>>,
}
"""
CLOSED = "pub enum S { A, B, C, D }"
OPEN = "pub enum S { A, B, C, D, Unknown(__rt::String) }"
AS_STR = """impl S {
    pub fn as_str(&self) -> &str {
        match self { S::A => "a", S::B => "b", S::C => "c", S::D => "d", S::Unknown(found) => found }
    }
}"""
NONE = "::core::option::Option::None"
SIGNATURE = "fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError>"
SLOTS = "".join(f"let mut v_{name} = {NONE};" for name in "abcd")

# An item, what it is added to, and its text; `S` becomes a name of its own each time.
ITEMS = [
    ("struct, Debug", STRUCT, "#[derive(Debug)]"),
    ("struct, Clone", STRUCT, "#[derive(Clone)]"),
    ("struct, PartialEq", STRUCT, "#[derive(PartialEq)]"),
    ("enum of texts, Debug", OPEN, "#[derive(Debug)]"),
    ("enum of texts, Clone", OPEN, "#[derive(Clone)]"),
    ("enum of texts, PartialEq", OPEN, "#[derive(PartialEq)]"),
    ("enum of texts, PartialEq, Eq, Hash", OPEN, "#[derive(PartialEq, Eq, Hash)]"),
    ("closed enum, Clone, Copy", CLOSED, "#[derive(Clone, Copy)]"),
    ("closed enum, PartialEq, Eq, Hash", CLOSED, "#[derive(PartialEq, Eq, Hash)]"),
    ("an impl of nothing", STRUCT, "impl __rt::Check for S {}"),
    ("a constant", STRUCT, "impl S { pub const C: u32 = 1; }"),
    ("a method, as good as empty", STRUCT, "impl S { pub fn f(&self) { loop {} } }"),
    ("a trait's method, as good as empty", STRUCT, "impl __rt::Check for S { fn check(&self, c: &mut __rt::Checker) { loop {} } }"),
    ("a setter", STRUCT, """impl S {
        pub fn a(mut self, a: impl ::core::convert::Into<__rt::String>) -> Self {
            self.a = ::core::option::Option::Some(::core::convert::Into::into(a));
            self
        }
    }"""),
    ("encoding of four members", STRUCT, """impl __rt::Encode for S {
        fn encode_fields(&self, w: &mut __rt::Writer) {
            w.optional("a", &self.a); w.field("b", &self.b); w.optional("c", &self.c); w.optional("d", &self.d);
        }
    }"""),
    ("decoding of four members, by a table", STRUCT, f"""impl __rt::Decode for S {{
        {SIGNATURE} {{
            {SLOTS}
            r.members(&mut [("b", &mut v_b)], &mut [("a", &mut v_a), ("c", &mut v_c), ("d", &mut v_d)])?;
            let ::core::option::Option::Some(v_b) = v_b else {{
                return ::core::result::Result::Err(__rt::DecodeError::incomplete());
            }};
            ::core::result::Result::Ok(S {{ a: v_a, b: v_b, c: v_c, d: v_d }})
        }}
    }}"""),
    ("decoding of four members, by a match", STRUCT, f"""impl __rt::Decode for S {{
        {SIGNATURE} {{
            {SLOTS}
            r.object(&mut |r, member| match member {{
                "a" => r.optional(&mut v_a), "b" => r.field(&mut v_b),
                "c" => r.optional(&mut v_c), "d" => r.optional(&mut v_d), _ => r.unknown(),
            }})?;
            ::core::result::Result::Ok(S {{ a: v_a, b: __rt::required(v_b, "b")?, c: v_c, d: v_d }})
        }}
    }}"""),
    ("decoding of four texts, by a match", OPEN, f"""impl __rt::Decode for S {{
        {SIGNATURE} {{
            let found = r.string()?;
            ::core::result::Result::Ok(match &*found {{
                "a" => S::A, "b" => S::B, "c" => S::C, "d" => S::D,
                _ => S::Unknown(r.unlisted(__rt::Cow::into_owned(found))?),
            }})
        }}
    }}"""),
    ("decoding of four texts, by a table", f"#[derive(Clone)] {OPEN}", f"""impl __rt::Decode for S {{
        {SIGNATURE} {{ r.listed(&[("a", S::A), ("b", S::B), ("c", S::C), ("d", S::D)], S::Unknown) }}
    }}"""),
    ("enum of texts, Debug, Eq, Hash by the runtime", f"#[derive(PartialEq)] {OPEN} {AS_STR}", """__rt::listed_enum!(S, "A a\\nB b\\nC c\\nD d");"""),
]


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--deps", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("items", nargs="*")
    return parser.parse_args()


def text(definition, item):
    """An attribute goes in front of what it is about, an impl behind."""
    one = f"{item} {definition}\n" if item.startswith("#") else f"{definition} {item}\n"
    named = one.replace("S {", "S@ {").replace("S::", "S@::").replace("(S,", "(S@,")
    crate = "".join(named.replace("@", str(number)) for number in range(COUNT))
    return f"#![allow(warnings)]\nuse ::bindery::__private as __rt;\n{crate}"


def measure(options, source):
    """CPU seconds and kilobytes, the least of all rounds."""
    (runtime,) = options.deps.glob("libbindery-*.rmeta")
    file = options.work / "priced.rs"
    file.write_text(source)
    command = ["rustc", "--edition=2024", "--crate-type=lib", "--emit=metadata", "-Cdebuginfo=2", f"--out-dir={options.work}"]
    command += [f"-Ldependency={options.deps}", f"--extern=bindery={runtime}", file]
    runs = []
    for _ in range(options.rounds):
        child = subprocess.Popen(command)
        _, status, usage = os.wait4(child.pid, 0)
        if status != 0:
            sys.exit("an item does not compile")
        runs.append((usage.ru_utime + usage.ru_stime, usage.ru_maxrss))
    return min(cpu for cpu, _ in runs), min(memory for _, memory in runs)


def main():
    options = arguments()
    bare = {}
    print(f"{'one of':<40}{'CPU µs':>10}{'KB':>8}")
    for name, definition, item in ITEMS:
        if options.items and not any(part in name for part in options.items):
            continue
        if definition not in bare:
            bare[definition] = measure(options, text(definition, ""))
        cpu, memory = measure(options, text(definition, item))
        base_cpu, base_memory = bare[definition]
        print(f"{name:<40}{(cpu - base_cpu) / COUNT * 1e6:>10.0f}{(memory - base_memory) / COUNT:>8.1f}", flush=True)


main()
