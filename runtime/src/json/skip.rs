//! Passing one value, validated and without recursion.

use super::{DecodeError, Kind, Reader};

impl Reader<'_> {
    /// Validates and passes one value.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        let floor = self.depth;
        // One bit for each level opened here, set for objects: the depth limit fits.
        let mut objects = 0u128;
        loop {
            if let Some(object) = self.skip_one()? {
                objects = objects << 1 | u128::from(object);
            } else if !self.skip_ends(&mut objects, floor)? {
                return Ok(());
            }
            if self.depth > floor && objects & 1 == 1 {
                self.before_name()?;
                self.skip_string()?;
                self.colon()?;
            }
        }
    }

    /// Passes a scalar or an empty container, or enters a container: then whether it is an object.
    fn skip_one(&mut self) -> Result<Option<bool>, DecodeError> {
        self.space();
        match self.kind() {
            Some(kind @ (Kind::Object | Kind::Array)) => {
                let object = kind == Kind::Object;
                self.open(kind)?;
                let end = if object { b'}' } else { b']' };
                return Ok((!self.close(end)).then_some(object));
            }
            Some(Kind::String) => self.skip_string()?,
            Some(Kind::Number) => drop(self.number()?),
            Some(Kind::Bool) => drop(self.boolean()?),
            Some(Kind::Null) => self.null()?,
            None => return Err(self.unexpected("a value")),
        }
        Ok(None)
    }

    /// Behind a value: leaves the containers that end here. False when the value that was asked for is complete.
    fn skip_ends(&mut self, objects: &mut u128, floor: u8) -> Result<bool, DecodeError> {
        while self.depth > floor {
            let end = if *objects & 1 == 1 { b'}' } else { b']' };
            if self.more(end)? {
                return Ok(true);
            }
            *objects >>= 1;
        }
        Ok(false)
    }
}
