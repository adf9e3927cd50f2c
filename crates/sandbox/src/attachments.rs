//! The files to sign, fetched from where the request says they are.

use std::time::Duration;

use documentolog_protocol::SensitiveUrl;
use reqwest::{header::CONTENT_TYPE, redirect::Policy};
use url::Url;

use crate::{document::Attachment, loopback::is_loopback, random::Random, refusal::Refusal};

/// A sample contract.
pub(crate) const SAMPLE_PDF: &[u8] = include_bytes!("../assets/sample.pdf");

/// The host in the guide's own request, for whose files the sample stands in.
const GUIDE_HOST: &str = "dlkz.doculite.kz";

/// The largest file taken, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// How many files a document has at most.
const MOST: usize = 50;

/// How long all files of a document may take.
const TIME: Duration = Duration::from_secs(30);

/// How many redirects are followed, on the link's own host.
const REDIRECTS: usize = 5;

/// Fetches files from loopback hosts, and from those that are named.
#[derive(Debug)]
pub(crate) struct Fetcher {
    client: reqwest::Client,
    /// Each with a port or without.
    hosts: Vec<String>,
}

impl Fetcher {
    pub(crate) fn new(hosts: Vec<String>) -> Result<Self, reqwest::Error> {
        let on_the_same_host = Policy::custom(|attempt| {
            let first = attempt.previous().first();
            let stays = first.is_some_and(|first| host_of(first) == host_of(attempt.url()));
            if stays && attempt.previous().len() <= REDIRECTS {
                attempt.follow()
            } else {
                // The redirect's own answer is not a success, and so no file.
                attempt.stop()
            }
        });
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(on_the_same_host)
            .build()?;
        Ok(Self { client, hosts })
    }

    /// Fetches every attachment of a request.
    pub(crate) async fn fetch_all(
        &self,
        random: &Random,
        links: &[SensitiveUrl],
    ) -> Result<Vec<Attachment>, Refusal> {
        if links.len() > MOST {
            return Err(refused("has more than 50 links"));
        }
        let fetched = async {
            let mut attachments = Vec::with_capacity(links.len());
            for link in links {
                attachments.push(self.fetch(random.number(), link).await?);
            }
            Ok(attachments)
        };
        tokio::time::timeout(TIME, fetched)
            .await
            .unwrap_or_else(|_| Err(refused("has links that take more than 30 seconds")))
    }

    async fn fetch(&self, id: u32, link: &SensitiveUrl) -> Result<Attachment, Refusal> {
        let url = Url::parse(link.expose()).map_err(|_| refused("is not a link"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(refused("is not an http or https link"));
        }
        let name = file_name(&url);
        if !self.may_fetch(&url) {
            if url.host_str() == Some(GUIDE_HOST) {
                return Ok(Attachment {
                    id,
                    name,
                    content_type: "application/pdf".to_owned(),
                    bytes: SAMPLE_PDF.to_vec(),
                });
            }
            return Err(refused(
                "has a link to a host that this sandbox does not fetch from: name it by --attachment-host",
            ));
        }
        let failed = || refused("has a link that cannot be fetched");
        let mut answer = self.client.get(url).send().await.map_err(|_| failed())?;
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
                return Err(refused("has a file of more than 20 MiB"));
            }
        }
        Ok(Attachment {
            id,
            name,
            content_type,
            bytes,
        })
    }

    fn may_fetch(&self, url: &Url) -> bool {
        let (host, with_port) = host_of(url);
        url.host().is_some_and(|host| is_loopback(&host))
            || self.hosts.iter().any(|named| {
                named.eq_ignore_ascii_case(&host) || named.eq_ignore_ascii_case(&with_port)
            })
    }
}

/// A link's host, without its port and with it.
fn host_of(url: &Url) -> (String, String) {
    let host = url.host_str().unwrap_or_default().to_owned();
    let with_port = url
        .port_or_known_default()
        .map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
    (host, with_port)
}

fn refused(problem: &str) -> Refusal {
    Refusal::unprocessable("aAttachments", problem)
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
    fn loopback_and_named_hosts_are_fetched_from() {
        let named = vec!["files.kz".to_owned(), "10.0.0.2:8080".to_owned()];
        let fetcher = Fetcher::new(named).unwrap();
        for (link, expected) in [
            ("http://127.0.0.1:4000/a.pdf", true),
            ("http://localhost/a.pdf", true),
            ("http://[::1]/a.pdf", true),
            ("https://dlkz.doculite.kz/rct/sample.pdf", false),
            ("http://10.0.0.1/a.pdf", false),
            ("http://169.254.169.254/latest", false),
            ("http://localhost.evil.kz/a.pdf", false),
            ("https://Files.kz/a.pdf", true),
            ("http://files.kz:8080/a.pdf", true),
            ("https://files.kz.evil.kz/a.pdf", false),
            ("http://10.0.0.2:8080/a.pdf", true),
            ("http://10.0.0.2/a.pdf", false),
        ] {
            let url = Url::parse(link).unwrap();
            assert_eq!(fetcher.may_fetch(&url), expected, "{link}");
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
