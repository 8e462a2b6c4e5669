//! Documents of any number of operations, the same at every call.

use std::fmt::Write;

const RING: usize = 100;

/// What the operations of a document have to do with one another.
#[derive(Debug, Clone, Copy)]
pub enum Relation {
    /// Each has types of its own.
    Apart,
    /// All share the same types.
    Shared,
    /// The types of each refer to those of the next, in rings of a hundred.
    Chained,
    /// Each has types of its own, written where they are used.
    Inline,
}

impl Relation {
    pub const ALL: [Relation; 4] = [
        Relation::Apart,
        Relation::Shared,
        Relation::Chained,
        Relation::Inline,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Relation::Apart => "types of their own",
            Relation::Shared => "shared types",
            Relation::Chained => "chained types",
            Relation::Inline => "inline types",
        }
    }
}

/// A document with so many operations.
pub fn document(relation: Relation, operations: usize) -> String {
    let mut text =
        r#"{"openapi":"3.1.0","info":{"title":"Synthetic","version":"1"},"paths":{"#.to_owned();
    for number in 0..operations {
        comma(&mut text, number);
        operation(&mut text, relation, number);
    }
    text.push_str(r#"},"components":{"schemas":{"#);
    let schemas = match relation {
        Relation::Apart | Relation::Chained => operations,
        Relation::Shared => 1,
        Relation::Inline => 0,
    };
    for number in 0..schemas {
        comma(&mut text, number);
        let next = matches!(relation, Relation::Chained).then_some(successor(number, schemas));
        component(&mut text, number, next);
    }
    text.push_str("}}}");
    text
}

/// The next in the ring, or the first.
fn successor(number: usize, count: usize) -> usize {
    let first = number - number % RING;
    if number + 1 == (first + RING).min(count) {
        first
    } else {
        number + 1
    }
}

fn operation(text: &mut String, relation: Relation, number: usize) {
    let schema = match relation {
        Relation::Inline => object(None),
        Relation::Shared => reference(0),
        Relation::Apart | Relation::Chained => reference(number),
    };
    let _ = write!(
        text,
        r#""/parcels/{number}/{{parcel}}":{{"post":{{"operationId":"send_parcel_{number}","summary":"Sends a parcel","parameters":[{{"name":"parcel","in":"path","required":true,"schema":{{"type":"string"}}}},{{"name":"express","in":"query","schema":{{"type":"boolean"}}}}],"requestBody":{{"required":true,"content":{{"application/json":{{"schema":{schema}}}}}}},"responses":{{"200":{{"description":"sent","content":{{"application/json":{{"schema":{schema}}}}}}},"404":{{"description":"no such parcel"}}}}}}}}"#
    );
}

fn component(text: &mut String, number: usize, next: Option<usize>) {
    let _ = write!(text, r#""Parcel{number}":{}"#, object(next));
}

fn object(next: Option<usize>) -> String {
    let next = next.map_or(String::new(), |next| {
        format!(r#","next":{}"#, reference(next))
    });
    format!(
        r#"{{"title":"Parcel","description":"What is on its way","type":"object","required":["weight","to"],"properties":{{"weight":{{"type":"integer","format":"int32","minimum":1}},"to":{{"type":"string","maxLength":80}},"state":{{"type":"string","enum":["open","sent","lost"]}},"marks":{{"type":"array","items":{{"type":"string"}}}},"size":{{"type":"object","properties":{{"width":{{"type":"number"}},"height":{{"type":"number"}}}}}}{next}}}}}"#
    )
}

fn reference(number: usize) -> String {
    format!(r##"{{"$ref":"#/components/schemas/Parcel{number}"}}"##)
}

fn comma(text: &mut String, number: usize) {
    if number > 0 {
        text.push(',');
    }
}
