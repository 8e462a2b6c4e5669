//! A Markdown parser reads what documentation is made of strings that try to be more than words.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::{attributes, blocks, code, line};

/// Begins of blocks, marks, and words between them. A text is some of them in a row.
const PIECES: &[&str] = &[
    "panic!(1);",
    "word",
    "long word",
    "名前",
    "\u{301}",
    "été",
    " ",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{b}",
    "\u{85}",
    "\u{2028}",
    "\u{a0}",
    "\u{1}",
    "\u{202e}",
    "\u{200b}",
    "`",
    "``",
    "```",
    "````",
    "~",
    "~~",
    "~~~",
    "~~~~",
    "```rust\n",
    "~~~ rust\n",
    "\n```\n",
    "\n~~~\n",
    "- ",
    "* ",
    "+ ",
    "-",
    "1. ",
    "2) ",
    "10. ",
    "1234567890. ",
    "- - ",
    "-     ",
    "1.      ",
    "> ",
    ">",
    ">     ",
    "# ",
    "###### ",
    "####### ",
    "#",
    "===",
    "---",
    "***",
    "___",
    "- - -",
    "*",
    "**",
    "***",
    "_",
    "__",
    "\\",
    "\\\\",
    "\\`",
    "\\*",
    "\\[",
    "\\<",
    "[",
    "]",
    "[a]",
    "[a]: ",
    "[^a]: b",
    "[^a]",
    "[`a`]",
    "[a](b)",
    "[a](b::c)",
    "[a](http://a.b)",
    "[a][b]",
    "![a](http://a.b/c.png)",
    "(",
    ")",
    "<",
    ">",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<?",
    "<![CDATA[",
    "<div>\n",
    "<a href=\"b\">",
    "&lt;",
    "&#60;b&#62;",
    "&",
    "http://",
    "https://",
    "http://a.b",
    "https://a.b/c?d=e&f=g#h",
    "https://{host}/a",
    "<http://a.b>",
    "HTTP://a.b",
    "ftp://a.b",
    "mailto:a@b.c",
    "www.a.b",
    "a@b.c",
    "|",
    "| a | b |\n| - | - |\n| c | d |",
    ":",
    ": ",
    ":-",
    "$",
    "$$",
    "+++",
    "!",
    "\"",
    "'",
    "--",
    "...",
    "{",
    "}",
    "{a=b}",
    "%",
    "^",
    "^a^",
    "- [ ] ",
    "- [x] ",
    "ignore",
    "text",
    "rust",
];

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

fn texts() -> impl Iterator<Item = String> {
    let mut numbers = Numbers(11);
    let pairs = PIECES
        .iter()
        .flat_map(|a| PIECES.iter().map(move |b| format!("{a}{b}")));
    let longer = (0..15_000).map(move |_| {
        let length = 3 + numbers.below(12);
        (0..length)
            .map(|_| PIECES[numbers.below(PIECES.len())])
            .collect()
    });
    pairs.chain(longer)
}

/// As rustdoc reads documentation.
fn events(markdown: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(markdown, options)
}

/// What is wrong with documentation.
fn fault(markdown: &str) -> Option<String> {
    let mut linked = 0;
    for event in events(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == "text" => {
                linked += 1;
            }
            Event::Start(Tag::CodeBlock(kind)) => return Some(format!("code: {kind:?}")),
            Event::End(pulldown_cmark::TagEnd::CodeBlock | pulldown_cmark::TagEnd::Link) => {
                linked -= 1;
            }
            Event::Html(html) | Event::InlineHtml(html) => return Some(format!("HTML: {html}")),
            Event::Start(Tag::HtmlBlock) => return Some("an HTML block".to_owned()),
            Event::Start(Tag::Link { dest_url, .. })
                if dest_url.starts_with("http://") || dest_url.starts_with("https://") =>
            {
                linked += 1;
            }
            Event::Start(
                tag @ (Tag::Link { .. } | Tag::Image { .. } | Tag::FootnoteDefinition(_)),
            ) => {
                return Some(format!("{tag:?}"));
            }
            Event::FootnoteReference(name) => return Some(format!("a footnote: {name}")),
            Event::Text(text) if linked == 0 && has_url(&text) => {
                return Some(format!("a bare URL: {text}"));
            }
            _ => {}
        }
    }
    None
}

fn has_url(text: &str) -> bool {
    let after = |scheme| text.split(scheme).skip(1);
    let mut rests = after("http://").chain(after("https://"));
    rests.any(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// The words that a reader sees, and the addresses of links.
fn seen(markdown: &str) -> String {
    let mut seen = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => seen += &text,
            Event::Start(Tag::Link { dest_url, .. }) => seen += &dest_url,
            Event::Start(Tag::List(Some(number))) => seen += &number.to_string(),
            _ => {}
        }
    }
    seen
}

#[test]
fn no_text_is_more_than_words() {
    for text in texts() {
        let markdown = blocks::lines(&text).join("\n");
        assert_eq!(fault(&markdown), None, "{text:?} came to {markdown:?}");
        let within = format!("Sets {}: {}", code(&text), line(&text));
        assert_eq!(fault(&within), None, "{text:?} came to {within:?}");
        let attributes = attributes(&format!("{}: {text}", code(&text)));
        syn::parse_str::<syn::ItemStruct>(&format!("{attributes} struct A;")).unwrap();
    }
}

#[test]
fn no_word_is_lost() {
    for text in texts() {
        let markdown = blocks::lines(&text).join("\n");
        let seen = seen(&markdown);
        for word in ["panic!(1);", "long", "名前", "été"] {
            let (before, after) = (text.matches(word).count(), seen.matches(word).count());
            assert!(
                after >= before.min(1),
                "{word} of {text:?} is not in {markdown:?}"
            );
        }
    }
}
