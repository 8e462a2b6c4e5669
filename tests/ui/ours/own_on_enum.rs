#[derive(bindery::Request)]
enum Import {
    One,
}

#[derive(bindery::Response)]
struct Page(String);

fn main() {}
