//! What does not compile, and what the compiler says: the cases of `ui/ours` in our words, those of `ui/rustc` in its own.

use std::path::Path;
use std::process::Command;

use trybuild::TestCases;

/// The toolchain that `ui/rustc` was recorded with; others phrase the same errors differently.
const RECORDED_WITH: &str = "rustc 1.95.";

/// Where the standard library's source is, if it is installed.
const SOURCE: &str = "lib/rustlib/src/rust/library";

#[test]
fn wrong_does_not_compile() {
    let cases = TestCases::new();
    // With a case that passes, cargo builds instead of checking, and constants are evaluated.
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/ours/*.rs");
    let version = rustc(&["--version"]);
    if !version.starts_with(RECORDED_WITH) {
        println!("ui/rustc is left out: recorded with {RECORDED_WITH}x, this is {version}");
    } else if Path::new(rustc(&["--print", "sysroot"]).trim())
        .join(SOURCE)
        .exists()
    {
        println!("ui/rustc is left out: recorded without rust-src, which shows more of a panic");
    } else {
        cases.compile_fail("ui/rustc/*.rs");
    }
}

fn rustc(arguments: &[&str]) -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
