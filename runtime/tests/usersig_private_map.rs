//! The room buffer of a `PrivateMapKey`: what the vectors of the published signers do not reach.
#![cfg(feature = "usersig")]

use bindery::sign::{Privileges, Room, SignError, private_map_buffer};

#[test]
fn lengths_that_do_not_fit_a_room_buffer_are_errors() {
    let buffer = |account: &str, room, expires| {
        private_map_buffer(1, account, room, expires, Privileges::ALL)
    };
    let long = "ü".repeat(32_767) + "u";
    let whole = buffer(&long, Room::Name(&long), u32::MAX.into()).unwrap();
    assert_eq!(whole.len(), 25 + 2 * 65_535);
    let too_long = long.clone() + "u";
    let too_large = |what, max, given| Err(SignError::TooLarge { what, max, given });
    assert_eq!(
        buffer(&too_long, Room::Number(1), 1),
        too_large("the length of the account", 65_535, 65_536)
    );
    assert_eq!(
        buffer("a", Room::Name(&too_long), 1),
        too_large("the length of the room's name", 65_535, 65_536)
    );
    assert_eq!(
        buffer("a", Room::Number(1), 1 << 32),
        too_large("the expiry of the privileges", u32::MAX.into(), 1 << 32)
    );
    assert_eq!(
        buffer("a\n", Room::Number(1), 1),
        Err(SignError::ControlCharacter { found: '\n', at: 1 })
    );
}

#[test]
fn the_empty_room_name_is_room_number_0() {
    let buffer = |room| private_map_buffer(1, "é", room, 2, Privileges::ENTER).unwrap();
    let expected = b"\0\0\x02\xc3\xa9\0\0\0\x01\0\0\0\0\0\0\0\x02\0\0\0\x02\0\0\0\0";
    assert_eq!(buffer(Room::Name("")), expected);
    assert_eq!(buffer(Room::Number(0)), expected);
}
