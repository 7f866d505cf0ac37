//! Reads a request from what JavaScript sent. A field of another shape is refused by the path to it.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::{BlockName, Request, RequestBlock, RequestLink, RequestOptions, RequestPage};

#[wasm_bindgen]
extern "C" {
    /// Any object of a request, with the fields that one of them has.
    type Part;
    #[wasm_bindgen(method, getter, structural)]
    fn blocks(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn page(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn options(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn text(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn kind(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn links(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn start(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn end(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn href(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn url(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn title(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn language(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn figures(this: &Part) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn flags(this: &Part) -> JsValue;
}

/// What was read, or what is wrong with it: "blocks: text: expected a string".
type Read<T> = Result<T, String>;

/// Reads a whole request.
pub(super) fn read(request: JsValue) -> Read<Request> {
    let request = part(request)?;
    Ok(Request {
        blocks: field("blocks", request.blocks(), |v| list(v, block))?,
        page: field("page", request.page(), page)?,
        options: field("options", request.options(), options)?,
    })
}

fn block(value: JsValue) -> Read<RequestBlock> {
    let block = part(value)?;
    Ok(RequestBlock {
        text: field("text", block.text(), string)?,
        kind: field("kind", block.kind(), kind)?,
        links: field("links", block.links(), |v| list(v, link))?,
    })
}

fn link(value: JsValue) -> Read<RequestLink> {
    let link = part(value)?;
    Ok(RequestLink {
        start: field("start", link.start(), position)?,
        end: field("end", link.end(), position)?,
        href: field("href", link.href(), string)?,
    })
}

fn page(value: JsValue) -> Read<RequestPage> {
    let page = part(value)?;
    Ok(RequestPage {
        url: field("url", page.url(), string)?,
        title: field("title", page.title(), string)?,
        language: field("language", page.language(), |v| optional(v, string))?,
    })
}

fn options(value: JsValue) -> Read<RequestOptions> {
    let options = part(value)?;
    Ok(RequestOptions {
        figures: field("figures", options.figures(), |v| {
            v.as_bool().ok_or_else(|| expected("true or false"))
        })?,
        flags: field("flags", options.flags(), |v| {
            optional(v, |v| list(v, string))
        })?,
    })
}

fn kind(value: JsValue) -> Read<BlockName> {
    Ok(match string(value)?.as_str() {
        "paragraph" => BlockName::Paragraph,
        "heading" => BlockName::Heading,
        "item" => BlockName::Item,
        "quote" => BlockName::Quote,
        "caption" => BlockName::Caption,
        "cell" => BlockName::Cell,
        _ => {
            return Err(expected("paragraph, heading, item, quote, caption or cell"));
        }
    })
}

/// Reads a field; a fault in it is named by the field.
fn field<T>(name: &str, value: JsValue, read: impl FnOnce(JsValue) -> Read<T>) -> Read<T> {
    read(value).map_err(|fault| within(name, &fault))
}

#[cold]
#[inline(never)]
fn within(name: &str, fault: &str) -> String {
    [name, ": ", fault].concat()
}

#[cold]
#[inline(never)]
fn expected(what: &str) -> String {
    ["expected ", what].concat()
}

fn part(value: JsValue) -> Read<Part> {
    // Getters of what is no object would throw through the module.
    if !value.is_object() {
        return Err(expected("an object"));
    }
    Ok(value.unchecked_into())
}

fn list<T>(value: JsValue, read: fn(JsValue) -> Read<T>) -> Read<Vec<T>> {
    if !Array::is_array(&value) {
        return Err(expected("an array"));
    }
    let list: Array = value.unchecked_into();
    (0..list.length()).map(|i| read(list.get(i))).collect()
}

fn optional<T>(value: JsValue, read: fn(JsValue) -> Read<T>) -> Read<Option<T>> {
    if value.is_null() || value.is_undefined() {
        return Ok(None);
    }
    read(value).map(Some)
}

fn string(value: JsValue) -> Read<String> {
    value.as_string().ok_or_else(|| expected("a string"))
}

/// A position in UTF-16 code units.
fn position(value: JsValue) -> Read<u32> {
    let number = value.as_f64().unwrap_or(-1.0);
    let position = number as u32;
    if f64::from(position) != number {
        return Err(expected("a position"));
    }
    Ok(position)
}
