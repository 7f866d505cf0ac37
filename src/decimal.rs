//! The value of digits. The parser of std gives the same for what texts hold; it weighs 14 KB, most of
//! it powers that do not compress.

/// The largest power of ten that a double holds exactly.
const EXACT_POWER: i32 = 22;

/// The value of decimal digits with at most one point among them; none for anything else. Exact (the
/// double nearest to the decimal) up to 15 digits, and off by a few units in the last place beyond.
pub fn parse(text: &str) -> Option<f64> {
    parse_marked(text, 0, b'.')
}

/// The same where `thousands` may stand anywhere among the digits, and `decimal` once before the decimals;
/// 0 is no mark.
pub fn parse_marked(text: &str, thousands: u8, decimal: u8) -> Option<f64> {
    let mut mantissa = 0_u64;
    let mut exponent = 0;
    let mut point = false;
    let mut any = false;
    for b in text.bytes() {
        match b {
            b'0'..=b'9' => {
                any = true;
                // Digits that a double cannot hold count by their place alone.
                if mantissa < 100_000_000_000_000_000 {
                    mantissa = mantissa * 10 + u64::from(b - b'0');
                    exponent -= i32::from(point);
                } else {
                    exponent += i32::from(!point);
                }
            }
            b if b == decimal && !point => point = true,
            b if b == thousands => {}
            _ => return None,
        }
    }
    any.then(|| scale(mantissa as f64, exponent))
}

/// The number that decimal digits write; none for anything else, and for what takes more than 32 bits.
pub fn whole(text: &str) -> Option<u32> {
    let more = |sum: u32, b: u8| {
        let digit = b.is_ascii_digit().then(|| u32::from(b - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    };
    (!text.is_empty())
        .then(|| text.bytes().try_fold(0, more))
        .flatten()
}

/// The value of decimal digits, perhaps with a power of ten: "12", "1e6".
pub fn parse_power(text: &str) -> Option<f64> {
    let (digits, power) = text.split_once('e').unwrap_or((text, "0"));
    Some(scale(parse(digits)?, whole(power)?.cast_signed()))
}

/// `value` times ten to the `exponent`, rounded once where the power is exact.
fn scale(mut value: f64, mut exponent: i32) -> f64 {
    while exponent > EXACT_POWER && value.is_finite() && value != 0.0 {
        value *= 1e22;
        exponent -= EXACT_POWER;
    }
    while exponent < -EXACT_POWER && value != 0.0 {
        value /= 1e22;
        exponent += EXACT_POWER;
    }
    let mut power = 1.0;
    for _ in 0..exponent.abs().min(EXACT_POWER) {
        power *= 10.0;
    }
    if exponent < 0 {
        value / power
    } else {
        value * power
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, parse_power, whole};

    #[test]
    fn whole_numbers_read_as_std_reads_them() {
        for text in [
            "0",
            "7",
            "007",
            "4294967295",
            "4294967296",
            "",
            "4.0",
            "1,000",
            "12a",
            "٣",
        ] {
            assert_eq!(whole(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn what_texts_hold_reads_as_std_reads_it() {
        for text in [
            "0",
            "7",
            "007",
            "26700",
            "4.1",
            "0.1",
            ".77",
            "5.",
            "99.95",
            "1234567.891",
            "123456789012345",
            "0.000001",
            "0.12345678901234",
            "9007199254740992",
            "100000000000000000000",
        ] {
            assert_eq!(parse(text), text.parse().ok(), "{text}");
        }
        for i in 0..20_000_u32 {
            let text = format!("{}.{:03}", i.wrapping_mul(7919) % 100_003, i % 1000);
            assert_eq!(parse(&text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn long_digits_come_near() {
        for text in [
            "7".repeat(40),
            "0.".to_owned() + &"3".repeat(60),
            "9".repeat(300),
        ] {
            let exact: f64 = text.parse().unwrap();
            let value = parse(&text).unwrap();
            assert!((value / exact - 1.0).abs() < 1e-14, "{text}: {value}");
        }
        assert_eq!(parse(&"9".repeat(400)), Some(f64::INFINITY));
        assert_eq!(
            parse(&("0.".to_owned() + &"0".repeat(400) + "1")),
            Some(0.0)
        );
    }

    #[test]
    fn powers_of_ten() {
        assert_eq!(parse_power("1e15"), Some(1e15));
        assert_eq!(parse_power("2.5e3"), Some(2500.0));
        assert_eq!(parse_power("12"), Some(12.0));
        assert_eq!(parse_power("e3"), None);
        assert_eq!(parse_power("1e"), None);
    }

    #[test]
    fn what_is_no_decimal_has_no_value() {
        for text in ["", ".", "1.2.3", "1,000", "-1", "1e5", "inf", "٣"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
