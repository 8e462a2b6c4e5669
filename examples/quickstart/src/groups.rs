//! Making groups that take old messages.

use bindery::Done;

use crate::error::Error;
use crate::history::Group;
use crate::im::{Client, GroupId, ImportGroup, ImportGroupError, ImportableGroupType};
use crate::read_back;

/// How often a group is asked for while nobody knows whether it was made.
const ATTEMPTS: usize = 5;

/// Makes a group with its former id, as old as its messages need it: a group takes none that are older than itself.
///
/// After an outcome nobody knows, the call is made again. If the id is taken by then, either the first call did it or
/// the group was there before; what tells them apart is that the new one is empty.
pub(crate) async fn make(client: &Client, group: &Group) -> Result<GroupId, Error> {
    let id = GroupId::new(group.id.as_str()).map_err(Error::GroupId)?;
    let request = ImportGroup::new(ImportableGroupType::Public, group.id.as_str())
        .group_id(group.id.clone())
        .create_time(group.created);
    let mut attempt = 1;
    loop {
        match client.send(request.clone()).await {
            Ok(_) => return Ok(id),
            Err(error) if attempt > 1 && is_taken(error.refusal()) => {
                return empty(client, id).await;
            }
            Err(error) if attempt < ATTEMPTS && error.done() == Done::Unknown => attempt += 1,
            Err(error) => return Err(Error::Make(id, error)),
        }
    }
}

fn is_taken(refusal: Option<&ImportGroupError>) -> bool {
    matches!(
        refusal,
        Some(ImportGroupError::GroupIdTaken | ImportGroupError::GroupIdOwned)
    )
}

async fn empty(client: &Client, id: GroupId) -> Result<GroupId, Error> {
    let newest = read_back::newest(client, &id).await?;
    if newest.iter().any(read_back::is_of_a_user) {
        Err(Error::NotEmpty(id))
    } else {
        Ok(id)
    }
}
