use bindery::{List, Of, UnixSeconds, literal};
use tencent_im::{
    FaceContent, GroupId, ImportElement, ImportGroupMsg, ImportedMessage, SoundContent,
    TextContent, UserId, kind,
};

fn message() -> ImportedMessage {
    ImportedMessage::builder()
        .from_account(literal!(UserId, "the-thirty-two-bytes-of-this-id!"))
        .send_time(UnixSeconds::from_secs(1_620_808_101))
        .msg_body([
            ImportElement::from(TextContent::new("hello")),
            ImportElement::Face(FaceContent::new()),
        ])
        .build()
}

fn main() {
    let group = Of::<_, kind::Community>::new(literal!(GroupId, "group-1"));
    let week: [ImportedMessage; 7] = std::array::from_fn(|_| message());
    let request = ImportGroupMsg::builder()
        .msg_list(week)
        .group_id(group)
        .build();
    assert_eq!(request.msg_list.len(), 7);
    let many: Vec<List<ImportedMessage, 1, 7>> = List::batches(vec![message(); 15]).collect();
    assert_eq!(many.len(), 3);
    let _ = SoundContent::new("md5");
}
