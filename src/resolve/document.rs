//! The document that "the memo" takes up.

use std::ops::Range;

use super::SourceKind;
use super::discourse::{Discourse, DocumentHead, plain_words};
use super::mention::{self, Phrase};
use super::name::Class;
use crate::phrase::edge;
use crate::text::Text;
use crate::text::tag::Tag;

/// How many document phrases before a mention are looked at.
const MOST_DOCUMENTS: usize = 16;

/// The noun phrase around the head of a document phrase, where that introduces a document, and is not part of the
/// name of a body.
fn introduced<'h>(d: &Discourse, head: &'h DocumentHead) -> Option<&'h Range<usize>> {
    let around = || {
        let words = edge::around_document(d.text, head.at);
        introduces(d.text, &words, head.at).then_some(words)
    };
    head.around.get_or_init(around).as_ref()
}

/// Whether a document that was called `earlier` may be taken up as "the `head`".
fn renamed(text: &Text, head: &str, earlier: &str) -> bool {
    text.language.resolve.any_document.has(head)
        || (text.language.resolve.same_document.iter())
            .any(|group| group.has(head) && group.has(earlier))
}

/// A word without the ending of more than one.
fn stem(word: &[u8]) -> &[u8] {
    word.strip_suffix(b"s").unwrap_or(word)
}

/// The words of the tokens `words`, to compare.
fn bytes<'d>(text: &Text<'d>, words: &Range<usize>) -> &'d [u8] {
    text.span(words).bytes_of(&text.document.text)
}

/// The document phrase that "the memo" takes up, and who published it if the text says so.
pub(super) fn document(d: &Discourse, phrase: &Phrase) -> Option<(Range<usize>, Option<String>)> {
    let text = d.text;
    let head = text.word(phrase.head).to_ascii_lowercase();
    let end = d
        .documents
        .partition_point(|head| head.at < phrase.chunk.start.saturating_sub(1));
    let plain_head = stem(head.as_bytes());
    let mut other: Option<Range<usize>> = None;
    let mut known: Option<(Range<usize>, Option<String>)> = None;
    // "the new study": where the text tells of two, it may be either.
    let modified = phrase.chunk.len() > 1;
    let plural = mention::plural(text, phrase.head);
    for document in d.documents[..end].iter().rev().take(MOST_DOCUMENTS) {
        let at = document.at;
        // "the report" is none of "reports".
        if document.plural != plural {
            continue;
        }
        let same = stem(text.bytes(at)).eq_ignore_ascii_case(plain_head);
        if !same && (modified || other.is_some()) {
            continue;
        }
        let Some(words) = introduced(d, document) else {
            continue;
        };
        if is_of_another_name(d, at) {
            continue;
        }
        // "the new study" is no "study of older men".
        let fresh = |k: usize| text.is_one_of_any_case(k, text.language.resolve.fresh);
        let own = mention::phrase(text, words);
        if (phrase.chunk.start..phrase.head).any(fresh) && own.head + 1 < words.end {
            return None;
        }
        // "A new poll shows ... The survey, conducted by X, shows": who gave it out is told at last.
        let given = || publisher(d, at).or_else(|| named_behind(d, by_behind(text, phrase.head)?));
        if same && !modified {
            return Some((words.clone(), given()));
        }
        if same {
            let another = known
                .as_ref()
                .is_some_and(|(w, _)| bytes(text, w) != bytes(text, words));
            if another {
                return None;
            }
            known.get_or_insert_with(|| (words.clone(), given()));
            continue;
        }
        // Only the bare "the document" takes up a memo; "the leaked document" may be another.
        if renamed(text, &head, &text.word(at).to_ascii_lowercase()) {
            other = Some(words.clone());
        }
    }
    if known.is_some() {
        return known;
    }
    let words = other?;
    let at = mention::phrase(text, &words).head;
    let own = || named_behind(d, by_behind(text, phrase.head)?);
    let owner = publisher(d, at).or_else(own);
    Some((words, owner))
}

