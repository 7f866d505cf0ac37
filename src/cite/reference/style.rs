//! Authors, title and container, by the few forms that lists of references are written in:
//!
//! - a title in quotation marks, its authors before it (Chicago, MLA, IEEE, encyclopaedias)
//! - authors, a year in brackets or alone, a title, a container (APA, Harvard, ACM)
//! - authors without stops, a title, a container, year and volume (Vancouver)

use super::Reference;
use super::parts::years;
use crate::letter::{is_capital, is_letter};
use crate::lexicon::lists::CiteLists;

/// The longest title, in bytes.
const LONGEST: usize = 260;

/// Reads what the form of an entry tells.
pub(super) fn read(body: &str, lists: &CiteLists, found: &mut Reference) {
    let body = body.trim();
    if quoted(body, lists, found) {
        return;
    }
    if dated(body, lists, found) {
        return;
    }
    stopped(body, lists, found);
}

/// A title in quotation marks.
fn quoted(body: &str, lists: &CiteLists, found: &mut Reference) -> bool {
    let Some((start, end)) = quotation(body) else {
        return false;
    };
    let open = body[start..].chars().next().map_or(1, char::len_utf8);
    let title = body[start + open..end].trim().trim_end_matches([',', '.']);
    if title.is_empty() || title.len() > LONGEST {
        return false;
    }
    let (front, back) = (&body[..start], &body[end..]);
    // "For the others, see “Boats” below": a sentence that runs into the words it quotes.
    let runs = front
        .trim_end()
        .ends_with(|c: char| is_letter(c) && !is_capital(c));
    if runs && authors(split_date(front).0, lists).is_none() {
        return false;
    }
    found.title = Some(title.to_owned());
    let back = back.trim_start_matches(['"', '”', '.', ',', ' ']);
    // "Hale, Miriam (4 March 2024). ", "Hale, Miriam. 2021. "
    let (names, date) = split_date(front);
    found.authors = authors(names, lists).unwrap_or_default();
    if let Some(date) = date {
        found.year = Some(date.to_owned());
    } else if let [.., (_, last)] = years(back)[..] {
        let mut all: Vec<&str> = years(back).into_iter().map(|(_, y)| y).collect();
        all.dedup();
        found.year = (all.len() == 1).then(|| last.to_owned());
    }
    found.container = container(back, lists);
    true
}

/// The first stretch in quotation marks: the bytes of its marks. None where there are two, or none.
fn quotation(body: &str) -> Option<(usize, usize)> {
    let start = body.find(['“', '"'])?;
    let close = if body[start..].starts_with('“') {
        '”'
    } else {
        '"'
    };
    let after = start + body[start..].chars().next().map_or(1, char::len_utf8);
    let end = after + body[after..].find(close)?;
    // A word in quotation marks inside a title.
    let words = body[after..end].split_whitespace().count();
    let opens = start == 0 || body[..start].ends_with([' ', '(', '[', '\u{a0}']);
    // "“A “B” C”"
    let nested = close == '”' && body[after..end].contains('“');
    let early = start < 300;
    (opens && early && !nested && words > 0 && (words > 1 || body[end..].len() > 2))
        .then_some((start, end))
}

/// A front such as "Hale, Miriam (4 March 2024). " as its names and its year.
fn split_date(front: &str) -> (&str, Option<&str>) {
    let all = years(front);
    match all[..] {
        [(at, year)] => {
            let names = front[..at]
                .rfind('(')
                .filter(|o| at - o < 24)
                .map_or(&front[..at], |o| &front[..o]);
            (names, Some(year))
        }
        _ => (front, None),
    }
}

