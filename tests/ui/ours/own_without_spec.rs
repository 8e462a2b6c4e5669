#[derive(bindery::Request)]
struct Import {
    group_id: String,
}

fn main() {}