/// Whether the word at `at` stands in the name of a body: "the Centre for Forest Research".
fn is_of_another_name(d: &Discourse, at: usize) -> bool {
    let name = d.names.within(&(at..at + 1)).next();
    name.map(|i| &d.names.names[i])
        .is_some_and(|n| matches!(n.class, Class::Organisation | Class::Outlet(_)))
}

/// The study that "the paper" takes up, where no newspaper has spoken.
pub(super) fn paper(d: &Discourse, phrase: &Phrase) -> Option<(Range<usize>, Option<String>)> {
    let lists = &d.text.language.resolve;
    if !d.text.is_one_of_any_case(phrase.head, lists.paper) {
        return None;
    }
    let mut spoke = d.said.iter().rev().take(MOST_OUTLETS);
    let outlet = spoke.any(|s| d.sources[s.source].kind == SourceKind::Outlet);
    if outlet {
        return None;
    }
    // What the text is about may have been introduced long ago.
    let end = (d.documents).partition_point(|head| head.at < phrase.chunk.start);
    let mut first = d.documents[..end].iter().take(MOST_DOCUMENTS);
    let mut earlier = || {
        first.find_map(|head| {
            let words = introduced(d, head)?;
            let study = d.text.is_one_of_any_case(head.at, lists.study);
            study.then(|| (words.clone(), None))
        })
    };
    let (words, owner) = document(d, phrase).or_else(&mut earlier)?;
    let head = mention::phrase(d.text, &words).head;
    (d.text.is_one_of_any_case(head, lists.study)).then_some((words, owner))
}

/// A document named before, with its publisher `owner` if that is known, as a source.
pub(super) fn source(d: &mut Discourse, earlier: &Range<usize>, owner: Option<String>) -> usize {
    let phrase = mention::phrase(d.text, earlier);
    let mut name = d.described(&phrase, earlier);
    if let Some(owner) = owner {
        // "a new poll" is but a poll by its name.
        let fresh = |i: &usize| d.text.is_one_of_any_case(*i, d.text.language.resolve.fresh);
        let mut own = phrase.chunk.start..phrase.head;
        let start = own.rfind(fresh).map_or(phrase.chunk.start, |i| i + 1);
        let head = plain_words(d.text, &(start..phrase.head + 1));
        let given = [&owner, " ", &head].concat();
        // What spoke before it was told who gave it out is called so, too.
        d.rename(&name, &given);
        name = given;
    }
    let mut key = name.clone();
    key.make_ascii_lowercase();
    d.by_key(&key, name, SourceKind::Document, earlier, false)
}

/// "the report" of the only outlet that has spoken, as a source.
pub(super) fn of_outlet(d: &mut Discourse, phrase: &Phrase, words: &Range<usize>) -> Option<usize> {
    let outlet = outlet_of(d, phrase)?;
    let name = [&d.name_of(outlet), " ", d.text.word(phrase.head)].concat();
    Some(d.by_key(&name.clone(), name, SourceKind::Document, words, true))
}

/// How many sentences back the body has spoken that "the release" is of.
const STILL_ANNOUNCED: usize = 3;

/// "the release" of the body that has just announced something, as a source: of the last that spoke.
pub(super) fn of_announcer(
    d: &mut Discourse,
    phrase: &Phrase,
    words: &Range<usize>,
) -> Option<usize> {
    let bare = phrase.chunk.len() == 2 && phrase.definite || phrase.chunk.len() == 1;
    let told = d
        .text
        .is_one_of_any_case(phrase.head, d.text.language.resolve.announcements);
    if !bare || !told || phrase.head + 1 != words.end {
        return None;
    }
    let sentence = d.text.sentence_of(phrase.head);
    let last = d
        .said
        .last()
        .filter(|s| s.sentence + STILL_ANNOUNCED >= sentence)?;
    let entity = d.entities[last.source]?;
    let body = d.sources[last.source].kind == SourceKind::Organisation;
    let name = body.then(|| [&d.name_of(entity), " ", d.text.word(phrase.head)].concat())?;
    Some(d.by_key(&name.clone(), name, SourceKind::Document, words, true))
}