/// Authors, a year, a title, a container.
fn dated(body: &str, lists: &CiteLists, found: &mut Reference) -> bool {
    let all = years(body);
    let Some(&(at, year)) = all.first() else {
        return false;
    };
    let bracket = body[..at]
        .rfind('(')
        .filter(|o| at - o <= 20 && !body[*o..at].contains(')'));
    let names_end = bracket.unwrap_or(at);
    let front = body[..names_end].trim_end();
    // The year alone must stand between stops: "Hale, Miriam. 2021. Title."
    let alone = bracket.is_none()
        && front.ends_with(['.', ','])
        && body[at + year.len()..].starts_with(". ");
    let after = match bracket {
        Some(open) => open + body[open..].find(')').map_or(body.len() - open, |c| c + 1),
        None => at + year.len(),
    };
    if bracket.is_none() && !alone || front.is_empty() || front.len() > 400 || at > 420 {
        return false;
    }
    let Some(names) = authors(front, lists) else {
        return false;
    };
    let rest = body[after..].trim_start_matches(['.', ',', ':', ' ', '\u{a0}']);
    let Some((title, back)) = first_sentence(rest, lists) else {
        // "Port Office (2023)": a body and a year say who, not what.
        return false;
    };
    found.authors = names;
    found.year = Some(year.to_owned());
    found.title = Some(title.to_owned());
    found.container = container(back, lists);
    true
}

/// "Okafor J, Hale M. Streets and rents. J Towns. 2021;4(2):11-39."
fn stopped(body: &str, lists: &CiteLists, found: &mut Reference) {
    let Some((front, rest)) = body.split_once(". ") else {
        return;
    };
    let vancouver = |name: &str| {
        let mut words: Vec<&str> = name.split(' ').collect();
        let last = words.pop().unwrap_or("");
        let initials =
            (1..=3).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_uppercase());
        initials
            && (1..=3).contains(&words.len())
            && words
                .iter()
                .all(|w| w.chars().all(|c| is_letter(c) || "-’'".contains(c)))
    };
    let names: Vec<&str> = front.trim_end_matches(", et al").split(", ").collect();
    if !names.iter().all(|n| vancouver(n)) {
        return;
    }
    let Some((title, back)) = first_sentence(rest, lists) else {
        return;
    };
    found.authors = names.iter().map(|n| (*n).to_owned()).collect();
    found.title = Some(title.to_owned());
    let journal = back.split(['.', ';']).next().unwrap_or("");
    found.container = plausible_container(journal, lists);
    let mut all = years(back);
    all.dedup_by_key(|y| y.1);
    found.year = match all[..] {
        [(_, year), ..] => Some(year.to_owned()),
        [] => None,
    };
}

/// A text's first sentence, as a title, and what follows it.
fn first_sentence<'t>(text: &'t str, lists: &CiteLists) -> Option<(&'t str, &'t str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let stop = at + text[at..].find(['.', '?', '!'])?;
        let after = &text[stop + 1..];
        let word = &text[text[..stop]
            .rfind([' ', '\u{a0}', '('])
            .map_or(0, |i| i + 1)
            .min(stop)..stop];
        // "U.S.", "vol.", "St." end no title.
        let short = bytes[stop] == b'.'
            && (word.len() == 1 && word.starts_with(is_capital)
                || lists.title_abbreviation.has(word));
        if (after.is_empty() || after.starts_with([' ', '\u{a0}'])) && !short {
            let end = if bytes[stop] == b'.' { stop } else { stop + 1 };
            let title = text[..end].trim();
            let words = title.split_whitespace().count();
            let first = title.chars().next()?;
            let plain =
                !first.is_ascii_lowercase() && (2..=40).contains(&words) && title.len() <= LONGEST
                    || words == 1 && title.len() > 3 && is_capital(first);
            return (plain && !title.starts_with(['(', '['])).then(|| (title, after.trim()));
        }
        at = stop + 1;
    }
}

