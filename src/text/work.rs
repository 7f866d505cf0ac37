//! Works by author and year, as texts cite them: "Hale, 2021", "Okafor & Hale 2021a, p. 4", "Ito et al.
//! (2019)"; and which entries of the page's list are meant.

use super::block::Document;
use crate::letter::{is_alphanumeric, is_capital, is_letter, lowered};
use crate::lexicon::lists::WorkLists;

/// One work as a text cites it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work<'t> {
    /// Its authors as written ("Okafor & Hale", "Ito et al."); empty where they stand before the bracket.
    pub names: &'t str,
    /// Its year, with the letter that tells it from others: "2021a".
    pub year: &'t str,
}

/// How far back, in bytes, names are looked for.
const LONGEST: usize = 200;

/// How far into an entry, in bytes, its year stands.
const HEAD: usize = 420;

/// The works of a bracket's words; none where anything else stands there.
pub fn works<'t>(words: &'t str, lists: &WorkLists) -> Option<Vec<Work<'t>>> {
    let mut all = Vec::new();
    for group in words.split(';') {
        let mut rest = group.trim();
        let mut names = None;
        // "; also see the harbour's library": a group without a year is a remark, behind a work.
        if !all.is_empty() && year_at(rest).is_none() {
            continue;
        }
        while !rest.is_empty() {
            rest = behind_leads(rest, lists);
            let first = year_at(rest)?;
            // "Ruse [1986] 1998": the year of the edition that is cited.
            let at = behind_original(rest, first).unwrap_or(first);
            let said = rest[..first].trim_end_matches([',', ' ', '\u{a0}', '(', '[', '.']);
            // "al." keeps its stop.
            let said = if rest[said.len()..].starts_with('.') {
                &rest[..said.len() + 1]
            } else {
                said
            };
            let said = said
                .strip_suffix("’s")
                .or(said.strip_suffix("'s"))
                .unwrap_or(said);
            if !said.is_empty() && !are_names(said, lists) {
                return None;
            }
            // "Hale 2018, 2019": the names of the work before.
            let by = if said.is_empty() {
                names.unwrap_or("")
            } else {
                said
            };
            names = Some(by);
            let year = &rest[at..at + year_length(&rest[at..])];
            all.push(Work { names: by, year });
            rest = behind_year(&rest[at + year.len()..], lists)?;
        }
    }
    (!all.is_empty()).then_some(all)
}

/// `text` without the words that lead to a work.
fn behind_leads<'t>(text: &'t str, lists: &WorkLists) -> &'t str {
    let mut rest = text;
    while let Some((word, after)) = rest.split_once([' ', '\u{a0}']) {
        if !lists.lead.has(lowered(word.trim_end_matches(['.', ',']))) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// Where the year of an edition stands in `text`, if the year at `first` is that of the work, in square brackets.
fn behind_original(text: &str, first: usize) -> Option<usize> {
    let own = text[..first].strip_suffix('[').map(|_| first)?;
    let after = text[own + year_length(&text[own..])..].strip_prefix(']')?;
    let edition = after.trim_start_matches([' ', '\u{a0}']);
    (year_length(edition) > 0).then(|| text.len() - edition.len())
}

/// What stands behind a year and its place in the work: nothing, or the next work.
fn behind_year<'t>(rest: &'t str, lists: &WorkLists) -> Option<&'t str> {
    let rest = rest.trim_start_matches([')', ']']).trim_start();
    // "Ruse 1998 [1986]"
    let original = rest.strip_prefix('[').and_then(|r| {
        let year = year_length(r);
        r[year..].strip_prefix(']').filter(|_| year > 0)
    });
    let rest = original.map_or(rest, str::trim_start);
    // "2011 for an overview"
    if rest.is_empty() || rest.starts_with(lists.purpose) && year_at(rest).is_none() {
        return Some("");
    }
    let after = rest.strip_prefix([',', ':']).map(str::trim_start);
    let mut after = after.or_else(|| rest.strip_prefix(lists.and.trim_start()))?;
    while let Some(next) = behind_place(after, lists) {
        after = next;
    }
    Some(after)
}

/// What stands behind a place in a work, if one leads `text`: "p. 44", "pp. 3–5", "44", "ch. 2", "§ 4", "Table 2".
fn behind_place<'t>(text: &'t str, lists: &WorkLists) -> Option<&'t str> {
    if text.is_empty() || year_at(text) == Some(0) {
        return None;
    }
    let letters = text.find(|c: char| !c.is_ascii_alphabetic());
    let word = &text[..letters.unwrap_or(text.len())];
    let located = word.is_empty() || lists.place.has(word);
    let place = text[word.len()..].trim_start_matches(['.', ' ', '\u{a0}']);
    let counted = place.starts_with(|c: char| c.is_ascii_digit() || "§ivxIVX".contains(c));
    let end = place.find([',', ';']);
    (located && counted).then(|| end.map_or("", |e| place[e + 1..].trim_start()))
}

