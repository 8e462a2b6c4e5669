//! The words a wire name is made of, whatever its style. What Rust makes of them is the generator's affair.

/// `ImportMsgResult`, `From_Account`, `2nd-line` as words in lower case. A character outside ASCII is a word of its own,
/// by its number, since not every letter may stand in an identifier.
///
/// ```
/// assert_eq!(bindery_spec::words("AVChatRoom"), ["av", "chat", "room"]);
/// assert_eq!(bindery_spec::words("From_Account"), ["from", "account"]);
/// ```
pub fn words(wire: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let chars: Vec<char> = wire.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            words.push(String::new());
            if !c.is_ascii() {
                words.push(format!("u{:x}", u32::from(c)));
                words.push(String::new());
            }
            continue;
        }
        if starts_word(&chars, i) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn starts_word(chars: &[char], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|before| chars[before]) else {
        return false;
    };
    let after = chars.get(i + 1);
    chars[i].is_ascii_uppercase()
        && (before.is_ascii_lowercase()
            || before.is_ascii_digit()
            || (before.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase)))
}
