//! Words of a document that open a code block in one of Markdown's ways. That none is run and none breaks rustdoc is seen where
//! `bindery_tests::words` is documented and its doctests are run; here, that the words are still there to be read.

use bindery_cli::{Cli, Command, bindings};
use clap::Parser;

fn generated() -> String {
    let spec = "fixtures/reports/words-that-run.json";
    let words = ["bindery", "generate", spec, "--out", "never-written.rs"];
    let Command::Generate(target) = Cli::try_parse_from(words).unwrap().command else {
        panic!("another command");
    };
    bindings(&target).unwrap().text.unwrap()
}

#[test]
fn they_are_read_and_never_run() {
    let text = generated();
    for said in [
        "/// - panic!(\"a list item that opens a code block\")",
        "/// ```text\n/// panic!(\"tilde fence\");\n/// ```",
        "/// ```text\n/// panic!(\"four backquotes\");\n/// ```",
        "///\n/// panic!(\"indented\");",
        "(<http://example.com/a>)",
        r"\[nowhere::x\] \` and \<script\>alert(1)\</script\>",
        "/// # panic!(\"heading\")\n///\n/// 1. panic!(\"numbered\");",
        r"/// \> ~~~",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}
