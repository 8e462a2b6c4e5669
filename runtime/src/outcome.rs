//! The answer to a call that carries many items: one verdict for each.

use std::fmt;

use crate::code::{Code, CodeRow, Done, Retry, code_retry};
use crate::json::{Decode, DecodeError, Kind, Reader, is_blank};

/// One verdict as it stands in the reply: its code and its other members.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Answer<T> {
    /// The item's code.
    pub code: Code,
    /// The verdict's other members.
    pub value: T,
}

impl<T> Answer<T> {
    /// The verdict of that code, with its other members.
    pub fn new(code: impl Into<Code>, value: T) -> Self {
        let code = code.into();
        Answer { code, value }
    }
}

/// What became of one item.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Verdict<T, E> {
    /// Done.
    Done(T),
    /// Refused, and why; [`Refused::done`] says whether it may have been done all the same.
    Refused(Refused<T, E>),
    /// Its code says done, and what only items have that were done is not there: such as a repeat that the service has
    /// dropped. Look before counting on it.
    Unconfirmed(T),
    /// The reply holds no verdict that can be told to be this item's: look before sending it again.
    Unanswered,
}

/// An item the service did not take.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Refused<T, E> {
    /// Why.
    pub error: E,
    /// The verdict's other members.
    pub value: T,
}

impl<T, E: ItemError> Refused<T, E> {
    /// Whether to send the item again.
    pub fn retry(&self) -> Retry {
        code_retry(self.error.row())
    }

    /// Whether the service may have done it all the same: a code that the spec knows nothing of does not say.
    pub fn done(&self) -> Done {
        self.error.row().map_or(Done::Unknown, |row| row.done)
    }
}

/// One item sent, and its verdict.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Item<S, T, E> {
    /// The item as it was sent.
    pub sent: S,
    /// What became of it.
    pub verdict: Verdict<T, E>,
}

/// The codes of single items.
pub trait ItemError: fmt::Debug {
    /// The variant of a code.
    fn from_code(code: Code) -> Self;

    /// The code.
    fn code(&self) -> Code;

    /// What the spec knows of the code.
    fn row(&self) -> Option<&'static CodeRow>;
}

/// Where a reply carries verdicts.
#[derive(Debug)]
pub struct Results {
    /// The member path of the array of verdicts.
    pub verdicts: &'static [&'static str],
    /// The member that holds a verdict's code.
    pub code: &'static str,
    /// The member that only verdicts on items that were done have.
    pub proof: Option<&'static str>,
    /// The codes that mean done.
    pub success: &'static [Code],
}

/// What became of every item of a call the service accepted.
///
/// The call's own success says nothing about its items: look at each, or turn the outcome into a `Result` with
/// [`Outcome::into_result`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
#[must_use = "an accepted call may hold refused items: look at each verdict, or call `into_result`"]
pub struct Outcome<S, T, E, R = ()> {
    items: Vec<Item<S, T, E>>,
    unpaired: Vec<Answer<T>>,
    reply: R,
}

impl<S, T, E, R> Outcome<S, T, E, R> {
    /// Every item with its verdict, in the order sent.
    pub fn items(&self) -> &[Item<S, T, E>] {
        &self.items
    }

    /// The items, moved out.
    pub fn into_items(self) -> Vec<Item<S, T, E>> {
        self.items
    }

    /// Whether every item is done.
    pub fn is_complete(&self) -> bool {
        self.items
            .iter()
            .all(|item| matches!(item.verdict, Verdict::Done(_)))
    }

    /// Every item's value when all are done, else the outcome itself as an error.
    #[expect(
        clippy::type_complexity,
        reason = "a name would hide what the two sides hold"
    )]
    pub fn into_result(self) -> Result<Vec<(S, T)>, Partial<S, T, E, R>> {
        if !self.is_complete() {
            return Err(Partial(self));
        }
        let done = self
            .items
            .into_iter()
            .filter_map(|item| match item.verdict {
                Verdict::Done(value) => Some((item.sent, value)),
                _ => None,
            });
        Ok(done.collect())
    }

    /// The verdicts of a reply whose number differs from that of the items, so that none can be assigned.
    pub fn unpaired(&self) -> &[Answer<T>] {
        &self.unpaired
    }

    /// The reply's other members.
    pub fn reply(&self) -> &R {
        &self.reply
    }
}

