//! Decimal texts of JSON numbers as exact integers. Never through a float: every digit counts.

/// The integer at the start of `bytes` and its length, when it is plain digits (18 at most) behind an optional sign.
pub(super) fn short(bytes: &[u8]) -> Option<(i64, usize)> {
    let negative = bytes.first() == Some(&b'-');
    let digits = &bytes[usize::from(negative)..];
    let mut value = 0;
    let mut len = 0;
    while let Some(digit @ b'0'..=b'9') = digits.get(len) {
        if len == 18 {
            return None;
        }
        value = value * 10 + i64::from(digit - b'0');
        len += 1;
    }
    let more_follows = matches!(digits.get(len), Some(b'.' | b'e' | b'E'));
    let leading_zero = len > 1 && digits.first() == Some(&b'0');
    if len == 0 || leading_zero || more_follows {
        return None;
    }
    let value = if negative { -value } else { value };
    Some((value, len + usize::from(negative)))
}

/// The value of a JSON number when it is integral, `i128::MAX` or its negative for anything beyond.
pub(super) fn exact(number: &str) -> Option<i128> {
    let (negative, magnitude) = match number.strip_prefix('-') {
        Some(magnitude) => (true, magnitude),
        None => (false, number),
    };
    let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return Some(0);
    }
    let shift = saturating(exponent)
        .saturating_add(length(&digits) - length(significant))
        .saturating_sub(length(fraction));
    if shift < 0 {
        return None;
    }
    let value = scaled(significant, shift).unwrap_or(i128::MAX);
    Some(if negative { -value } else { value })
}

/// `digits` times ten to the power of `shift`; `None` beyond `i128`.
fn scaled(digits: &str, shift: i64) -> Option<i128> {
    let power = 10i128.checked_pow(u32::try_from(shift).ok()?)?;
    digits.parse::<i128>().ok()?.checked_mul(power)
}

fn saturating(exponent: &str) -> i64 {
    let bound = if exponent.starts_with('-') {
        i64::MIN
    } else {
        i64::MAX
    };
    exponent.parse().unwrap_or(bound)
}

fn length(digits: &str) -> i64 {
    i64::try_from(digits.len()).unwrap_or(i64::MAX)
}
