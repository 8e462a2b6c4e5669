//! Small documents that once came out wrong, each of a kind that users of such tools report in public.
//! A module a document: what it must give is seen on the wire, or in the value that a reply becomes.

mod additional_declared;
mod allof_narrowed;
mod allof_nested_objects;
mod allof_several_choices;
mod anyof_or_nullable;
mod discriminator_beside_allof;
mod discriminator_by_name;
mod discriminator_inherited;
mod discriminator_shared_member;
mod discriminator_two_levels;
mod empty_success;
mod enum_names;
mod errors_without_body;
mod head_with_json;
mod integer_bounds;
mod json_media_types;
mod json_without_schema;
mod nan;
mod nullable_branch_with_rule;
mod operation_in_a_file;
mod redirects;
mod reference_elsewhere;
mod repeats;
mod root;
mod security_scheme_by_reference;
mod set_aside;
mod slips;
mod unlisted_codes;
mod version_3_2;

#[allow(dead_code, reason = "not every kind of look at the wire is in use yet")]
mod wire;
mod words_that_run;
