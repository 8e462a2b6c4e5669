use tencent_im::ImportReceipt;

fn receipt() -> ImportReceipt {
    ImportReceipt { msg_seq: None }
}

fn main() {}
