//! Addresses of a page's links: which lead to a place of this page, which to another.

use url::Url;

/// Where a page is, as far as it says.
#[derive(Debug, Default)]
pub(crate) struct Address {
    /// What relative links count from.
    pub(crate) base: Option<Url>,
    /// The page's own.
    pub(crate) own: Option<Url>,
}

impl Address {
    /// Where a link leads, if to a page of the web.
    pub(crate) fn absolute(&self, href: &str) -> Option<Url> {
        let url = match &self.base {
            Some(base) => base.join(href).ok()?,
            None => Url::parse(href).ok()?,
        };
        matches!(url.scheme(), "http" | "https").then_some(url)
    }

    /// The place of this page that a link leads to.
    pub(crate) fn fragment(&self, href: &str) -> Option<String> {
        let (front, fragment) = href.split_once('#')?;
        if fragment.is_empty() {
            return None;
        }
        let here = front.is_empty() || self.absolute(href).is_some_and(|url| self.is_own(&url));
        here.then(|| decoded(fragment))
    }

    /// Where a link leads that leaves this page.
    pub(crate) fn outside(&self, href: &str) -> Option<String> {
        if href.starts_with('#') {
            return None;
        }
        let url = self.absolute(href)?;
        (!self.is_own(&url)).then(|| url.to_string())
    }

    /// Whether an absolute address is one of this page's site.
    pub(crate) fn is_on_site(&self, href: &str) -> bool {
        let host = Url::parse(href)
            .ok()
            .and_then(|u| u.host_str().map(str::to_owned));
        host.is_some() && host.as_deref() == self.own.as_ref().and_then(Url::host_str)
    }

    fn is_own(&self, url: &Url) -> bool {
        self.own.as_ref().is_some_and(|own| {
            own.host_str() == url.host_str()
                && own.path() == url.path()
                && own.query() == url.query()
        })
    }
}

/// A fragment as ids are written.
fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'%')
            .then(|| std::str::from_utf8(after.get(..2)?).ok())
            .flatten();
        match code.and_then(|c| u8::from_str_radix(c, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
