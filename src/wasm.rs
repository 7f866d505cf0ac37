//! The border to the extension: the only serde of the core, the only wasm-bindgen, the only calls that
//! can fail. UTF-8 bytes stay inside; UTF-16 code units go out, packed.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::cite::reference;
use crate::pace::{self, at_once, pause};
use crate::scan::{self, Options};

mod names;
mod reply;
mod request;
mod units;

pub use names::{
    confidence_name, flag_name, form_name, kind_name, link_name, quotation_name, reason_name,
    role_name, stance_name,
};
pub use reply::Reply;
pub use request::{Request, RequestBlock, RequestLink, RequestMark};

/// The module's memory: smaller and no slower than the allocator of std.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    /// What JavaScript gets: `PackedReply` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "PackedReply")]
    pub type JsPackedReply;

    /// What JavaScript gets: `PackedWork` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "PackedWork")]
    pub type JsPackedWork;
}

/// A scan under way: does its next step.
type Work = Box<dyn FnMut() -> Option<Reply>>;

thread_local! {
    /// The scans under way, each in the place that it is called by; that of one that is done stays empty.
    static UNDER_WAY: RefCell<Vec<Option<Work>>> = const { RefCell::new(Vec::new()) };
}

/// A scan that is to be done to its end: so much of the module is saved by not having to take down one that is not.
/// What it leaves behind, once done, is the place that its few numbers and pointers stood in.
fn under_way(work: impl Future<Output = Reply> + 'static) -> Work {
    let mut work = Pin::static_mut(Box::leak(Box::new(work)));
    Box::new(move || pace::step(work.as_mut()))
}

/// Begins to scan the blocks of a page: the words and the numbers of a request, packed by
/// `extension/background/border.js`. Gives what to call the scan by.
///
/// # Errors
/// A request of another shape is refused with an `Error` whose message names the field.
#[wasm_bindgen(js_name = beginScan)]
pub fn begin_scan(text: &[u8], numbers: &[u32]) -> Result<usize, JsError> {
    let request = Request::read(text, numbers)
        .map_err(|field| JsError::new(&["scan request: ", field].concat()))?;
    let work = under_way(async move { answer_in_steps(&request).await });
    Ok(UNDER_WAY.with_borrow_mut(|all| {
        all.push(Some(work));
        all.len() - 1
    }))
}

/// Does the next step of a scan, which takes some ms; its reply, where that was the last. A scan that is not under
/// way has none.
///
/// # Errors
/// None of the scan: any request has a reply.
#[wasm_bindgen(js_name = stepScan)]
pub fn step_scan(scan: usize) -> Result<Option<JsPackedReply>, JsError> {
    let reply = UNDER_WAY.with_borrow_mut(|all| {
        let work = all.get_mut(scan)?;
        let reply = work.as_mut()?()?;
        *work = None;
        Some(reply)
    });
    let Some(reply) = reply else {
        return Ok(None);
    };
    let reply = serde_wasm_bindgen::to_value(&reply).map_err(|_| JsError::new("scan reply"))?;
    Ok(Some(reply.unchecked_into()))
}

/// What an entry of a page's references says of its work, for when a card or an export asks: `PackedWork` of
/// `wasm.d.ts`, which `extension/background/border.js` unpacks.
///
/// # Errors
/// None of the entry: any text is read, and what is unsure left out.
#[wasm_bindgen(js_name = readReference)]
pub fn read_reference_js(entry: &str) -> Result<JsPackedWork, JsError> {
    let to = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    let packed = packed_work(entry)
        .serialize(&to)
        .map_err(|_| JsError::new("reference"))?;
    Ok(packed.unchecked_into())
}

/// The fields of an entry in the order of `PackedWork`.
fn packed_work(entry: &str) -> (Vec<String>, [Option<String>; 7]) {
    let work = reference::read(entry, crate::lexicon::english());
    let kind = work.kind.map(|kind| kind.name().to_owned());
    let fields = [
        work.title,
        work.container,
        work.year,
        work.locator,
        work.doi,
        work.url,
        kind,
    ];
    (work.authors, fields)
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Reads the tables, which stay: so the first scan is as quick as the others, and where tables lie before what a
/// scan takes and gives back, the next one finds it whole.
#[wasm_bindgen]
pub fn prepare() {
    crate::lexicon::english();
    crate::text::perceptron::table();
}

/// Answers a request. Builds natively too, so that it is tested without a browser.
pub fn answer(request: &Request) -> Reply {
    at_once(answer_in_steps(request))
}

/// The same, in steps.
pub async fn answer_in_steps(request: &Request) -> Reply {
    let document = request.document();
    let options = Options {
        figures: request.figures,
        ..Options::default()
    };
    pause().await;
    let (text, found) = scan::scan_in_steps(&document, &options).await;
    pause().await;
    reply::pack(&text, &found, |kind| {
        let flags = request.flags.as_ref();
        flags.is_none_or(|names| names.iter().any(|n| n == flag_name(kind)))
    })
}

impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut numbers = vec![0; 4 * self.numbers.len()];
        for (bytes, number) in numbers.chunks_exact_mut(4).zip(&self.numbers) {
            bytes.copy_from_slice(&number.to_le_bytes());
        }
        let mut values = vec![0; 8 * self.values.len()];
        for (bytes, value) in values.chunks_exact_mut(8).zip(&self.values) {
            bytes.copy_from_slice(&value.to_le_bytes());
        }
        (self.language, Bytes(numbers), Bytes(values), &self.words).serialize(to)
    }
}

/// Bytes that cross the border in one piece, as a `Uint8Array`.
struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}
