//! The files that a completed document's webhook links to (guide 4.2).

use documentolog_protocol::SensitiveUrl;
use reqwest::{StatusCode, header::CONTENT_TYPE};
use url::Url;

use super::{Client, ClientError};
use crate::sans_io::{DOWNLOAD_TIMEOUT, LinkParts, is_own_link};

/// A downloaded file.
#[derive(Clone, PartialEq, Eq)]
pub struct Downloaded {
    /// What the service says it is, such as `application/pdf`.
    pub content_type: Option<String>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a file is not downloaded. Never contains the link.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// The link does not lead to the configured service: a forged webhook, perhaps.
    #[error("the link does not lead to the service")]
    NotTheService,
    /// The file is larger than was allowed.
    #[error("the file is larger than {0} bytes")]
    TooLarge(usize),
    /// The service answers with an error; with a redirection, too, since that would lead
    /// elsewhere.
    #[error("the service answers with status {0}")]
    Status(StatusCode),
    /// The service was not reached, or broke off.
    #[error(transparent)]
    Transfer(ClientError),
}

impl Client {
    /// Downloads a file by a link from a webhook, of at most `largest` bytes. Only links of the
    /// configured service are followed, with its scheme, host and port; never one to a private
    /// address (but for a sandbox on this computer, and for the base URL's own), and no
    /// redirection. The api-key does not go with it.
    ///
    /// It may take 30 minutes in all, and be without a byte for 30 seconds, or for what was
    /// given to [`Self::with_timeout`].
    ///
    /// # Errors
    /// Says why there is no file.
    pub async fn download(
        &self,
        link: &SensitiveUrl,
        largest: usize,
    ) -> Result<Downloaded, DownloadError> {
        let url = self.own_link(link).ok_or(DownloadError::NotTheService)?;
        let failed = |error| DownloadError::Transfer(ClientError::of_transport(error));
        // The client's own limit is for tokens. How long nothing may come it knows already.
        let whole = DOWNLOAD_TIMEOUT.max(self.timeout);
        let request = self.http.get(url).timeout(whole);
        let mut answer = request.send().await.map_err(failed)?;
        if answer.status() != StatusCode::OK {
            return Err(DownloadError::Status(answer.status()));
        }
        let announced = answer.content_length().unwrap_or_default();
        if usize::try_from(announced).is_ok_and(|announced| announced > largest) {
            return Err(DownloadError::TooLarge(largest));
        }
        let content_type = answer
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| Some(value.to_str().ok()?.to_owned()));
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(failed)? {
            if bytes.len() + chunk.len() > largest {
                return Err(DownloadError::TooLarge(largest));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(Downloaded {
            content_type,
            bytes,
        })
    }

    /// The link, if it leads to the service.
    fn own_link(&self, link: &SensitiveUrl) -> Option<Url> {
        let url = Url::parse(link.expose()).ok()?;
        let parts = LinkParts {
            origin: &url.origin().ascii_serialization(),
            host: url.host_str()?,
            has_credentials: !url.username().is_empty() || url.password().is_some(),
        };
        is_own_link(&self.base_url, parts).then_some(url)
    }
}

impl std::fmt::Debug for Downloaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Downloaded")
            .field("content_type", &self.content_type)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use documentolog_protocol::{ApiKey, BaseUrl};

    use super::*;

    #[test]
    fn only_the_services_own_links_are_followed() {
        let rows = [
            (
                "https://sign.kz",
                "https://sign.kz/external/media/download/1?capability=x",
                true,
            ),
            ("https://sign.kz", "https://sign.kz:443/a", true),
            ("https://sign.kz", "http://sign.kz/a", false),
            ("https://sign.kz", "https://sign.kz:8443/a", false),
            ("https://sign.kz", "https://sign.kz.evil.kz/a", false),
            ("https://sign.kz", "https://user@sign.kz/a", false),
            ("https://sign.kz", "https://127.0.0.1/a", false),
            ("https://sign.kz", "file:///etc/passwd", false),
            ("https://sign.kz", "/external/media/download/1", false),
            ("https://10.0.0.1", "https://10.0.0.1/a", true),
            ("https://10.0.0.1", "https://10.0.0.2/a", false),
            ("http://127.0.0.1:4100", "http://127.0.0.1:4100/a", true),
            ("http://127.0.0.1:4100", "http://127.0.0.1:4101/a", false),
            (
                "http://127.0.0.1:4100",
                "http://169.254.169.254/latest",
                false,
            ),
        ];
        for (service, link, expected) in rows {
            let client = Client::new(BaseUrl::parse(service).unwrap(), ApiKey::new("key")).unwrap();
            let is_own = client.own_link(&SensitiveUrl::new(link)).is_some();
            assert_eq!(is_own, expected, "{service}: {link}");
        }
    }
}
