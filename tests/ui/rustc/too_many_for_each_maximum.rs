mod limits {
    bindery::bindings! { spec = "../specs/limits.json" }
}

use limits::{LargePart, SmallPart, TakeMany, TakeOne};
use tencent_im::{GroupCustomField, ImportGroup};

fn one(parts: [SmallPart; 2]) {
    let _ = TakeOne::builder().parts(parts);
}

fn ten(request: ImportGroup, fields: [GroupCustomField; 11]) {
    let _ = request.app_defined_data(fields);
}

fn twenty(parts: [LargePart; 21]) {
    let _ = TakeMany::builder().parts(parts);
}

fn two_at_least(parts: [LargePart; 1]) {
    let _ = TakeMany::builder().parts(parts);
}

fn none_of_five_hundred() {
    let _ = TakeMany::builder().numbers([]);
}

fn main() {}
