mod limits {
    bindery::bindings! { spec = "../specs/limits.json" }
}

use bindery::literal;
use limits::{Initial, RoomId, Seat, Tag};
use tencent_im::{GroupId, TopicId, UserId};

fn main() {
    let user = literal!(UserId, "exactly-thirty-two-bytes-long-id");
    assert_eq!(user.as_str().len(), 32);
    assert_eq!(literal!(UserId, "é").as_str().len(), 2);
    let group = literal!(GroupId, "exactly-forty-eight-characters-in-this-group-id-");
    assert_eq!(group.as_str().len(), 48);
    assert!(GroupId::new("g".repeat(49)).is_err());
    assert!(TopicId::new("t".repeat(96)).is_ok() && TopicId::new("t".repeat(97)).is_err());

    // Characters count as one each, whatever they take in bytes; bytes count as they are.
    assert_eq!(literal!(Initial, "é").as_str(), "é");
    assert_eq!(literal!(RoomId, "éé").as_str(), "éé");
    assert_eq!(literal!(RoomId, "éééé").as_str().len(), 8);
    assert_eq!(literal!(Tag, "").as_str(), "");
    assert_eq!(literal!(Tag, "éé").as_str().len(), 4);
    assert_eq!(literal!(Seat, "F07").as_str(), "F07");
}
