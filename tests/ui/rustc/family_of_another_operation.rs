mod limits {
    bindery::bindings! { spec = "../specs/limits.json" }
}

use limits::{HouseError, TakeManyError, TakeOneError};

fn one(error: TakeOneError) -> bool {
    matches!(error, TakeOneError::Locked)
}

fn many(error: TakeManyError) -> bool {
    matches!(error, TakeManyError::House(HouseError::Shut))
}

fn main() {}