/// How many of those who spoke last are asked whether they are the outlet of "the report".
const MOST_OUTLETS: usize = 12;

/// The outlet whose "report" is meant: the only one that has spoken, where the text tells of no other document of
/// the name.
fn outlet_of(d: &Discourse, phrase: &Phrase) -> Option<usize> {
    let head = d.text.word(phrase.head);
    let lists = &d.text.language.resolve;
    let bare = phrase.head == phrase.chunk.start;
    if !bare || !lists.outlet_document.has_any_case(head) {
        return None;
    }
    let spoke = d.said.iter().rev().take(MOST_OUTLETS).map(|s| s.source);
    let reporter = |s: usize| d.entities[s].is_some_and(|e| d.names.entities[e].outlet.is_some());
    let mut outlets = spoke.filter(|s| d.sources[*s].kind == SourceKind::Outlet && !reporter(*s));
    let outlet = outlets.next()?;
    outlets
        .all(|other| other == outlet)
        .then(|| d.entities[outlet])?
}

/// Whether the noun phrase `words` around a document noun at `at` introduces a document: by "a", an owner, a modifier or
/// what hangs on it; a bare "the memo" does not.
fn introduces(text: &Text, words: &Range<usize>, at: usize) -> bool {
    let tells = |i: usize| match text.tags[i] {
        Tag::Det => !text.is_one_of(i, text.language.resolve.definite),
        tag => tag.nominal(),
    };
    words.end > at + 1 || (words.start..at).any(tells)
}

/// Where "by" stands behind the head of a document at `at`: "a study by X", "the survey, conducted by X". Who has obtained
/// it did not give it out.
fn by_behind(text: &Text, at: usize) -> Option<usize> {
    let lists = &text.language.resolve;
    let of_block = |i: usize| text.tokens.get(i).is_some_and(|t| !t.opens_block);
    let comma = usize::from(of_block(at + 1) && text.tokens[at + 1].is_mark(','));
    let given = usize::from(text.is_one_of(at + 1 + comma, lists.given_out));
    let by = at + 1 + if given > 0 { comma + given } else { 0 };
    ((at..=by).skip(1).all(of_block) && text.is_one_of(by, lists.by)).then_some(by)
}

/// The first name behind the "by" at `by`.
fn named_behind(d: &Discourse, by: usize) -> Option<String> {
    let near = by + 1..(by + 5).min(d.text.tokens.len());
    let mut names = d.names.within(&near);
    names
        .find_map(|i| d.names.entity_of[i])
        .map(|e| d.name_of(e))
}

/// Who gave out the document whose head is at `at`: "In a report, the paper said", "a study by Nara
/// University".
fn publisher(d: &Discourse, at: usize) -> Option<String> {
    let text = d.text;
    if let Some(by) = by_behind(text, at) {
        return named_behind(d, by);
    }
    let sentence = text.sentence_of(at);
    let before = at
        .checked_sub(1)
        .filter(|i| text.tags[*i] == Tag::Det || text.tags[*i].nominal())?;
    let opens = before
        .checked_sub(1)
        .is_some_and(|i| text.tags[i] == Tag::Prep);
    if !opens {
        return None;
    }
    d.said
        .iter()
        .rev()
        .take(6)
        .find(|s| s.sentence == sentence)
        .filter(|s| match d.entities[s.source] {
            Some(e) => matches!(
                d.names.entities[e].class,
                Class::Outlet(_) | Class::Organisation | Class::Unknown
            ),
            // "the harbour office": a body without a name.
            None => d.sources[s.source].kind == SourceKind::Organisation,
        })
        .map(|s| d.sources[s.source].name.clone())
}
