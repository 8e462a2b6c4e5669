//! Two thousand damaged copies of a good document: whatever comes in, findings come out, never a panic.

use bindery_spec::{Document, Kind, Member, Value, check};

const MUTANTS: u64 = 2000;

#[test]
fn no_damage_makes_the_checker_panic() {
    let good = Document::parse("good.json", include_str!("good.json").to_owned()).unwrap();
    let mut complaints = 0;
    for seed in 1..=MUTANTS {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut root = good.root.clone();
        for _ in 0..=random.below(3) {
            damage(&mut root, &mut random);
        }
        complaints += usize::from(has_findings(text(&root), &mut random));
    }
    // Most damage shows; some, such as a lost description, is no fault.
    assert!(complaints > 1000, "only {complaints} mutants were noticed");
}

#[test]
fn no_truncation_makes_the_reader_panic() {
    let good = include_str!("good.json");
    for end in (0..good.len() - 2).step_by(7) {
        let findings = Document::parse("cut.json", good[..end].to_owned()).unwrap_err();
        assert!(findings.to_string().contains("--> cut.json:"));
    }
}

fn has_findings(text: String, random: &mut Random) -> bool {
    let text = match random.below(4) {
        0 => text.replace('\n', "\r\n"),
        1 => text.replace('\n', " "),
        _ => text,
    };
    match Document::parse("mutant.json", text) {
        Err(findings) => !findings.to_string().is_empty(),
        Ok(document) => {
            let findings = check(&document);
            for finding in &findings {
                assert!(document.render(finding).contains("-->"));
            }
            !findings.is_empty()
        }
    }
}

/// Drops, repeats, renames, retypes or copies one node somewhere in the tree.
fn damage(root: &mut Value, random: &mut Random) {
    let donor = pick(root, random).clone();
    let target = pick(root, random);
    let choice = random.below(6);
    match (&mut target.kind, choice) {
        (_, 0) => target.kind = scalar(random),
        (_, 1) => target.kind = donor.kind,
        (Kind::Object(members), _) if !members.is_empty() => {
            let at = random.index(members.len());
            damage_member(members, at, choice, donor);
        }
        (Kind::Array(items), 2) if !items.is_empty() => {
            items.remove(random.index(items.len()));
        }
        (Kind::Array(items), _) => items.push(donor),
        (Kind::String(text), _) => {
            let mut characters: Vec<_> = text.chars().collect();
            characters.rotate_left(usize::from(!text.is_empty()));
            *text = characters.into_iter().collect::<String>().into();
        }
        _ => target.kind = Kind::Array(vec![donor]),
    }
}

fn damage_member(members: &mut Vec<Member>, at: usize, choice: u64, donor: Value) {
    match choice {
        2 => drop(members.remove(at)),
        3 => members.push(members[at].clone()),
        4 => members[at].key = format!("{}x", members[at].key).into(),
        _ => members[at].value = donor,
    }
}

fn scalar(random: &mut Random) -> Kind {
    match random.below(6) {
        0 => Kind::Null,
        1 => Kind::Bool(true),
        2 => Kind::Number("-1".into()),
        3 => Kind::Number("1e400".into()),
        4 => Kind::String("#/components/schemas/Parcel".into()),
        _ => Kind::Object(Vec::new()),
    }
}

/// A node somewhere in the tree, by a walk that may stop anywhere.
fn pick<'a>(value: &'a mut Value, random: &mut Random) -> &'a mut Value {
    let leaf = match &value.kind {
        Kind::Array(items) => items.is_empty(),
        Kind::Object(members) => members.is_empty(),
        _ => true,
    };
    if leaf || random.below(6) == 0 {
        return value;
    }
    match &mut value.kind {
        Kind::Array(items) => {
            let at = random.index(items.len());
            pick(&mut items[at], random)
        }
        Kind::Object(members) => {
            let at = random.index(members.len());
            pick(&mut members[at].value, random)
        }
        _ => unreachable!("leaves have been returned"),
    }
}

fn text(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(flag) => flag.to_string(),
        Kind::Number(digits) => digits.to_string(),
        Kind::String(text) => quoted(text),
        Kind::Array(items) => {
            let items: Vec<_> = items.iter().map(text).collect();
            format!("[{}]", items.join(",\n"))
        }
        Kind::Object(members) => {
            let member =
                |member: &Member| format!("{}: {}", quoted(&member.key), text(&member.value));
            let members: Vec<_> = members.iter().map(member).collect();
            format!("{{{}}}", members.join(",\n"))
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Xorshift: the same mutants on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap()
    }
}