/// What a work appeared in: the words up to the first stop, comma before a number, or bracket.
fn container(back: &str, lists: &CiteLists) -> Option<String> {
    let back = back.trim_start_matches([',', '.', ' ', '\u{a0}']);
    let around = lists.container_lead.iter();
    let back = around
        .filter_map(|lead| back.strip_prefix(lead))
        .next()
        .unwrap_or(back);
    let mut end = back.len();
    for (i, c) in back.char_indices() {
        let after = back[i + c.len_utf8()..].trim_start();
        let ends = match c {
            '(' | '[' | ';' | '–' | '“' | '"' => true,
            ':' => after.starts_with(|c: char| c.is_ascii_digit()),
            ',' => {
                !after.starts_with(|c: char| is_letter(c) && is_capital(c))
                    || lists.month.has(first_word(after).trim_end_matches('.'))
                    || lists.volume.has(first_word(after))
            }
            '.' => {
                let word = back[..i].rsplit([' ', '\u{a0}']).next().unwrap_or("");
                // "U.S. Geological Survey", "J. Towns", "guardian.co.uk"
                let abbreviation = word.chars().filter(|c| is_letter(*c)).count() <= 1
                    || word.split('.').all(|part| part.chars().count() == 1)
                    || lists.container_abbreviation.has(word);
                !(abbreviation && !after.is_empty() && back[i + 1..].starts_with(' '))
                    && !back[i + 1..].starts_with(|c: char| is_letter(c) || c == ',')
            }
            c if c.is_ascii_digit() => i > 0 && back[..i].ends_with([' ', '\u{a0}']),
            _ => false,
        };
        if ends {
            end = i;
            break;
        }
    }
    // "Harwick: Canal Press": a place, and who published there.
    let name = match back[..end].split_once(": ") {
        Some((place, publisher)) if place.split(' ').count() <= 2 => {
            // Else it may be the title of a collection: "Open Quays: Voices from the Harbour".
            let house = |w: &str| lists.publisher.has(w);
            if !publisher.split([' ', ',']).any(house) {
                return None;
            }
            publisher
        }
        _ => &back[..end],
    };
    plausible_container(name, lists)
}

fn first_word(text: &str) -> &str {
    text.split([' ', '\u{a0}', ',']).next().unwrap_or("")
}

/// A name as it may stand for a journal, a paper, a publisher.
fn plausible_container(name: &str, lists: &CiteLists) -> Option<String> {
    let name = name
        .trim()
        .trim_end_matches([',', '.', ' ', ':', '–', '-'])
        .trim_end_matches(',');
    let name = lists
        .volume_end
        .iter()
        .fold(name, |n, end| n.trim_end_matches(end));
    let name = name.trim_end_matches(',');
    let first = name.chars().next()?;
    let words = name.split_whitespace().count();
    let months = name
        .split_whitespace()
        .filter(|w| lists.month.has(w.trim_end_matches([',', '.'])))
        .count();
    let begins = is_capital(first)
        || first.is_ascii_digit() && words > 1
        || first.is_ascii_lowercase() && name.contains('.') && words == 1;
    let lead = first_word(name);
    let verb = lists.no_container.has(lead);
    let remark = words > 12 && (verb || lists.no_long_container.has(lead));
    (begins
        && !remark
        && !verb
        && months == 0
        && (1..=12).contains(&words)
        && name.len() >= 2
        && name.len() <= 100)
        .then(|| name.to_owned())
}

/// The authors that a front names; none where it is not names alone.
fn authors(front: &str, lists: &CiteLists) -> Option<Vec<String>> {
    let front = front.trim().trim_end_matches([',', ':', ' ', '(']).trim();
    if front.is_empty() {
        return Some(Vec::new());
    }
    for end in lists.behind_authors {
        if let Some(names) = front.strip_suffix(end) {
            return authors(names, lists);
        }
    }
    let front = front
        .strip_suffix('.')
        .filter(|f| !ends_in_initial(f, lists))
        .unwrap_or(front);
    let between = lists.between_authors.iter();
    let joined = between.fold(front.to_owned(), |all, and| all.replace(and, ", "));
    let joined = joined.replace(",,", ",").replace("; ", ";");
    let chunks: Vec<&str> = if joined.contains(';') {
        joined
            .split(';')
            .flat_map(|c| split_names(c, true))
            .collect()
    } else {
        split_names(&joined, false)
    };
    let names = pair_up(&chunks, lists)?;
    names.iter().all(|n| is_name(n, lists)).then_some(names)
}

