//! Numbers of YAML's core schema, as JSON writes them: no digit is lost.

/// What a plain scalar is that begins like a number.
pub(super) enum Number {
    /// A number, as JSON writes it.
    Json(String),
    /// A decimal number with zeros in front, as JSON writes it without them.
    Padded(String),
    /// An infinity, or no number.
    NotFinite,
    /// More bits than anybody has use for.
    TooLarge,
}

/// The number that a plain scalar is, if it is one.
pub(super) fn read(text: &str) -> Option<Number> {
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    let (sign, unsigned) = match text.strip_prefix(['-', '+']) {
        Some(rest) if text.starts_with('-') => ("-", rest),
        Some(rest) => ("", rest),
        None => ("", text),
    };
    match unsigned {
        ".inf" | ".Inf" | ".INF" => Some(Number::NotFinite),
        ".nan" | ".NaN" | ".NAN" if unsigned == text => Some(Number::NotFinite),
        _ => decimal(sign, unsigned),
    }
}

fn radix(digits: &str, radix: u32) -> Option<Number> {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    let number = u128::from_str_radix(digits, radix);
    Some(number.map_or(Number::TooLarge, |number| Number::Json(number.to_string())))
}

fn decimal(sign: &str, unsigned: &str) -> Option<Number> {
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => unsigned.split_at(at),
        None => (unsigned, ""),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits =
        is_digits(whole) && is_digits(fraction) && mantissa.len() > mantissa.matches('.').count();
    if !digits || !is_exponent(exponent) {
        return None;
    }
    let significant = whole.trim_start_matches('0');
    let significant = if significant.is_empty() {
        "0"
    } else {
        significant
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let json = format!("{sign}{significant}{point}{fraction}{exponent}");
    let padded = whole.len() > significant.len();
    Some(if padded {
        Number::Padded(json)
    } else {
        Number::Json(json)
    })
}

/// Nothing, or `e` with a number.
fn is_exponent(text: &str) -> bool {
    let Some(number) = text.strip_prefix(['e', 'E']) else {
        return text.is_empty();
    };
    let digits = number.strip_prefix(['-', '+']).unwrap_or(number);
    !digits.is_empty() && is_digits(digits)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
