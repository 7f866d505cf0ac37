//! Parts of an entry that tell themselves by their form: DOI, address, page, year.

use crate::letter::is_alphanumeric;
use crate::lexicon::lists::CiteLists;

/// Where `what` stands in `text`, in any case; `what` is in small ASCII letters.
pub(super) fn find(text: &str, what: &str) -> Option<usize> {
    let what = what.as_bytes();
    text.as_bytes()
        .windows(what.len())
        .position(|w| w.eq_ignore_ascii_case(what))
}

/// Whether an entry names no work but the one before: “Ibid.”, “ibid., p. 7”, “Id. at 12”.
pub(super) fn is_ibid(entry: &str) -> bool {
    let entry = entry.trim_start();
    let is = |lead: &str| {
        let (head, rest) = entry.split_at_checked(lead.len()).unwrap_or(("", entry));
        head.eq_ignore_ascii_case(lead) && !rest.starts_with(is_alphanumeric)
    };
    // A title that goes on behind it is of another work.
    (is("ibid") || is("ibidem") || is("id.")) && entry.len() <= 60
}

/// The DOI of an entry: "10.", four digits or more, a slash, and what follows without a space.
pub(super) fn doi(entry: &str) -> Option<String> {
    let bytes = entry.as_bytes();
    let at = (0..bytes.len()).find(|&i| {
        let free = i == 0 || !bytes[i - 1].is_ascii_alphanumeric() && bytes[i - 1] != b'.';
        let digits = |from: usize| {
            bytes[from..]
                .iter()
                .take_while(|b| b.is_ascii_digit())
                .count()
        };
        free && bytes[i..].starts_with(b"10.")
            && digits(i + 3) >= 4
            && bytes.get(i + 3 + digits(i + 3)) == Some(&b'/')
    })?;
    let rest = &entry[at..];
    let end = rest
        .find(|c: char| c.is_whitespace() || "\"”<>;|".contains(c))
        .unwrap_or(rest.len());
    let doi = balanced(&rest[..end]);
    (doi.len() > 8).then(|| doi.to_owned())
}

/// The first address that the entry writes out; not the resolver of its DOI, not an archive's copy.
pub(super) fn address(entry: &str) -> Option<String> {
    let mut at = 0;
    while let Some(found) = find(&entry[at..], "http") {
        let start = at + found;
        let rest = &entry[start..];
        at = start + 4;
        if !rest.starts_with("http://") && !rest.starts_with("https://") {
            continue;
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || "\"”<>|".contains(c))
            .unwrap_or(rest.len());
        let url = balanced(&rest[..end]);
        if find(url, "doi.org/").is_none()
            && find(url, "web.archive.org").is_none()
            && url.len() > 10
        {
            return Some(url.to_owned());
        }
    }
    None
}

/// Without the marks that end a sentence behind it, and without a bracket that closes nothing.
fn balanced(text: &str) -> &str {
    let mut text = text;
    loop {
        let end = text.trim_end_matches(['.', ',', ';', ':', '\'', '’']);
        let end = match end.strip_suffix([')', ']']) {
            Some(front)
                if end.ends_with(')') && !front.contains('(')
                    || end.ends_with(']') && !front.contains('[') =>
            {
                front
            }
            _ => end,
        };
        if end.len() == text.len() {
            return text;
        }
        text = end;
    }
}

/// The place in the work: "p. 14", "pp. 3–5", "table 4", "chap. 2".
pub(super) fn locator(entry: &str, lists: &CiteLists) -> Option<String> {
    let bytes = entry.as_bytes();
    lists
        .locator
        .iter()
        .filter_map(|lead| {
            let at = find(entry, lead)?;
            let free = at == 0 || !entry[..at].ends_with(is_alphanumeric) && bytes[at - 1] != b'/';
            let rest = &entry[at + lead.len()..];
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "–-−".contains(c)));
            let number = &rest[..end.unwrap_or(rest.len())];
            let number = number.trim_end_matches(['-', '–', '−']);
            let counts = number.starts_with(|c: char| c.is_ascii_digit())
                || !number.is_empty() && number.bytes().all(|b| b"ivxlc".contains(&b));
            (free && counts).then(|| [lead.trim_end_matches(['\u{a0}', ' ']), " ", number].concat())
        })
        .next()
}

/// An entry without what stands behind the work: when it was looked at, copies in archives, numbers of
/// books; and without addresses.
pub(super) fn body(entry: &str, lists: &CiteLists) -> String {
    let mut text = entry.to_owned();
    for lead in lists.behind_work {
        if let Some(at) = find(&text, lead).filter(|at| *at > 8) {
            text.truncate(at);
        }
    }
    for lead in ["https://", "http://", "www."] {
        if let Some(at) = find(&text, lead) {
            text.truncate(at);
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// The year of an entry that gives only one, where it stands as dates do: in a bracket, behind a month or a
/// stop, at the end.
pub(super) fn year(body: &str, lists: &CiteLists) -> Option<String> {
    let all = years(body);
    let &(at, year) = all.first()?;
    let same = all.iter().all(|(_, y)| *y == year);
    let before = body[..at].trim_end();
    let word = before.rsplit([' ', '\u{a0}']).next().unwrap_or("");
    let dated = before.ends_with(['(', ',', '.', ';']) || lists.month.has(word);
    (same && dated).then(|| year.to_owned())
}

/// The years of a text, each with where it stands; none that is part of a longer number, of a range of pages
/// or of a title in quotation marks.
pub(super) fn years(text: &str) -> Vec<(usize, &str)> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    let mut quoted = false;
    let mut i = 0;
    while i < bytes.len() {
        match text.get(i..).and_then(|t| t.chars().next()) {
            Some('“') => quoted = true,
            Some('”') => quoted = false,
            Some('"') => quoted = !quoted,
            _ => {}
        }
        let is = i + 4 <= bytes.len()
            && bytes[i..i + 4].iter().all(u8::is_ascii_digit)
            && (bytes[i..].starts_with(b"1") && (b'5'..=b'9').contains(&bytes[i + 1])
                || bytes[i..].starts_with(b"20"));
        if !is {
            i += 1;
            continue;
        }
        let letter = bytes.get(i + 4).is_some_and(u8::is_ascii_lowercase)
            && !bytes.get(i + 5).is_some_and(u8::is_ascii_alphanumeric);
        let end = i + 4 + usize::from(letter);
        let before = text[..i].chars().next_back();
        let after = text[end..].chars().next();
        let free = before.is_none_or(|c| !is_alphanumeric(c) && !"-–−/.:".contains(c))
            && after.is_none_or(|c| !is_alphanumeric(c) && !"–−/".contains(c))
            // "2023-05-01" gives its year.
            && (after != Some('-') || bytes.get(end + 3) == Some(&b'-'));
        if free && !quoted {
            all.push((i, &text[i..end]));
        }
        i = end;
    }
    all
}
