//! Reading numbers: the grammar, floats, and the way to the integers.

use super::integer;
use super::{DecodeError, DecodeErrorKind, Kind, Reader};

impl<'a> Reader<'a> {
    /// Reads a number as the nearest `f64`; one too large for it is an error.
    pub fn f64(&mut self) -> Result<f64, DecodeError> {
        let start = self.space();
        let value = self.number()?.parse().unwrap_or(f64::INFINITY);
        if value.is_finite() {
            Ok(value)
        } else {
            Err(out_of_range(start, "a 64-bit float"))
        }
    }

    /// Reads a number as the nearest `f32`; one too large for it is an error.
    pub fn f32(&mut self) -> Result<f32, DecodeError> {
        let start = self.space();
        let value = self.number()?.parse().unwrap_or(f32::INFINITY);
        if value.is_finite() {
            Ok(value)
        } else {
            Err(out_of_range(start, "a 32-bit float"))
        }
    }

    /// Reads an integer. `1.0` and `1e3` are integers too; a fraction or a number out of range is an error.
    pub fn i64(&mut self) -> Result<i64, DecodeError> {
        self.integer("an integer from -9223372036854775808 to 9223372036854775807")
    }

    /// Reads an integer without a sign. `1.0` and `1e3` are integers too; a fraction or a number out of range is an
    /// error.
    pub fn u64(&mut self) -> Result<u64, DecodeError> {
        self.integer("an integer from 0 to 18446744073709551615")
    }

    pub(super) fn integer<T: TryFrom<i128>>(
        &mut self,
        range: &'static str,
    ) -> Result<T, DecodeError> {
        let start = self.space();
        let value = self.wide_integer(range)?;
        T::try_from(value).map_err(|_| out_of_range(start, range))
    }

    /// Any integer, one beyond `i128` as a bound of it: no type read here is that wide.
    fn wide_integer(&mut self, range: &'static str) -> Result<i128, DecodeError> {
        if let Some((value, len)) = integer::short(&self.text.as_bytes()[self.at..]) {
            self.at += len;
            return Ok(value.into());
        }
        let start = self.at;
        if self.kind() != Some(Kind::Number) {
            return Err(self.unexpected(range));
        }
        integer::exact(self.number()?).ok_or_else(|| {
            let message = format!("expected {range}, found a fraction");
            DecodeError::new(DecodeErrorKind::WrongType, Some(start), message)
        })
    }

    /// Passes a number and gives its text.
    pub(super) fn number(&mut self) -> Result<&'a str, DecodeError> {
        let start = self.at;
        if self.kind() != Some(Kind::Number) {
            return Err(self.unexpected("a number"));
        }
        self.eat("-");
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.eat(".") {
            self.digits()?;
        }
        if self.eat("e") || self.eat("E") {
            let _sign = self.eat("+") || self.eat("-");
            self.digits()?;
        }
        Ok(&self.text[start..self.at])
    }

    fn digits(&mut self) -> Result<(), DecodeError> {
        let start = self.at;
        while self.byte().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.syntax("expected a digit"));
        }
        Ok(())
    }
}

#[cold]
fn out_of_range(start: usize, range: &str) -> DecodeError {
    let message = format!("expected {range}, found one out of that range");
    DecodeError::new(DecodeErrorKind::OutOfRange, Some(start), message)
}
