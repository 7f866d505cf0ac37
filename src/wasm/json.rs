//! Writes a reply as JSON, which JavaScript parses faster than it takes objects field by field. Absent
//! values are null, as the types say.

use super::{
    PageSpan, Reply, ReplyAttribution, ReplyFigure, ReplyFlag, ReplyHop, ReplyLink, ReplySource,
};

/// What has a place in a reply.
pub(super) trait Json {
    /// Appends it to `out`.
    fn write(&self, out: &mut String);
}

/// Writes the fields of a struct under the names of the border.
macro_rules! record {
    ($($type:ident { $($field:ident: $name:literal,)* })*) => {
        $(impl Json for $type {
            fn write(&self, out: &mut String) {
                object(out, &[$(($name, &self.$field as &dyn Json)),*]);
            }
        })*
    };
}

record! {
    Reply {
        language: "language",
        attributions: "attributions",
        sources: "sources",
        figures: "figures",
        flags: "flags",
    }
    PageSpan {
        block: "block",
        start: "start",
        end: "end",
    }
    ReplyAttribution {
        source: "source",
        cue: "cue",
        content: "content",
        quotation: "quotation",
        resolved: "resolved",
        kind: "kind",
        kind_evidence: "kindEvidence",
        relay: "relay",
        stance: "stance",
        when: "when",
        link: "link",
        rule: "rule",
        flags: "flags",
    }
    ReplyHop {
        name: "name",
        kind: "kind",
        evidence: "evidence",
    }
    ReplyLink {
        block: "block",
        index: "index",
        kind: "kind",
    }
    ReplySource {
        name: "name",
        role: "role",
        kind: "kind",
        mentions: "mentions",
        attributions: "attributions",
    }
    ReplyFigure {
        span: "span",
        number: "number",
        value: "value",
        low: "low",
        high: "high",
        unit: "unit",
        bound: "bound",
        change: "change",
        bound_evidence: "boundEvidence",
        attribution: "attribution",
        tie: "tie",
        flags: "flags",
    }
    ReplyFlag {
        kind: "kind",
        attributions: "attributions",
        figures: "figures",
        evidence: "evidence",
        detail: "detail",
    }
}

fn object(out: &mut String, fields: &[(&str, &dyn Json)]) {
    let mut mark = '{';
    for (name, value) in fields {
        out.push(mark);
        out.push('"');
        out.push_str(name);
        out.push_str("\":");
        value.write(out);
        mark = ',';
    }
    out.push('}');
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut String) {
        out.push('[');
        for (i, item) in self.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            item.write(out);
        }
        out.push(']');
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }
}

impl Json for &'static str {
    fn write(&self, out: &mut String) {
        quoted(self, out);
    }
}

impl Json for String {
    fn write(&self, out: &mut String) {
        quoted(self, out);
    }
}

impl Json for usize {
    fn write(&self, out: &mut String) {
        (*self as u32).write(out);
    }
}

impl Json for u32 {
    fn write(&self, out: &mut String) {
        let mut digits = [0; 10];
        let mut at = digits.len();
        let mut rest = *self;
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        out.extend(digits[at..].iter().map(|d| char::from(*d)));
    }
}

impl Json for f64 {
    fn write(&self, out: &mut String) {
        if !self.is_finite() {
            return out.push_str("null"); // a power of ten beyond all counting
        }
        let whole = *self as u32;
        if f64::from(whole) == *self {
            whole.write(out);
        } else {
            out.push_str(&shortest(*self));
        }
    }
}

/// The shortest decimal that reads as `value`. JavaScript has it anyway; Rust's weighs 8 KB.
#[cfg(target_family = "wasm")]
fn shortest(value: f64) -> String {
    use wasm_bindgen::prelude::*;
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = String)]
        fn text(value: f64) -> String;
    }
    text(value)
}

#[cfg(not(target_family = "wasm"))]
fn shortest(value: f64) -> String {
    value.to_string()
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\0'..'\u{20}' => {
                out.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                out.push(char::from(b"0123456789abcdef"[c as usize & 15]));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: &impl Json) -> String {
        let mut out = String::new();
        value.write(&mut out);
        out
    }

    #[test]
    fn strings_are_escaped_as_json_has_it() {
        for text in ["", "plain", "\"\\\"", "a\nb\t\u{1}\u{1f}\u{7f}", "“é” 🚢"] {
            let back: String = serde_json::from_str(&json(&text.to_owned())).unwrap();
            assert_eq!(back, text);
        }
    }

    #[test]
    fn numbers_read_back_as_they_were() {
        for value in [
            0.0,
            7.0,
            -3.0,
            2.5,
            1.0 / 3.0,
            4294967295.0,
            4294967296.0,
            2.1e6,
            1e-9,
            1e300,
            0.1 + 0.2,
        ] {
            let back: f64 = serde_json::from_str(&json(&value)).unwrap();
            assert_eq!(back, value);
        }
        assert_eq!(json(&f64::INFINITY), "null");
        assert_eq!(json(&0_u32), "0");
        assert_eq!(json(&u32::MAX), "4294967295");
    }

    #[test]
    fn a_reply_is_one_object_with_nulls() {
        let reply = Reply {
            language: "en",
            flags: vec![ReplyFlag {
                kind: "relay",
                attributions: vec![0, 12],
                figures: Vec::new(),
                evidence: vec![PageSpan {
                    block: 1,
                    start: 2,
                    end: 30,
                }],
                detail: None,
            }],
            ..Reply::default()
        };
        assert_eq!(
            json(&reply),
            "{\"language\":\"en\",\"attributions\":[],\"sources\":[],\"figures\":[],\"flags\":[\
             {\"kind\":\"relay\",\"attributions\":[0,12],\"figures\":[],\
             \"evidence\":[{\"block\":1,\"start\":2,\"end\":30}],\"detail\":null}]}"
        );
    }
}