fn split_names(text: &str, whole: bool) -> Vec<&str> {
    if whole {
        vec![text.trim()]
    } else {
        text.split(',')
            .map(str::trim)
            .filter(|c| !c.is_empty())
            .collect()
    }
}

fn ends_in_initial(text: &str, lists: &CiteLists) -> bool {
    let word = text.rsplit([' ', '.', '-', '\u{a0}']).next().unwrap_or("");
    word.chars().count() == 1 && word.starts_with(is_capital) || lists.name_end.has(word)
}

/// "Okafor", "J.", "Hale", "M." as "Okafor, J." and "Hale, M."; whole names as they are.
fn pair_up(chunks: &[&str], lists: &CiteLists) -> Option<Vec<String>> {
    let initials = |c: &str| {
        c.split([' ', '\u{a0}']).all(|w| {
            let letters = w.chars().filter(|c| is_letter(*c)).count();
            (1..=2).contains(&letters) && w.ends_with('.')
                || w.contains('.') && w.chars().all(|c| is_capital(c) || ".-".contains(c))
        })
    };
    let any_initials = chunks.iter().any(|c| initials(c));
    let single = |c: &str| {
        !c.contains([' ', '\u{a0}'])
            || c.split(' ').all(|w| w.starts_with(is_capital))
                && c.split(' ').count() == 2
                && c.contains('-')
    };
    let mut names = Vec::new();
    let mut i = 0;
    while i < chunks.len() {
        let chunk = chunks[i];
        if lists.name_end_alone.has(chunk) {
            i += 1;
            continue;
        }
        match chunks.get(i + 1) {
            Some(next) if initials(next) => {
                names.push([chunk, ", ", next].concat());
                i += 2;
            }
            // "Hale, Miriam" first, the others as they are spoken: "Hale, Miriam, and Jude Okafor".
            Some(next) if i == 0 && !any_initials && single(chunk) && given(next) => {
                names.push([chunk, ", ", next].concat());
                i += 2;
            }
            _ => {
                names.push(chunk.to_owned());
                i += 1;
            }
        }
    }
    // A family name left alone among initials is a list that was not understood.
    (!(any_initials && names.iter().any(|n| !n.contains(' ')))).then_some(names)
}

/// Whether a chunk may be a given name: one or two capitalised words, or with an initial.
fn given(chunk: &str) -> bool {
    let words: Vec<&str> = chunk.split([' ', '\u{a0}']).collect();
    words.len() <= 3
        && words.iter().all(|w| w.starts_with(is_capital))
        && (words.len() == 1
            || words[1..].iter().all(|w| {
                w.ends_with('.') || w.chars().count() < 10 && words.len() == 2 && w.ends_with('.')
            }))
}

/// Whether a chunk may be a name: of a person, or of a body.
fn is_name(name: &str, lists: &CiteLists) -> bool {
    let words = name.split([' ', '\u{a0}', ',']).filter(|w| !w.is_empty());
    let count = words.clone().count();
    let small = |w: &str| lists.name_particle.has(w);
    (1..=9).contains(&count)
        && name.len() <= 80
        && name.starts_with(|c: char| is_capital(c) || "dv".contains(c))
        && words.clone().all(|w| {
            (w.starts_with(is_capital) || small(w))
                && w.chars().all(|c| is_letter(c) || ".-’'‐‑&".contains(c))
        })
        && words.clone().any(|w| w.starts_with(is_capital))
        && !words.clone().any(|w| lists.no_name.has(w)) | lists.article.has(first_word(name))
        && name.starts_with(is_capital)
}
