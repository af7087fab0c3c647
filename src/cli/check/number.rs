//! Numbers as people read them.

/// Larger numbers are written by their magnitude.
const LARGEST: f64 = 1e12;

/// The digits in groups of three.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count that may be very large, such as `3.0·10^15`.
pub fn counted(count: f64) -> String {
    if count < LARGEST {
        return grouped(count.round() as u64);
    }
    if !count.is_finite() {
        return "10^308".to_owned();
    }
    let written = format!("{count:.1e}");
    let (digits, magnitude) = written.split_once('e').unwrap_or((&written, "0"));
    format!("{digits}·10^{magnitude}")
}

/// Seconds with as many digits as say something.
pub fn seconds(seconds: f64) -> String {
    if seconds < 0.1 { format!("{seconds:.3}") } else { format!("{seconds:.2}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_large_ones_are_magnitudes() {
        assert_eq!([0, 12, 999, 1000, 1_234_567].map(grouped), ["0", "12", "999", "1,000", "1,234,567"]);
        assert_eq!([630.0, 2.5e6, 3.04e15, f64::INFINITY].map(counted), ["630", "2,500,000", "3.0·10^15", "10^308"]);
        assert_eq!([0.0123, 0.5, 12.345].map(seconds), ["0.012", "0.50", "12.35"]);
    }
}
