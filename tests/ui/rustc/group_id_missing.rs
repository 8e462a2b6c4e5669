use tencent_im::{ImportGroupMsg, ImportedMessage};

fn request(message: ImportedMessage) -> ImportGroupMsg {
    ImportGroupMsg::builder().msg_list([message]).build()
}

fn main() {}
