use super::*;

/// The text that the attributes of a text come to.
fn markdown(text: &str) -> String {
    blocks::lines(text).join("\n")
}

#[test]
fn text_stays_text() {
    assert_eq!(
        attributes("a [b] <c> `[d]`"),
        r#"#[doc = " a \\[b\\] \\<c\\> `[d]`"]"#
    );
    assert_eq!(
        attributes("a\n\nb"),
        r#"#[doc = " a"]#[doc = ""]#[doc = " b"]"#
    );
    assert_eq!(
        attributes("a\u{202e}b `\u{2066}c`"),
        r#"#[doc = " a b ` c`"]"#
    );
    assert_eq!(markdown("odd `[d]` ` quote"), "odd `[d]` \\` quote");
    assert_eq!(
        markdown("snake_case, 2 * 3 and a|b"),
        "snake_case, 2 * 3 and a|b"
            .replace('_', "\\_")
            .replace('*', "\\*")
            .replace('|', "\\|")
    );
    assert_eq!(markdown("user\\_id \\d"), "user\\_id \\\\d");
    assert_eq!(first_sentence("One. Two."), "One.");
}

#[test]
fn addresses_are_links() {
    for (text, wanted) in [
        ("see https://a.b/c_d.", "see <https://a.b/c_d>."),
        ("(http://a.b/c)", "(<http://a.b/c>)"),
        ("<http://a.b/(c)>", "<http://a.b/(c)>"),
        ("在http://a.b/c。", "在<http://a.b/c>。"),
        ("[a `]`](https://a.b)", "[a `]`](<https://a.b>)"),
        ("[a](b::c) [d]", "\\[a\\](b::c) \\[d\\]"),
        (
            "[a](#b) ![c](http://d.e)",
            "\\[a\\](#b) \\![c](<http://d.e>)",
        ),
        ("https://{host}/a", "`https://{host}/a`"),
        ("http:// https://-", "http:\\// https:\\//-"),
    ] {
        assert_eq!(markdown(text), wanted);
    }
}

#[test]
fn useful_marks_survive() {
    for same in [
        "# A heading\n\nand `code`, **bold**, *leaning* and _so_",
        "- one\n- two\n  more of two\n  - deeper\n\n  a paragraph of two\n\nAfter.",
        "1. one\n2. two\n\n   ```text\n   a  b\n\n     c\n   ```",
        "**`code`** and ``a ` b``",
        "A heading\n---",
    ] {
        assert_eq!(markdown(same), same);
    }
    assert_eq!(markdown("* a\n+ b"), "- a\n- b");
    assert_eq!(markdown("a\n3. b"), "a\n\n3. b");
}

#[test]
fn code_is_text() {
    for (text, wanted) in [
        ("~~~\na\n~~~", "```text\na\n```"),
        ("````rust\n```\n````", "````text\n```\n````"),
        ("~~~\nnever closed", "\\~~~\nnever closed"),
        ("a\n\n    b", "a\n\nb"),
        ("-     a", "- a"),
        ("- ~~~\n  a", "- \\~~~\n  a"),
        ("> ~~~\n> a\n> ~~~", "\\> ~~~\n\\> a\n\\> ~~~"),
        ("1.      a", "1. a"),
        ("- - a", "- \\- a"),
        ("\u{1}    a", "a"),
        ("``` a ` ```", "``a ` ``"),
    ] {
        assert_eq!(markdown(text), wanted.replace("``a ` ``", "`` a ` ``"));
    }
}

#[test]
fn names_are_code() {
    assert_eq!(code("a"), "`a`");
    assert_eq!(code("a`b"), "``a`b``");
    assert_eq!(code("`"), "`` ` ``");
    assert_eq!(code("a\nb\u{202e}"), "`a\\nb\\u{202e}`");
    assert_eq!(code(""), "\"\"");
}