/// Where the first year stands in `text`.
fn year_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).find(|&i| {
        (i == 0 || !bytes[i - 1].is_ascii_alphanumeric())
            && year_length(text.get(i..).unwrap_or("")) > 0
    })
}

/// The length of the year that `text` begins with, its letter included; 0 where it does not.
fn year_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let year = bytes.len() >= 4
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && (matches!(bytes[..2], [b'1', b'5'..=b'9']) || bytes[..2] == *b"20");
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    match (year, letter(4)) {
        (false, _) => 0,
        (true, true) if !bytes.get(5).is_some_and(u8::is_ascii_alphanumeric) => 5,
        (true, true) => 0,
        (true, false) if bytes.get(4).is_some_and(u8::is_ascii_digit) => 0,
        (true, false) => 4,
    }
}

/// Whether `words` may be the names of authors.
fn are_names(words: &str, lists: &WorkLists) -> bool {
    let mut count = 0;
    let mut capitals = 0;
    for word in words.split([' ', '\u{a0}', ',']).filter(|w| !w.is_empty()) {
        count += 1;
        let bare = word.trim_end_matches('.');
        let capital = word.starts_with(is_capital);
        capitals += usize::from(capital);
        let name = word == "&" || lists.particle.has(word) || capital && !lists.no_name.has(bare);
        let letters = word.chars().all(|c| is_letter(c) || "-‐‑'’.&".contains(c));
        if !name || !letters {
            return false;
        }
    }
    (1..=12).contains(&count) && capitals > 0
}

/// The names that end a text: "Okafor and Hale" in "as shown by Okafor and Hale "; empty where none do.
pub fn names_before<'t>(text: &'t str, lists: &WorkLists) -> &'t str {
    let mut from = text.len().saturating_sub(LONGEST);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let text = text[from..].trim_end();
    // "Hale’s (2018)", "Hale and colleagues’ (2018)"
    let text = ["’s", "'s", "’", "'"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text);
    let mut start = text.len();
    let mut begin = text.len();
    for _ in 0..8 {
        let before = text[..start].trim_end();
        let at = before
            .rfind([' ', '\n', '\u{a0}', '(', '“'])
            .map_or(0, |i| {
                i + before[i..].chars().next().map_or(1, char::len_utf8)
            });
        let word = &before[at..];
        let small = lists.small_before.has(word);
        let stop = word.ends_with(['.', ';', ':', '!', '?']) && word.len() > 2;
        let ends = stop && !lists.stopped.has(word);
        let capital = word.starts_with(is_capital) && !lists.no_name.has(word);
        // A word with a comma is an author only before more of them: "Ito, Mori and Hale".
        if word.is_empty() || ends || !(small || capital) {
            break;
        }
        if capital {
            begin = at;
        }
        start = at;
        if at == 0 {
            break;
        }
    }
    &text[begin..]
}

/// The surnames of the authors of a work, and whether there are more ("et al.").
fn surnames<'t>(names: &'t str, lists: &WorkLists) -> (Vec<&'t str>, bool) {
    let more = (lists.more.iter()).find_map(|end| names.strip_suffix(end));
    let (named, many) = (more.unwrap_or(names), more.is_some());
    let chunks = named.split([',', '&']).flat_map(|c| c.split(lists.and));
    let last = chunks.filter_map(|c| {
        let mut words = c
            .split([' ', '\u{a0}'])
            .filter(|w| w.starts_with(is_capital) && !is_initials(w));
        words.next_back()
    });
    (last.collect(), many)
}

/// "J.", "J.-P.", "JR"
fn is_initials(word: &str) -> bool {
    let letters = word.chars().filter(|c| is_letter(*c)).count();
    letters > 0
        && letters <= 2
        && word
            .chars()
            .all(|c| is_capital(c) || matches!(c, '.' | '-'))
}

