//! `import_group`: making a group that existed elsewhere.

use bindery::UnixSeconds;
use bindery::server::Refuse;
use tencent_im::{
    GroupId, GroupType, ImportGroup, ImportGroupError, ImportGroupReply, ImportableGroupType,
    TopicSupport, UserId,
};

use crate::groups::Groups;
use crate::seed::GroupSeed;
use crate::state::{App, Shared};

/// Members a group can have at most unless it is a Community, for which the document holds the limit.
const MAX_MEMBERS: u32 = 6_000;

type Refused = Refuse<ImportGroupError>;

pub(crate) fn import(
    shared: &Shared,
    app: &App,
    request: ImportGroup,
) -> Result<ImportGroupReply, Refused> {
    let kind = kind(request.type_)?;
    check_profile(&request, kind)?;
    check_words(shared, &request)?;
    let created = created(shared, &request)?;
    let topics = request.support_topic == Some(TopicSupport::WithTopics);
    app.groups(|groups| {
        let id = choose_id(groups, &request, kind)?;
        let mut seed = GroupSeed::new(id.as_str(), kind).created(created);
        seed.name = request.name;
        seed.topics = topics;
        if let Some(owner) = request.owner_account {
            seed = seed.owner(owner.as_str());
        }
        groups.add(seed);
        Ok(ImportGroupReply::new(id))
    })
}

fn kind(asked: ImportableGroupType) -> Result<GroupType, Refused> {
    Ok(match asked {
        ImportableGroupType::Private => GroupType::Private,
        ImportableGroupType::Public => GroupType::Public,
        ImportableGroupType::ChatRoom => GroupType::ChatRoom,
        ImportableGroupType::Community => GroupType::Community,
        _ => {
            return Err(Refuse::from(ImportGroupError::NotPermitted)
                .message("/Type: groups of this type cannot be imported"));
        }
    })
}

fn check_profile(request: &ImportGroup, kind: GroupType) -> Result<(), Refused> {
    let community = kind == GroupType::Community;
    if community && request.apply_join_option.is_some() {
        return Err(invalid("/ApplyJoinOption: not for a Community"));
    }
    if !community && request.support_topic == Some(TopicSupport::WithTopics) {
        return Err(invalid("/SupportTopic: only a Community has topics"));
    }
    if !community
        && request
            .max_member_count
            .is_some_and(|count| count > MAX_MEMBERS)
    {
        return Err(invalid(
            "/MaxMemberCount: above 6000, which only a Community may be",
        ));
    }
    let reserved = |id: &str| id.starts_with("@TGS#_");
    match &request.group_id {
        Some(id) if community && !reserved(id.as_str()) => Err(invalid(
            "/GroupId: the id of a Community begins with `@TGS#_`",
        )),
        Some(id) if !community && reserved(id.as_str()) => Err(invalid(
            "/GroupId: only the id of a Community begins with `@TGS#_`",
        )),
        _ => Ok(()),
    }
}

fn check_words(shared: &Shared, request: &ImportGroup) -> Result<(), Refused> {
    let texts = [
        Some(&request.name),
        request.introduction.as_ref(),
        request.notification.as_ref(),
    ];
    if texts
        .into_iter()
        .flatten()
        .any(|text| shared.switches.refuses_words_of(text))
    {
        let message = "a word of name, introduction or notice is refused";
        return Err(Refuse::from(ImportGroupError::TextRefused).message(message));
    }
    Ok(())
}

fn created(shared: &Shared, request: &ImportGroup) -> Result<UnixSeconds, Refused> {
    let now = UnixSeconds::from(shared.now());
    match request.create_time {
        None => Ok(now),
        Some(time) if time <= now => Ok(time),
        Some(_) => Err(invalid("/CreateTime: not before now")),
    }
}

/// The id asked for, if nobody has it, or a free one.
fn choose_id(
    groups: &mut Groups,
    request: &ImportGroup,
    kind: GroupType,
) -> Result<GroupId, Refused> {
    let Some(asked) = &request.group_id else {
        return group_id(&groups.free_id(kind));
    };
    let Some(taken) = groups.get(asked.as_str()) else {
        return group_id(asked.as_str());
    };
    let owner = request.owner_account.as_ref().map(UserId::as_str);
    let error = if owner.is_some() && owner == taken.profile.owner.as_deref() {
        ImportGroupError::GroupIdOwned
    } else {
        ImportGroupError::GroupIdTaken
    };
    Err(Refuse::from(error).message("/GroupId: in use"))
}

fn group_id(text: &str) -> Result<GroupId, Refused> {
    GroupId::try_from(text).map_err(|error| invalid(&format!("/GroupId: {error}")))
}

fn invalid(message: &str) -> Refused {
    Refuse::from(ImportGroupError::InvalidParameter).message(message)
}