impl<S, T: Decode, E: ItemError, R: Decode> Outcome<S, T, E, R> {
    /// Reads the verdicts of `sent` from a reply.
    #[doc(hidden)]
    pub fn read(
        sent: impl IntoIterator<Item = S>,
        body: &[u8],
        results: &Results,
    ) -> Result<Self, DecodeError> {
        if is_blank(body) {
            return Err(DecodeError::nothing());
        }
        let mut answers = Vec::new();
        let r = &mut Reader::new(body)?;
        read_answers(r, results.verdicts, results, &mut answers)?;
        r.end()?;
        let reply = R::decode_again(body)?;
        let sent: Vec<S> = sent.into_iter().collect();
        let paired = answers.len() == sent.len();
        let mut outcome = Outcome {
            items: Vec::with_capacity(sent.len()),
            unpaired: Vec::new(),
            reply,
        };
        let mut answers = answers.into_iter();
        for sent in sent {
            let answer = if paired {
                answers.next().flatten()
            } else {
                None
            };
            let verdict = answer.map_or(Verdict::Unanswered, |answer| answer.judge(results));
            outcome.items.push(Item { sent, verdict });
        }
        let unpaired = answers.flatten().map(|read| read.answer);
        outcome.unpaired.extend(unpaired);
        Ok(outcome)
    }
}

/// A verdict as it was read.
struct ReadAnswer<T> {
    answer: Answer<T>,
    /// Whether what only verdicts of success have is there, where there is such a member.
    proven: bool,
}

impl<T> ReadAnswer<T> {
    fn judge<E: ItemError>(self, results: &Results) -> Verdict<T, E> {
        let Answer { code, value } = self.answer;
        let code = match results.success.first() {
            Some(model) => code.like(model),
            None => code,
        };
        if !results.success.contains(&code) {
            let error = E::from_code(code);
            Verdict::Refused(Refused { error, value })
        } else if self.proven {
            Verdict::Done(value)
        } else {
            Verdict::Unconfirmed(value)
        }
    }
}

/// A verdict that cannot be read is `None`: the others keep their places.
fn read_answers<T: Decode>(
    r: &mut Reader<'_>,
    path: &[&str],
    results: &Results,
    answers: &mut Vec<Option<ReadAnswer<T>>>,
) -> Result<(), DecodeError> {
    if r.peek()? == Kind::Null {
        return r.skip();
    }
    let Some((name, deeper)) = path.split_first() else {
        return r.array(&mut |r| {
            let mut ahead = r.clone();
            let answer = read_answer(&mut ahead, results).ok();
            if answer.is_some() {
                *r = ahead;
            } else {
                r.skip()?;
            }
            answers.push(answer);
            Ok(())
        });
    };
    r.object(&mut |r, member| {
        if member == *name {
            read_answers(r, deeper, results, answers)
        } else {
            r.skip()
        }
    })
}

fn read_answer<T: Decode>(
    r: &mut Reader<'_>,
    results: &Results,
) -> Result<ReadAnswer<T>, DecodeError> {
    let at_code = r.peek_member(results.code)?;
    let mut at_code = at_code.ok_or_else(|| DecodeError::missing(results.code))?;
    let proven = match results.proof {
        Some(proof) => r.peek_member(proof)?.is_some_and(says_something),
        None => true,
    };
    Ok(ReadAnswer {
        answer: Answer {
            code: Code::decode(&mut at_code)?,
            value: T::decode(r)?,
        },
        proven,
    })
}

/// Whether a value is more than `null`, zero or an empty text, which some services send for nothing.
fn says_something(mut value: Reader<'_>) -> bool {
    match value.peek() {
        Ok(Kind::Null) => false,
        Ok(Kind::Number) => value.i64().ok() != Some(0),
        Ok(Kind::String) => value.string().is_ok_and(|text| !text.is_empty()),
        read => read.is_ok(),
    }
}

/// An outcome with items that are not done.
#[derive(Debug, Clone, PartialEq)]
pub struct Partial<S, T, E, R = ()>(pub Outcome<S, T, E, R>);

impl<S, T, E: ItemError, R> fmt::Display for Partial<S, T, E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let items = &self.0.items;
        let done = items
            .iter()
            .filter(|item| matches!(item.verdict, Verdict::Done(_)))
            .count();
        write!(f, "{done} of {} items done", items.len())?;
        for (i, item) in items.iter().enumerate() {
            match &item.verdict {
                Verdict::Done(_) => {}
                Verdict::Unanswered => write!(f, "; item {i}: no verdict")?,
                Verdict::Unconfirmed(_) => {
                    write!(f, "; item {i}: said to be done, and nothing shows it")?;
                }
                Verdict::Refused(refused) => {
                    write!(f, "; item {i}: code {}", refused.error.code())?;
                    if let Some(row) = refused.error.row() {
                        write!(f, ", {}", row.meaning)?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl<S: fmt::Debug, T: fmt::Debug, E: ItemError, R: fmt::Debug> std::error::Error
    for Partial<S, T, E, R>
{
}

/// A reply without members of its own; whatever it holds is passed over.
impl Decode for () {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        r.skip()
    }

    fn decode_again(_: &[u8]) -> Result<Self, DecodeError> {
        Ok(())
    }
}

/// Nothing to add to a reply.
impl crate::json::Encode for () {}
