//! Integers as JSON writes them: JSON Schema takes `1e2` and `100.0` for what `100` is.

/// The integer that a JSON number is, in whichever way it is written; `None` for one with a fraction, or beyond 128 bits.
pub(crate) fn integer(number: &str) -> Option<i128> {
    let (digits, exponent) = match number.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i64>().ok()?),
        None => (number, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    if digits == 0 {
        return Some(0);
    }
    let shift = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let unit = 10_i128.checked_pow(u32::try_from(shift.unsigned_abs()).ok()?)?;
    if shift >= 0 {
        digits.checked_mul(unit)
    } else {
        (digits % unit == 0).then_some(digits / unit)
    }
}

#[cfg(test)]
mod tests {
    use super::integer;

    #[test]
    fn whole_numbers_are_integers_however_they_are_written() {
        for (text, value) in [
            ("100", 100),
            ("100.0", 100),
            ("1e2", 100),
            ("1E+2", 100),
            ("-1.50e1", -15),
            ("1200e-2", 12),
            ("0.00", 0),
            ("-0e999", 0),
            ("18446744073709551615.000", i128::from(u64::MAX)),
        ] {
            assert_eq!(integer(text), Some(value), "{text}");
        }
        for text in [
            "0.5",
            "1e-1",
            "125e-2",
            "1e39",
            "1e99999999999999999999",
            "1e-9223372036854775808",
        ] {
            assert_eq!(integer(text), None, "{text}");
        }
    }
}
