mod limits {
    bindery::bindings! { spec = "../specs/limits.json" }
}

use bindery::literal;
use limits::{Initial, RoomId, Seat, Tag};
use tencent_im::GroupId;

const FORTY_NINE: GroupId = literal!(GroupId, "exactly-forty-nine-characters-in-this-group-id---");
const TWO: Initial = literal!(Initial, "ab");
const NONE: Initial = literal!(Initial, "");
const FIVE: RoomId = literal!(RoomId, "ééééé");
const ONE: RoomId = literal!(RoomId, "é");
const SIX_BYTES: Tag = literal!(Tag, "ééé");
const NO_SEAT: Seat = literal!(Seat, "G07");

fn main() {}
