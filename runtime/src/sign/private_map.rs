//! The user buffer of a `PrivateMapKey`: what an account may do in one room of the video service.

use std::ops::BitOr;

use super::SignError;
use super::claims::check_identifier;

const ACCOUNT_TYPE: u32 = 0;

/// The room that a `PrivateMapKey` opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room<'a> {
    /// A room with a number.
    Number(u32),
    /// A room with a name, up to 65,535 UTF-8 bytes. The empty name means room number 0, as in most signers.
    Name(&'a str),
}

/// What an account may do in a room. Combine with `|`.
///
/// ```
/// # use bindery::sign::Privileges;
/// let listener = Privileges::ENTER | Privileges::RECEIVE_AUDIO | Privileges::RECEIVE_VIDEO;
/// assert_eq!(listener, Privileges(42));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Privileges(pub u32);

impl Privileges {
    /// Create the room.
    pub const CREATE: Self = Self(1);
    /// Enter the room.
    pub const ENTER: Self = Self(2);
    /// Send audio.
    pub const SEND_AUDIO: Self = Self(4);
    /// Receive audio.
    pub const RECEIVE_AUDIO: Self = Self(8);
    /// Send video.
    pub const SEND_VIDEO: Self = Self(16);
    /// Receive video.
    pub const RECEIVE_VIDEO: Self = Self(32);
    /// Send a shared screen.
    pub const SEND_SCREEN: Self = Self(64);
    /// Receive a shared screen.
    pub const RECEIVE_SCREEN: Self = Self(128);
    /// All of these.
    pub const ALL: Self = Self(255);
}

impl BitOr for Privileges {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The user buffer that, signed with [`Claims::with_user_buffer`](super::Claims::with_user_buffer), makes
/// the signature a `PrivateMapKey`.
///
/// `account` is the identifier of the claims, and `expires` the Unix second at which the privileges end:
/// that of the claims, usually. Lengths count UTF-8 bytes.
///
/// # Errors
/// An account that is empty or holds a control character; an account or room name above 65,535 bytes; an
/// `expires` above 4,294,967,295. Nothing is cut to fit.
///
/// ```
/// # use bindery::sign::{Claims, Privileges, Room, UserSigKey, private_map_buffer};
/// # let key = UserSigKey::new(1_400_000_000, "the key shown in the console");
/// let claims = Claims::new("xiaojun", 1_700_000_000, 86_400);
/// let buffer = private_map_buffer(
///     key.sdk_app_id(), &claims.identifier, Room::Number(10_000), claims.expires(), Privileges::ALL,
/// )?;
/// let private_map_key = key.sign(&claims.with_user_buffer(buffer))?;
/// # Ok::<(), bindery::sign::SignError>(())
/// ```
pub fn private_map_buffer(
    sdk_app_id: u32,
    account: &str,
    room: Room<'_>,
    expires: u64,
    privileges: Privileges,
) -> Result<Vec<u8>, SignError> {
    check_identifier(account)?;
    let (number, name) = match room {
        Room::Number(number) => (number, ""),
        Room::Name(name) => (0, name),
    };
    let expires = u32::try_from(expires).map_err(|_| SignError::TooLarge {
        what: "the expiry of the privileges",
        max: u32::MAX.into(),
        given: expires,
    })?;
    let version = u8::from(!name.is_empty());

    let mut buffer = vec![version];
    push_text(&mut buffer, "the length of the account", account)?;
    for field in [sdk_app_id, number, expires, privileges.0, ACCOUNT_TYPE] {
        buffer.extend(field.to_be_bytes());
    }
    if !name.is_empty() {
        push_text(&mut buffer, "the length of the room's name", name)?;
    }
    Ok(buffer)
}

fn push_text(buffer: &mut Vec<u8>, what: &'static str, text: &str) -> Result<(), SignError> {
    let length = u16::try_from(text.len()).map_err(|_| SignError::TooLarge {
        what,
        max: u16::MAX.into(),
        given: text.len() as u64,
    })?;
    buffer.extend(length.to_be_bytes());
    buffer.extend(text.as_bytes());
    Ok(())
}
