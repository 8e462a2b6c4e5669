//! Services that are only sent what they take: anything else is the test's fault. A macro, for the trait is generated anew for each API.

/// The methods of a generated `Service` that are asked when a call cannot be read or breaks a rule.
#[macro_export]
macro_rules! refuses_nothing {
    () => {
        fn reject(
            &self,
            _: Option<&bindery::server::Call>,
            fault: &bindery::server::Fault,
        ) -> bindery::server::Reply {
            panic!("{fault:?}")
        }

        fn invalid(
            &self,
            _: &bindery::server::Call,
            violations: &bindery::Violations,
        ) -> Option<bindery::server::Reply> {
            panic!("{violations}")
        }
    };
}
