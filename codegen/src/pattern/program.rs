//! From a tree to the runtime's program, which reads backwards: the last term comes first.

use super::class::CharSet;
use super::parse::{Node, Tree};
use super::{MAX_STEPS, PatternError};

/// A step, as the runtime's type of this name documents it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    One(CharSet),
    Run(CharSet, u32),
    Fork(usize),
    Jump(usize),
    Start,
    End,
    WordBoundary(bool),
    Ahead(usize, bool),
    Accept,
}

/// The starts of all programs, and their steps.
pub(super) fn lower(tree: &Tree) -> Result<(Vec<usize>, Vec<Step>), PatternError> {
    let mut starts = Vec::with_capacity(tree.looks.len() + 1);
    let mut program = Program { steps: Vec::new() };
    for body in tree.looks.iter().chain([&tree.body]) {
        starts.push(program.steps.len());
        program.node(body)?;
        program.push(Step::Accept)?;
    }
    Ok((starts, program.steps))
}

struct Program {
    steps: Vec<Step>,
}

impl Program {
    fn push(&mut self, step: Step) -> Result<usize, PatternError> {
        if self.steps.len() == MAX_STEPS {
            return Err(PatternError::TooLarge {
                what: "more than 1024 steps; counts are written out, so say `minLength` and `maxLength` instead",
            });
        }
        self.steps.push(step);
        Ok(self.steps.len() - 1)
    }

    fn node(&mut self, node: &Node) -> Result<(), PatternError> {
        let step = match node {
            Node::Set(set) => Step::One(set.clone()),
            Node::Start => Step::Start,
            Node::End => Step::End,
            &Node::WordBoundary(wanted) => Step::WordBoundary(wanted),
            &Node::Ahead(look, wanted) => Step::Ahead(look, wanted),
            Node::Concat(terms) => return terms.iter().rev().try_for_each(|term| self.node(term)),
            Node::Alternatives(all) => return self.alternatives(all),
            Node::Repeat(node, min, max) => return self.repeat(node, *min, *max),
        };
        self.push(step).map(drop)
    }

    fn alternatives(&mut self, all: &[Node]) -> Result<(), PatternError> {
        let Some((last, others)) = all.split_last() else {
            return Ok(());
        };
        let mut jumps = Vec::with_capacity(others.len());
        for node in others {
            let fork = self.push(Step::Fork(0))?;
            self.node(node)?;
            jumps.push(self.push(Step::Jump(0))?);
            self.steps[fork] = Step::Fork(self.steps.len());
        }
        self.node(last)?;
        for jump in jumps {
            self.steps[jump] = Step::Jump(self.steps.len());
        }
        Ok(())
    }

    fn repeat(&mut self, node: &Node, min: u32, max: Option<u32>) -> Result<(), PatternError> {
        if takes_nothing(node) {
            // Once is as good as often, and not at all holds everywhere.
            return if min == 0 { Ok(()) } else { self.node(node) };
        }
        for _ in 0..min {
            self.node(node)?;
        }
        match (node, max) {
            (Node::Set(set), None) => self.push(Step::Run(set.clone(), u32::MAX)).map(drop),
            (Node::Set(_), Some(max)) if max == min => Ok(()),
            (Node::Set(set), Some(max)) => self.push(Step::Run(set.clone(), max - min)).map(drop),
            (_, None) => self.forever(node),
            (_, Some(max)) => self.at_most(node, max - min),
        }
    }

    fn forever(&mut self, node: &Node) -> Result<(), PatternError> {
        let fork = self.push(Step::Fork(0))?;
        self.node(node)?;
        self.push(Step::Jump(fork))?;
        self.steps[fork] = Step::Fork(self.steps.len());
        Ok(())
    }

    fn at_most(&mut self, node: &Node, times: u32) -> Result<(), PatternError> {
        let mut forks = Vec::new();
        for _ in 0..times {
            forks.push(self.push(Step::Fork(0))?);
            self.node(node)?;
        }
        for fork in forks {
            self.steps[fork] = Step::Fork(self.steps.len());
        }
        Ok(())
    }
}

fn takes_nothing(node: &Node) -> bool {
    match node {
        Node::Set(_) => false,
        Node::Start | Node::End | Node::WordBoundary(_) | Node::Ahead(..) => true,
        Node::Concat(nodes) | Node::Alternatives(nodes) => nodes.iter().all(takes_nothing),
        Node::Repeat(node, _, max) => *max == Some(0) || takes_nothing(node),
    }
}
