//! One quantity, many spellings: every text of `tests/spelling/figure.toml` gives the same figure.

use toml::Value;
use whence::figure::find;
use whence::phrase::Phrases;
use whence::text::Text;
use whence::text::block::Document;

const TABLE: &str = include_str!("spelling/figure.toml");

#[test]
fn each_spelling_gives_its_quantity() {
    let table: toml::Table = TABLE.parse().unwrap_or_else(|e| panic!("{e}"));
    let rows = table["spelling"].as_array().expect("rows of [[spelling]]");
    let (mut count, mut wrong) = (0, Vec::new());
    for row in rows {
        let number = |key: &str| row.get(key).and_then(Value::as_float);
        let wanted = (number("value"), number("low"), number("high"));
        let unit = row["unit"].as_str().filter(|u| !u.is_empty());
        for text in row["texts"].as_array().expect("texts") {
            let text = text.as_str().expect("a text");
            let sentence = format!("It came to {text} in all.");
            let document = Document::from_text(&sentence);
            let figures = find(&Phrases::new(&Text::new(
                &document,
                whence::lexicon::english(),
            )));
            count += 1;
            let right = matches!(figures.as_slice(), [f]
                if near((f.value, f.low, f.high), wanted) && f.unit.as_deref() == unit);
            if !right {
                let found: Vec<_> = figures
                    .iter()
                    .map(|f| {
                        (
                            document.slice(f.span),
                            f.value,
                            f.low,
                            f.high,
                            f.unit.as_deref(),
                        )
                    })
                    .collect();
                wrong.push(format!(
                    "{text}: wanted {wanted:?} {unit:?}, found {found:?}"
                ));
            }
        }
    }
    assert!(count > 100, "{count} spellings read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

type Values = (Option<f64>, Option<f64>, Option<f64>);

fn near(a: Values, b: Values) -> bool {
    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (None, None) => true,
        _ => false,
    };
    close(a.0, b.0) && close(a.1, b.1) && close(a.2, b.2)
}
