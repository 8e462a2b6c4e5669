mod im {
    bindery::bindings! { operations = [import_group_msg] }
}

fn main() {}
