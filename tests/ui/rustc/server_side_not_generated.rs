mod im {
    bindery::bindings! { spec = "../../../spec/tencent-im.json", operations = [import_group] }
}

fn serve(_: &impl im::Service) {}

fn main() {}
