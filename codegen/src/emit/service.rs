//! The server side: a trait with one method an operation, and the function that routes a request to it.

use super::Emit;
use crate::docs::{attributes, first_sentence};
use crate::ir::{Field, Operation, Place, Shape, Struct, Type};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn service(&mut self) {
        let api = self.api;
        let methods: String = api
            .operations
            .iter()
            .map(|operation| self.method(operation))
            .collect();
        let routes: String = api
            .operations
            .iter()
            .map(|operation| format!("__rt::server::Route::new(&{}),", meta_name(operation)))
            .collect();
        let arms: String = api
            .operations
            .iter()
            .map(|operation| self.arm(operation))
            .collect();
        let readers: String = api
            .operations
            .iter()
            .map(|operation| self.reader(operation))
            .collect();
        let refusals: String = api.operations.iter().map(refusal).collect();
        let template = r#"
            #[doc = " Answers the operations of the API: a server's side of it. [`serve`] routes requests here."]
            pub trait Service: ::core::marker::Send + ::core::marker::Sync {
                #[doc = " Looks at a call before its body is read: who is calling, and may they? By default all may."]
                fn admit(&self, call: &__rt::server::Call) -> ::core::result::Result<(), __rt::server::Reply> {
                    let _ = call;
                    ::core::result::Result::Ok(())
                }

                #[doc = " The answer to a request that is for no operation (then there is no call), or that cannot be read."]
                fn reject(&self, call: ::core::option::Option<&__rt::server::Call>, fault: &__rt::server::Fault) -> __rt::server::Reply;

                #[doc = " The answer to a request that breaks documented rules; `None` lets it through to the operation."]
                #[doc = " Rules about \"now\" are not among them: they are the operation's to judge, with its own clock."]
                fn invalid(&self, call: &__rt::server::Call, violations: &__rt::Violations) -> ::core::option::Option<__rt::server::Reply>;

                $methods
            }

            #[doc = " Answers one request."]
            pub async fn serve<S: Service + ?::core::marker::Sized>(service: &S, request: __rt::server::Request) -> __rt::server::Reply {
                const ROUTES: &[__rt::server::Route] = &[$routes];
                let call = match __rt::server::route(ROUTES, &request) {
                    ::core::result::Result::Ok(call) => call,
                    ::core::result::Result::Err(error) => {
                        return service.reject(::core::option::Option::None, &__rt::server::Fault::Route(error));
                    }
                };
                if let ::core::result::Result::Err(reply) = service.admit(&call) {
                    return reply;
                }
                match call.operation.id {
                    $arms
                    _ => service.reject(
                        ::core::option::Option::None,
                        &__rt::server::Fault::Route(__rt::server::RouteError::NoSuchPath),
                    ),
                }
            }

            $readers
            $refusals
        "#;
        self.out
            .push(&fill!(template, methods, routes, arms, readers, refusals));
    }

    fn method(&self, operation: &Operation) -> String {
        let def = &self.api.types[operation.request.0];
        let about = if operation.summary.is_empty() {
            first_sentence(&def.docs)
        } else {
            &operation.summary
        };
        let template = r"
            $docs
            fn $function(&self, call: &__rt::server::Call, request: $request)
                -> impl __rt::Future<Output = ::core::result::Result<$answer, __rt::server::Refuse<$error>>> + ::core::marker::Send;
        ";
        fill!(
            template,
            docs = attributes(&format!(
                "`{} {}`: {about}",
                operation.method, operation.path
            )),
            function = operation.function,
            request = def.name,
            answer = self.answer_type(operation),
            error = operation.errors.name
        )
    }

    fn answer_type(&self, operation: &Operation) -> String {
        let rest = operation.reply.as_ref().map(|ty| self.ty(ty, false));
        match &operation.results {
            None => rest.unwrap_or("()".to_owned()),
            Some(results) => {
                let answers = format!(
                    "__rt::Vec<__rt::Answer<{}>>",
                    self.ty(&results.verdict, false)
                );
                rest.map_or(answers.clone(), |rest| format!("({answers}, {rest})"))
            }
        }
    }

    fn arm(&self, operation: &Operation) -> String {
        let template = r"
            $id => {
                let asked = match read_$function(&call, &request.body) {
                    ::core::result::Result::Ok(asked) => asked,
                    ::core::result::Result::Err(fault) => return service.reject(::core::option::Option::Some(&call), &fault),
                };
                $check
                match service.$function(&call, asked).await {
                    ::core::result::Result::Ok(answer) => $answer,
                    ::core::result::Result::Err(refuse) => refuse_$function(refuse),
                }
            }
        ";
        let check = if self.checked[operation.request.0] {
            r"
            if let ::core::result::Result::Err(violations) = __rt::Checker::timeless(&asked)
                && let ::core::option::Option::Some(reply) = service.invalid(&call, &violations)
            {
                return reply;
            }
            "
        } else {
            ""
        };
        fill!(
            template,
            id = quoted(&operation.id),
            function = operation.function,
            check,
            answer = answer(operation)
        )
    }

    /// A function that reads the typed request of a call.
    fn reader(&self, operation: &Operation) -> String {
        let def = &self.api.types[operation.request.0];
        let Shape::Struct(made) = &def.shape else {
            return String::new();
        };
        let in_body: Vec<_> = made
            .fields
            .iter()
            .filter(|field| field.place == Place::Body)
            .collect();
        let body = if in_body.len() == made.fields.len() && operation.has_body {
            "__rt::json::decode(body).map_err(__rt::server::Fault::Body)".to_owned()
        } else {
            self.parts_reader(operation, made, &in_body)
        };
        let template = r"
            fn read_$function(call: &__rt::server::Call, body: &[u8]) -> ::core::result::Result<$request, __rt::server::Fault> {
                let _ = (call, body);
                $body
            }
        ";
        fill!(
            template,
            function = operation.function,
            request = def.name,
            body
        )
    }

    fn parts_reader(&self, operation: &Operation, made: &Struct, in_body: &[&Field]) -> String {
        let (mut reads, mut values) = (String::new(), String::new());
        if !in_body.is_empty() {
            reads.push_str(&body_reads(in_body));
        }
        for field in &made.fields {
            let wire = quoted(&field.wire);
            let fault = if matches!(field.place, Place::Body | Place::WholeBody) {
                "Body"
            } else {
                "Parameter"
            };
            let template = match field.place {
                Place::Body => "",
                Place::WholeBody => {
                    "let v_$name = if body.is_empty() { ::core::option::Option::None } else { \
                                     ::core::option::Option::Some(__rt::json::decode(body).map_err(__rt::server::Fault::Body)?) };"
                }
                _ => {
                    "let v_$name = call.$kind(__rt::server::Place::$place, $wire).map_err(__rt::server::Fault::Parameter)?;"
                }
            };
            let place = match field.place {
                Place::Path => "Path",
                Place::Header => "Header",
                _ => "Query",
            };
            let kind = if self.is_text(&field.ty) {
                "text"
            } else {
                "bare"
            };
            reads.push_str(&fill!(template, name = field.name, kind, place, wire));
            let value = if field.required {
                "$name: __rt::required(v_$name, $wire).map_err(__rt::server::Fault::$fault)?,"
            } else {
                "$name: v_$name,"
            };
            values.push_str(&fill!(value, name = field.name, wire, fault));
        }
        let name = &self.api.types[operation.request.0].name;
        fill!(
            "$reads ::core::result::Result::Ok($name { $values })",
            reads,
            name,
            values
        )
    }

    fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::String => true,
            Type::Nullable(inner) => self.is_text(inner),
            Type::Named(id) => match &self.api.types[id.0].shape {
                Shape::Text(_) => true,
                Shape::Enum(made) => made.strings,
                _ => false,
            },
            _ => false,
        }
    }
}

