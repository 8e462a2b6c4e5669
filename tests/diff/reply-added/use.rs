pub fn nothing(reply: <api::GetParcel as bindery::Operation>::Reply) {
    let () = reply;
}
