//! The border to the extension: the only serde of the core, the only wasm-bindgen, the only calls that
//! can fail. UTF-8 bytes stay inside; UTF-16 code units go out, packed.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::scan::{self, Options};
use crate::span::Span;
use crate::text::block::{BlockKind, Document, Link, Page};

mod names;
mod reply;
mod units;

pub use names::{flag_name, kind_name, quotation_name, stance_name};
pub use reply::Reply;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    /// What JavaScript sends: `ScanRequest` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "ScanRequest")]
    pub type JsScanRequest;
    /// What it gets: `PackedReply` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "PackedReply")]
    pub type JsPackedReply;
}

/// Scans the blocks of a page.
///
/// # Errors
/// A request of another shape is refused with an `Error` whose message names the field.
#[wasm_bindgen(js_name = scan)]
pub fn scan_js(request: JsScanRequest) -> Result<JsPackedReply, JsError> {
    let request: Request = serde_wasm_bindgen::from_value(request.into())
        .map_err(|fault| refused("scan request: ", &fault))?;
    let reply = serde_wasm_bindgen::to_value(&answer(&request))
        .map_err(|fault| refused("scan reply: ", &fault))?;
    Ok(reply.unchecked_into())
}

/// What crossed the border wrongly; the shell tells it on its console.
#[cold]
fn refused(what: &str, fault: &serde_wasm_bindgen::Error) -> JsError {
    JsError::new(&[what, fault.to_string().trim_start_matches("Error: ")].concat())
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Reads the tables, so that the first scan is as quick as the others.
#[wasm_bindgen]
pub fn prepare() {
    crate::lexicon::words();
}

/// Makes a function for each field of a request that reads it and, where it is of another shape, names
/// it: the names of nested fields make a path.
macro_rules! fields {
    ($($name:ident: $type:ty,)*) => {
        mod field {
            use super::*;
            $(pub(super) fn $name<'de, D: Deserializer<'de>>(from: D) -> Result<$type, D::Error> {
                <$type>::deserialize(from).map_err(|fault| named(stringify!($name), &fault.to_string()))
            })*
        }
    };
}

fields! {
    blocks: Vec<RequestBlock>,
    page: RequestPage,
    options: RequestOptions,
    text: String,
    kind: BlockName,
    links: Vec<RequestLink>,
    start: u32,
    end: u32,
    href: String,
    url: String,
    title: String,
    language: Option<String>,
    figures: bool,
    flags: Option<Vec<String>>,
}

#[cold]
#[inline(never)]
fn named<E: serde::de::Error>(field: &str, fault: &str) -> E {
    E::custom([field, ": ", fault.trim_start_matches("Error: ")].concat())
}

/// A scan request, as sent by the shell; `wasm.d.ts` says what the fields mean.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Request {
    #[serde(deserialize_with = "field::blocks")]
    pub blocks: Vec<RequestBlock>,
    #[serde(deserialize_with = "field::page")]
    pub page: RequestPage,
    #[serde(deserialize_with = "field::options")]
    pub options: RequestOptions,
}

/// A block of a request.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct RequestBlock {
    #[serde(deserialize_with = "field::text")]
    pub text: String,
    #[serde(deserialize_with = "field::kind")]
    pub kind: BlockName,
    #[serde(deserialize_with = "field::links")]
    pub links: Vec<RequestLink>,
}

/// A link of a block, in UTF-16 code units.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct RequestLink {
    #[serde(deserialize_with = "field::start")]
    pub start: u32,
    #[serde(deserialize_with = "field::end")]
    pub end: u32,
    #[serde(deserialize_with = "field::href")]
    pub href: String,
}

/// What is known of the page.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct RequestPage {
    #[serde(deserialize_with = "field::url")]
    pub url: String,
    #[serde(deserialize_with = "field::title")]
    pub title: String,
    #[serde(deserialize_with = "field::language")]
    pub language: Option<String>,
}

/// What to look for.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct RequestOptions {
    #[serde(deserialize_with = "field::figures")]
    pub figures: bool,
    #[serde(deserialize_with = "field::flags")]
    pub flags: Option<Vec<String>>,
}

/// The kinds of block by the names of the border.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum BlockName {
    Paragraph,
    Heading,
    Item,
    Quote,
    Caption,
    Cell,
}

/// Answers a request. Builds natively too, so that it is tested without a browser.
pub fn answer(request: &Request) -> Reply {
    let document = document(request);
    let options = Options {
        figures: request.options.figures,
    };
    let (text, found) = scan::scan(&document, &options);
    reply::pack(&text, &found, |kind| {
        let flags = request.options.flags.as_ref();
        flags.is_none_or(|names| names.iter().any(|n| n == flag_name(kind)))
    })
}

impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut numbers = Vec::with_capacity(4 * self.numbers.len());
        for number in &self.numbers {
            numbers.extend_from_slice(&number.to_le_bytes());
        }
        let mut values = Vec::with_capacity(8 * self.values.len());
        for value in &self.values {
            values.extend_from_slice(&value.to_le_bytes());
        }
        let mut fields = to.serialize_struct("PackedReply", 4)?;
        fields.serialize_field("language", self.language)?;
        fields.serialize_field("numbers", &Bytes(numbers))?;
        fields.serialize_field("values", &Bytes(values))?;
        fields.serialize_field("words", &self.words)?;
        fields.end()
    }
}

/// Bytes that cross the border in one piece, as a `Uint8Array`.
struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

/// A link's address as the browser writes it; empty where the browser takes it for none.
#[cfg(target_family = "wasm")]
fn address(href: &str) -> String {
    web_sys::Url::new(href).map_or_else(|_| String::new(), |url| url.href())
}

/// A link's address; outside a browser, as it was sent.
#[cfg(not(target_family = "wasm"))]
fn address(href: &str) -> String {
    href.to_owned()
}

fn document(request: &Request) -> Document {
    let mut document = Document {
        page: Page {
            url: request.page.url.clone(),
            title: request.page.title.clone(),
            language: request.page.language.clone(),
        },
        ..Document::default()
    };
    for block in &request.blocks {
        let mut at = units::Cursor::default();
        let links = block
            .links
            .iter()
            .map(|l| {
                let start = at.byte(&block.text, l.start);
                let end = at.byte(&block.text, l.end.max(l.start));
                Link {
                    span: Span::new(start, end),
                    href: address(&l.href),
                }
            })
            .collect();
        let kind = match block.kind {
            BlockName::Paragraph => BlockKind::Paragraph,
            BlockName::Heading => BlockKind::Heading,
            BlockName::Item => BlockKind::Item,
            BlockName::Quote => BlockKind::Quote,
            BlockName::Caption => BlockKind::Caption,
            BlockName::Cell => BlockKind::Cell,
        };
        document.push(&block.text, kind, links);
    }
    document
}
