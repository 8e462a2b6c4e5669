//! The values that travel: every member of the request set, every kind of element in it, and texts of many scripts.

use crate::hand::{
    Custom, Element, Face, File, History, HistoryMessage, Image, ImageInfo, ImportGroupMsg,
    Location, Message, Sound, Text, Video,
};

const TEXTS: [&str; 7] = [
    "hello",
    "大家好,欢迎加入本群,请先阅读群公告",
    "she said \"see you at 8\"\nand left",
    "https://example.com/a/b?c=d&e=f",
    "🎉🎉🎉",
    "The quick brown fox jumps over the lazy dog, again and again, until the evening comes.",
    "ok",
];

/// As many messages as a call takes, four elements each.
pub fn largest(topic: Option<String>) -> ImportGroupMsg {
    request(topic, |at| vec![text(at), face(), location(), custom()])
}

/// As many messages as a call takes, a text each.
pub fn texts() -> ImportGroupMsg {
    request(None, |at| vec![text(at)])
}

fn request(topic_id: Option<String>, body: impl Fn(usize) -> Vec<Element>) -> ImportGroupMsg {
    let message = |at: usize| Message {
        from_account: user(at),
        send_time: 1_620_892_821 + at as u64 * 17,
        random: Some(2_894_751_113 + at as u32),
        msg_body: body(at),
    };
    ImportGroupMsg {
        group_id: "@TGS#2C5SZEAEF".to_owned(),
        recent_contact_flag: Some(1),
        topic_id,
        msg_list: (0..TEXTS.len()).map(message).collect(),
    }
}

/// As many messages as a reply holds, each with all kinds of elements.
pub fn history() -> History {
    let message = |at: usize| HistoryMessage {
        from_account: Some(user(at)),
        is_place_msg: 0,
        is_system_msg: Some(1),
        msg_body: Some(vec![
            text(at),
            face(),
            location(),
            custom(),
            sound(),
            image(),
            file(),
            video(),
        ]),
        msg_priority: Some(2),
        msg_random: Some(51_083_293),
        msg_seq: 7_803_321 + at as u64,
        msg_time_stamp: Some(1_458_721_802),
        msg_key: Some("144115198371610486-1458721802-51083293".to_owned()),
        topic_id: Some("@TGS#_2J4SZEAEL@TOPIC#_1".to_owned()),
        cloud_custom_data: Some("{\"order\":12}".to_owned()),
    };
    History {
        group_id: Some("@TGS#2C5SZEAEF".to_owned()),
        is_finished: 1,
        rsp_msg_list: (0..20).map(message).collect(),
    }
}

fn user(at: usize) -> String {
    format!("user_{:08}", 91_000 + at)
}

fn text(at: usize) -> Element {
    Element::Text(Text {
        text: TEXTS[at % TEXTS.len()].to_owned(),
    })
}

fn face() -> Element {
    Element::Face(Face {
        index: Some(6),
        data: Some("abc\u{0}\u{1}".to_owned()),
    })
}

fn location() -> Element {
    Element::Location(Location {
        desc: Some("the office".to_owned()),
        latitude: Some(29.340_656_774_469_956),
        longitude: Some(116.774_979_204_788_24),
    })
}

fn custom() -> Element {
    Element::Custom(Custom {
        data: Some("{\"kind\":\"order\",\"number\":12}".to_owned()),
        desc: Some("an order".to_owned()),
        ext: Some("https://example.com/orders/12".to_owned()),
        sound: Some("dingdong.aiff".to_owned()),
    })
}

fn sound() -> Element {
    Element::Sound(Sound {
        url: Some(url("c9be9d32c05bfb77b3edafa4312c6c7d")),
        uuid: "1053D4B3D61040894AC3DE44CDF28B3EC7EB7C0F".to_owned(),
        size: Some(62_351),
        second: Some(1),
        download_flag: Some(2),
    })
}

fn image() -> Element {
    let info = |(kind, size)| ImageInfo {
        r#type: Some(kind),
        size: Some(size),
        width: Some(2448),
        height: Some(3264),
        url: url("D61040894AC3DE44CDFFFB3EC7EB720F"),
    };
    Element::Image(Image {
        uuid: "1853095_D61040894AC3DE44CDFFFB3EC7EB720F".to_owned(),
        image_format: Some(1),
        image_info_array: [(1, 1_853_095), (2, 2_565_240), (3, 12_535)]
            .map(info)
            .into(),
    })
}

fn file() -> Element {
    Element::File(File {
        url: Some(url("49be9d32c0fbfba7b31dafa4312c6c7d")),
        uuid: "1053D4B3D61040894AC3DE44CDF28B3EC7EB7C0F".to_owned(),
        file_size: Some(1_773_552),
        file_name: Some("trim.B75D5F9B-1426-4913-8845-90DD46797FCD.MOV".to_owned()),
        download_flag: Some(2),
    })
}

fn video() -> Element {
    Element::Video(Box::new(Video {
        video_url: Some(url("f7c6ad3c50af7d83e23efe0a208b90c9")),
        video_uuid: "5da38ba89d6521011e1f6f3fd6692e35".to_owned(),
        video_size: Some(1_194_603),
        video_second: Some(5),
        video_format: Some("mp4".to_owned()),
        video_download_flag: Some(2),
        thumb_url: Some(url("a6c170c9c599280cb06e0523d7a1f37b")),
        thumb_uuid: Some("6edaffedef5150684510cf97957b7bc8".to_owned()),
        thumb_size: Some(13_907),
        thumb_width: Some(720),
        thumb_height: Some(1280),
        thumb_format: Some("JPG".to_owned()),
        thumb_download_flag: Some(2),
    }))
}

fn url(name: &str) -> String {
    format!("https://files.example.com/abc123/{name}")
}
