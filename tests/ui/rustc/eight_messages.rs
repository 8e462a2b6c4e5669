use bindery::List;
use tencent_im::ImportedMessage;

fn week(messages: [ImportedMessage; 8]) -> List<ImportedMessage, 1, 7> {
    messages.into()
}

fn main() {}