/// Reads the body's members beside parameters.
fn body_reads(in_body: &[&Field]) -> String {
    let (mut slots, mut arms) = (String::new(), String::new());
    for field in in_body {
        slots.push_str(&fill!(
            "let mut v_$name = ::core::option::Option::None;",
            wire = quoted(&field.wire),
            name = field.name,
            read = if field.required { "field" } else { "optional" }
        ));
        arms.push_str(&fill!(
            "$wire => r.$read(&mut v_$name),",
            wire = quoted(&field.wire),
            name = field.name,
            read = if field.required { "field" } else { "optional" }
        ));
    }
    let template = r"
        $slots
        __rt::Reader::new(body)
            .and_then(|mut r| {
                r.object(&mut |r, member| match member { $arms _ => r.skip() })?;
                r.end()
            })
            .map_err(__rt::server::Fault::Body)?;
    ";
    fill!(template, slots, arms)
}

/// The name of an operation's constants.
pub(super) fn meta_name(operation: &Operation) -> String {
    format!("{}_META", crate::names::shout(&operation.function))
}

/// The name of the places of an operation's verdicts.
pub(super) fn results_name(operation: &Operation) -> String {
    format!("{}_RESULTS", crate::names::shout(&operation.function))
}

/// The expression that writes an answer.
fn answer(operation: &Operation) -> String {
    let envelope = Emit::envelope_reference(&operation.envelope);
    let payload = match (&operation.results, &operation.reply) {
        (None, None) if operation.envelope == crate::ir::EnvelopeUse::None => {
            return "{ let () = answer; __rt::server::Reply::empty(204) }".to_owned();
        }
        (None, _) => "answer".to_owned(),
        (Some(_), None) => verdicts(operation, "answer", "()"),
        (Some(_), Some(_)) => verdicts(operation, "answer.0", "answer.1"),
    };
    format!("__rt::server::write_reply({envelope}, &{payload})")
}

fn verdicts(operation: &Operation, answers: &str, rest: &str) -> String {
    format!(
        "__rt::server::Verdicts {{ results: &{}, answers: &{answers}, rest: &{rest} }}",
        results_name(operation)
    )
}

/// A function that writes a refusal: by status where the document gives one, else in the envelope.
fn refusal(operation: &Operation) -> String {
    let set = &operation.errors;
    let statuses: String = set
        .statuses
        .iter()
        .map(|status| {
            format!(
                "{}::{}(body) => return __rt::server::Reply::json({}, body),",
                set.name, status.variant, status.range.0
            )
        })
        .collect();
    let statuses = if statuses.is_empty() {
        String::new()
    } else {
        let rest = if set.rows.is_empty()
            && set.families.is_empty()
            && operation.envelope == crate::ir::EnvelopeUse::None
        {
            ""
        } else {
            "_ => {}"
        };
        format!("match &refuse.error {{ {statuses} {rest} }}")
    };
    let template = r"
        fn refuse_$function(refuse: __rt::server::Refuse<$error>) -> __rt::server::Reply {
            $body
        }
    ";
    let body = match &operation.envelope {
        crate::ir::EnvelopeUse::None if set.statuses.is_empty() => {
            "match refuse.error {}".to_owned()
        }
        crate::ir::EnvelopeUse::None => statuses,
        envelope => format!(
            "{statuses} __rt::server::refuse_in({}, &refuse)",
            Emit::envelope_reference(envelope)
                .trim_start_matches("::core::option::Option::Some(")
                .trim_end_matches(')')
        ),
    };
    fill!(
        template,
        function = operation.function,
        error = set.name,
        body
    )
}