/// The page's list of references, to be asked by label or by author and year.
#[derive(Debug)]
pub struct Entries<'d> {
    lists: &'static WorkLists,
    texts: Vec<&'d str>,
    /// Words of each first author's name with the entry, sorted.
    by_name: Vec<(&'d str, usize)>,
    /// Labels with the entry, sorted.
    by_label: Vec<(&'d str, usize)>,
}

impl<'d> Entries<'d> {
    /// The entries of `document`.
    pub fn new(document: &'d Document, lists: &'static WorkLists) -> Entries<'d> {
        let mut entries = Entries {
            lists,
            texts: Vec::new(),
            by_name: Vec::new(),
            by_label: Vec::new(),
        };
        for (i, reference) in document.references.iter().enumerate() {
            entries.texts.push(&reference.text);
            if !reference.label.is_empty() {
                entries.by_label.push((&reference.label, i));
            }
            let authors = authors(&reference.text);
            let first = authors
                .find([',', '&', ';', '('])
                .map_or(authors, |e| &authors[..e]);
            let first = first.split(lists.and).next().unwrap_or(first);
            let words = first.split(|c: char| !is_letter(c) && !matches!(c, '-' | '’' | '\''));
            let names = words
                .filter(|w| w.starts_with(is_capital) && w.len() > 1)
                .take(8);
            entries.by_name.extend(names.map(|w| (w, i)));
        }
        entries.by_name.sort_unstable();
        entries.by_label.sort_unstable();
        entries
    }

    fn under<'e>(list: &'e [(&'d str, usize)], key: &'e str) -> impl Iterator<Item = usize> + 'e {
        let first = list.partition_point(|(k, _)| *k < key);
        list[first..]
            .iter()
            .take_while(move |(k, _)| *k == key)
            .map(|(_, i)| *i)
    }

    /// The entries that marks call `label`.
    pub fn labelled(&self, label: &str) -> Vec<usize> {
        Self::under(&self.by_label, label).take(8).collect()
    }

    /// Whether an entry is called `label`.
    pub fn has_label(&self, label: &str) -> bool {
        Self::under(&self.by_label, label).next().is_some()
    }

    /// The entries that `names` and `year` may mean: more than one where the text does not tell.
    pub fn works(&self, names: &str, year: &str) -> Vec<usize> {
        let (surnames, many) = surnames(names, self.lists);
        let Some(first) = surnames.first() else {
            return Vec::new();
        };
        let mut found: Vec<usize> = Self::under(&self.by_name, first).take(64).collect();
        found.dedup();
        let others = |i: &usize| {
            let authors = authors(self.texts[*i]);
            surnames[1..].iter().all(|s| authors.contains(s))
        };
        found.retain(others);
        let dated = |year: &str| -> Vec<usize> {
            let has = |i: &&usize| has_year(self.texts[**i], year);
            found.iter().filter(has).copied().collect()
        };
        let mut exact = dated(year);
        if exact.is_empty() && year.len() == 5 {
            // The list may tell its entries of a year apart by their order alone: then only one will do.
            exact = dated(&year[..4]);
            exact.retain(|i| !lettered(self.texts[*i], &year[..4]));
        }
        if exact.len() > 1 {
            let counted = |i: &usize| {
                let count = count(authors(self.texts[*i]), self.lists);
                if many {
                    count > surnames.len()
                } else {
                    count == surnames.len()
                }
            };
            let alike: Vec<usize> = exact.iter().copied().filter(counted).collect();
            if !alike.is_empty() {
                return alike;
            }
        }
        exact
    }
}

/// The part of an entry that names its authors: what stands before its year, or its beginning.
fn authors(entry: &str) -> &str {
    let head = head(entry, 240);
    let head = year_at(head)
        .filter(|y| *y > 0)
        .map_or(head, |y| &head[..y]);
    // A title in quotation marks names no author.
    head.find(['“', '"']).map_or(head, |q| &head[..q])
}

/// The first `bytes` of an entry, or a few less.
fn head(entry: &str, bytes: usize) -> &str {
    let mut end = entry.len().min(bytes);
    while !entry.is_char_boundary(end) {
        end -= 1;
    }
    &entry[..end]
}

/// How many authors are named, as far as commas and initials tell.
fn count(authors: &str, lists: &WorkLists) -> usize {
    if authors.contains("et al") {
        return 99;
    }
    let chunks = authors
        .split([',', '&', ';'])
        .flat_map(|c| c.split(lists.and));
    let names = chunks.filter(|c| {
        let mut words = c
            .split([' ', '.', '(', ')'])
            .filter(|w| w.starts_with(is_capital));
        words.any(|w| w.chars().count() > 2 || w.chars().count() == 2 && !w.chars().all(is_capital))
    });
    names.count()
}

/// Whether an entry gives the year; "2021" is given by "2021a" too.
fn has_year(entry: &str, year: &str) -> bool {
    let entry = head(entry, HEAD);
    let mut at = 0;
    while let Some(found) = entry[at..].find(year) {
        let start = at + found;
        let end = start + year.len();
        let free = !entry[..start].ends_with(is_alphanumeric);
        let mut after = entry[end..].chars();
        let next = after.next();
        let closes = match next {
            Some(c) if c.is_ascii_lowercase() && year.len() == 4 => {
                after.next().is_none_or(|c| !is_alphanumeric(c))
            }
            Some(c) => !is_alphanumeric(c),
            None => true,
        };
        if free && closes {
            return true;
        }
        at = end;
    }
    false
}

