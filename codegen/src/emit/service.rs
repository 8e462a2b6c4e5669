//! The server side: a trait with one method an operation, and the function that routes a request to it.

mod read;
mod shape;
mod write;

pub(super) use write::with_type;

use super::operation::meta_name;
use super::{Emit, replies};
use crate::docs::{after, attributes, code, first_sentence};
use crate::ir::{Operation, Type};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn service(&mut self) {
        let each = |text: &dyn Fn(&Operation) -> String| -> String {
            self.api.operations.iter().map(text).collect()
        };
        let routes =
            each(&|operation| format!("__rt::server::Route::new(&{}),", meta_name(operation)));
        let methods = each(&|operation| self.method(operation));
        let arms = each(&|operation| self.arm(operation));
        let readers = each(&|operation| self.reader(operation));
        let refusals = each(&write::refusal);
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
        let call = format!("{} {}", operation.method, operation.path);
        let template = r"
            $docs
            fn $function(&self, call: &__rt::server::Call, request: $request)
                -> impl __rt::Future<Output = ::core::result::Result<$answer, __rt::server::Refuse<$error>>> + ::core::marker::Send;
        ";
        fill!(
            template,
            docs = attributes(&after(&format!("{}:", code(&call)), about)),
            function = operation.function,
            request = def.name,
            answer = self.answer_type(operation),
            error = operation.errors.name
        )
    }

    /// The expression that writes an answer.
    fn answer(&self, operation: &Operation) -> String {
        if let Some(Type::Named(id)) = &operation.reply
            && let Some(replies) = self.api.replies(operation)
        {
            return replies::write(operation, &self.api.types[id.0], replies);
        }
        write::answer(operation)
    }

    fn answer_type(&self, operation: &Operation) -> String {
        let rest = operation.reply.as_ref().map(|ty| self.ty(ty, false));
        match &operation.results {
            None => rest.unwrap_or("()".to_owned()),
            Some(results) => {
                let verdict = self.ty(&results.verdict, false);
                let answers = format!("__rt::Vec<__rt::Answer<{verdict}>>");
                match rest {
                    Some(rest) => format!("({answers}, {rest})"),
                    None => answers,
                }
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
            let broken = ::core::result::Result::err(__rt::Checker::timeless(&asked));
            let refused = ::core::option::Option::and_then(broken, |broken| service.invalid(&call, &broken));
            if let ::core::option::Option::Some(reply) = refused {
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
            answer = self.answer(operation)
        )
    }
}
