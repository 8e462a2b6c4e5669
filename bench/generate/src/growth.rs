//! How the time grows with the number of operations.

use std::time::Duration;

use bench_measure::median;

use crate::document::{self, Fault};
use crate::synthetic::{self, Relation};

const SIZES: [usize; 5] = [1, 10, 100, 1_000, 10_000];

/// A line a relation: milliseconds by size, the power of the last step, and that of the line through all.
pub fn report() -> Result<(), Fault> {
    print!("{:<20}", "operations");
    for size in SIZES {
        print!(" {size:>10}");
    }
    println!(" {:>10} {:>10}", "last step", "over all");
    for relation in Relation::ALL {
        line(relation)?;
    }
    Ok(())
}

fn line(relation: Relation) -> Result<(), Fault> {
    print!("{:<20}", relation.name());
    let mut points = Vec::new();
    for size in SIZES {
        let seconds = measure(relation, size)?.as_secs_f64();
        print!(" {:>7.2} ms", seconds * 1e3);
        points.push((logarithm(size), seconds.ln()));
    }
    println!(
        " {:>10.3} {:>10.3}",
        slope(&points[SIZES.len() - 2..]),
        slope(&points)
    );
    Ok(())
}

/// Prints a document.
pub fn write(relation: &str, size: &str) -> Result<(), Fault> {
    let relation = Relation::ALL.into_iter().find(|it| it.name() == relation);
    let (Some(relation), Ok(size)) = (relation, size.parse()) else {
        return Err(Fault::Usage);
    };
    println!("{}", synthetic::document(relation, size));
    Ok(())
}

/// Few runs of the long ones and many of the short ones.
fn measure(relation: Relation, size: usize) -> Result<Duration, Fault> {
    let text = synthetic::document(relation, size);
    let runs = (10_000 / size).clamp(3, 101);
    let times: Result<Vec<_>, _> = (0..runs)
        .map(|_| document::total(relation.name(), &text))
        .collect();
    Ok(median(times?))
}

#[allow(clippy::cast_precision_loss, reason = "sizes are small")]
fn logarithm(size: usize) -> f64 {
    (size as f64).ln()
}

/// Least squares.
#[allow(clippy::cast_precision_loss, reason = "points are few")]
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let (x, y) = points
        .iter()
        .fold((0.0, 0.0), |(x, y), point| (x + point.0, y + point.1));
    let (x, y) = (x / count, y / count);
    let above: f64 = points
        .iter()
        .map(|point| (point.0 - x) * (point.1 - y))
        .sum();
    let below: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    above / below
}