/// Whether an entry gives `year` with a letter.
fn lettered(entry: &str, year: &str) -> bool {
    head(entry, HEAD)
        .find(year)
        .is_some_and(|at| entry[at + year.len()..].starts_with(|c: char| c.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::text::block::Reference;

    fn cited(words: &str) -> Vec<(&str, &str)> {
        works(words, &english().text.work)
            .unwrap_or_default()
            .iter()
            .map(|w| (w.names, w.year))
            .collect()
    }

    #[test]
    fn works_are_read_in_brackets() {
        assert_eq!(cited("Okafor & Hale, 2021"), [("Okafor & Hale", "2021")]);
        assert_eq!(
            cited("Tanaka et al., 2019; see also Hale, 2018, p. 44"),
            [("Tanaka et al.", "2019"), ("Hale", "2018")]
        );
        assert_eq!(
            cited("See for example Hale 2018; see also, e.g., Ito et al., 2005"),
            [("Hale", "2018"), ("Ito et al.", "2005")]
        );
        assert_eq!(
            cited("e.g. Hale & Ito, 2018; Mori, 2016; also see the library of the harbour"),
            [("Hale & Ito", "2018"), ("Mori", "2016")]
        );
        assert_eq!(
            cited("see Hale, 2018 for an overview; Ito 2019, vol. 14, 316–321"),
            [("Hale", "2018"), ("Ito", "2019")]
        );
        assert_eq!(
            cited("Hale 2018, Ito 2019a"),
            [("Hale", "2018"), ("Ito", "2019a")]
        );
        assert_eq!(
            cited("Hale 2018, 2019"),
            [("Hale", "2018"), ("Hale", "2019")]
        );
        assert_eq!(cited("2021"), [("", "2021")]);
        assert_eq!(cited("Ruse [1986] 1998"), [("Ruse", "1998")]);
        assert_eq!(
            cited("Ruse 1998 [1986], 12; see Hale & Ito [1902] 2010a: 4"),
            [("Ruse", "1998"), ("Hale & Ito", "2010a")]
        );
        assert_eq!(cited("[1986] 1998"), [("", "1998")]);
        assert_eq!(
            cited("Office for Housing Statistics 2024a"),
            [("Office for Housing Statistics", "2024a")]
        );
        assert_eq!(
            cited("Hale and colleagues 2018, van der Berg et al. 2020: 12"),
            [
                ("Hale and colleagues", "2018"),
                ("van der Berg et al.", "2020")
            ]
        );
    }

    #[test]
    fn other_brackets_hold_no_work() {
        for words in [
            "January 5, 2021",
            "since 2018",
            "Fig. 3",
            "May 2019",
            "1990–2001",
            "12,000 in 2021",
            "the year 2019",
            "2021 dollars",
            "up 3% from 2019",
            "Harbour Act 1990 amended",
            "Hale, 2018 for 2019",
            "the library; Hale, 2018",
            "",
        ] {
            assert_eq!(works(words, &english().text.work), None, "{words}");
        }
    }

    #[test]
    fn names_end_a_text() {
        let names_before = |text| names_before(text, &english().text.work);
        assert_eq!(names_before("According to Hale et al. "), "Hale et al.");
        assert_eq!(names_before("as Okafor and Hale "), "Okafor and Hale");
        assert_eq!(
            names_before("In Hale and colleagues’ "),
            "Hale and colleagues"
        );
        assert_eq!(names_before("It rained. Hale"), "Hale");
        assert_eq!(names_before("the harbour"), "");
    }

    #[test]
    fn entries_are_found_by_author_and_year() {
        let text = |t: &str| Reference {
            text: t.to_owned(),
            ..Reference::default()
        };
        let document = Document {
            references: [
                "Hale, M. (2018). The empty mill. Canal Press.",
                "Okafor, J., & Hale, M. (2021a). Streets and rents. Journal of Towns, 4(2).",
                "Okafor, J., & Hale, M. (2021b). Rents again.",
                "Tanaka, R., Ito, S., & Mori, K. (2019). A panel of towns.",
                "Hale, M., & Ito, S. (2018). Mills.",
                "Jude Okafor and Miriam Lind. 2020. Harbours.",
            ]
            .map(text)
            .into(),
            ..Document::default()
        };
        let entries = Entries::new(&document, &english().text.work);
        assert_eq!(entries.works("Hale", "2018"), [0]);
        assert_eq!(entries.works("Hale & Ito", "2018"), [4]);
        assert_eq!(entries.works("Okafor & Hale", "2021a"), [1]);
        assert_eq!(entries.works("Okafor & Hale", "2021"), [1, 2]);
        assert_eq!(entries.works("Tanaka et al.", "2019"), [3]);
        assert_eq!(entries.works("Okafor and Lind", "2020"), [5]);
        assert_eq!(entries.works("Tanaka", "2018"), [0; 0]);
    }
}
