//! The quickstart, part by part and as a whole against the sandbox.

mod compare;
mod history;
mod program;
mod report;
mod run;
mod wire;
