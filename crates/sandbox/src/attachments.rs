//! The files to sign, fetched from where the request says they are.

use documentolog_protocol::SensitiveUrl;
use reqwest::header::CONTENT_TYPE;
use url::{Host, Url};

use crate::{document::Attachment, random::Random, refusal::Refusal};

/// A sample contract, for attachments on hosts that a sandbox does not fetch from.
pub(crate) const SAMPLE_PDF: &[u8] = include_bytes!("../assets/sample.pdf");

const LARGEST: usize = 20 * 1024 * 1024;

/// Fetches every attachment of a request.
pub(crate) async fn fetch_all(
    client: &reqwest::Client,
    random: &Random,
    links: &[SensitiveUrl],
) -> Result<Vec<Attachment>, Refusal> {
    let mut attachments = Vec::with_capacity(links.len());
    for link in links {
        attachments.push(fetch(client, random, link).await?);
    }
    Ok(attachments)
}

async fn fetch(
    client: &reqwest::Client,
    random: &Random,
    link: &SensitiveUrl,
) -> Result<Attachment, Refusal> {
    let url = Url::parse(link.expose())
        .map_err(|_| Refusal::unprocessable("aAttachments", "is not a link"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Refusal::unprocessable(
            "aAttachments",
            "is not an http or https link",
        ));
    }
    let id = random.number();
    let name = file_name(&url);
    if !is_loopback(&url) {
        let content_type = "application/pdf".to_owned();
        return Ok(Attachment {
            id,
            name,
            content_type,
            bytes: SAMPLE_PDF.to_vec(),
        });
    }
    let failed = || Refusal::unprocessable("aAttachments", "has a link that cannot be fetched");
    let mut answer = client.get(url).send().await.map_err(|_| failed())?;
    if !answer.status().is_success() {
        return Err(failed());
    }
    let content_type = answer
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("application/octet-stream")
        .to_owned();
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| failed())? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > LARGEST {
            return Err(Refusal::unprocessable(
                "aAttachments",
                "has a file of more than 20 MiB",
            ));
        }
    }
    Ok(Attachment {
        id,
        name,
        content_type,
        bytes,
    })
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// The last part of the path, with nothing that a header or an archive would trip
/// over.
fn file_name(url: &Url) -> String {
    let last = url
        .path_segments()
        .and_then(|mut parts| parts.next_back())
        .unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        .take(100)
        .collect();
    if plain.trim_matches('.').is_empty() {
        "document.pdf".to_owned()
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_is_fetched_from() {
        for (link, expected) in [
            ("http://127.0.0.1:4000/a.pdf", true),
            ("http://localhost/a.pdf", true),
            ("http://[::1]/a.pdf", true),
            ("https://dlkz.doculite.kz/rct/sample.pdf", false),
            ("http://10.0.0.1/a.pdf", false),
            ("http://169.254.169.254/latest", false),
            ("http://localhost.evil.kz/a.pdf", false),
        ] {
            assert_eq!(is_loopback(&Url::parse(link).unwrap()), expected, "{link}");
        }
    }

    #[test]
    fn names_are_plain() {
        for (link, name) in [
            ("http://x/rct/sample.pdf", "sample.pdf"),
            ("http://x/", "document.pdf"),
            ("http://x/..%2F..%2Fetc", "..2F..2Fetc"),
            ("http://x/a%22b.pdf?q", "a22b.pdf"),
        ] {
            assert_eq!(file_name(&Url::parse(link).unwrap()), name, "{link}");
        }
    }
}
