#![deny(deprecated)]

mod limits {
    bindery::bindings! { spec = "../specs/limits.json" }
}

fn reply(room: &limits::Room) -> Option<&str> {
    room.old_kind.as_deref()
}

fn request(beam: &limits::Beam) -> Option<i64> {
    beam.old_length
}

fn main() {}
