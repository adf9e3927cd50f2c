//! The service over HTTP: access tokens (guide, part 1) and files (guide 4.2).

mod download;
mod resolver;
mod retry;

use std::{sync::Arc, time::Duration};

use documentolog_protocol::{ApiKey, BaseUrl, TokenRequest, TokenResponse, TokenResponseError};
use reqwest::{StatusCode, header::HeaderValue};

pub use download::{DownloadError, Downloaded};

use crate::{
    RequestError, SigningRequest,
    sans_io::{LARGEST_ANSWER, StatusSays, TIMEOUT, is_header_value},
};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Asks the service for access tokens.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    base_url: BaseUrl,
    /// Marked as sensitive: it is not printed.
    api_key: HeaderValue,
    timeout: Duration,
}

/// Why there is no token. Never contains the api-key, the token or what was sent.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The HTTP client cannot be built.
    #[error("the HTTP client cannot be built")]
    Build(#[source] reqwest::Error),
    /// The api-key cannot stand in an HTTP header.
    #[error(
        "the api-key is empty, or has characters that no HTTP header can carry: check how it was copied"
    )]
    ApiKey,
    /// The service cannot be reached.
    #[error(
        "the service cannot be reached: check the base URL, the network and whether its certificate is trusted here"
    )]
    Connect(#[source] reqwest::Error),
    /// The service did not answer in time. Where a token was asked for, it may have made the
    /// document all the same. Of a file no byte came for so long, or not the whole in
    /// 30 minutes: it can be downloaded again.
    #[error("the service did not answer in time")]
    Timeout(#[source] reqwest::Error),
    /// The answer broke off. Where a token was asked for, there may be a document all the same.
    #[error("the service's answer broke off")]
    Transfer(#[source] reqwest::Error),
    /// The service refuses the api-key.
    #[error("the service refuses the api-key (status {0}): check the key and the plan")]
    Unauthorized(StatusCode),
    /// The service answers with an error.
    #[error("the service answers with status {0}")]
    Status(StatusCode),
    /// The answer is larger than any token.
    #[error("the service's answer is larger than 64 KiB")]
    TooLarge,
    /// The answer grants no token.
    #[error(transparent)]
    Answer(#[from] TokenResponseError),
    /// The request is not sent: a field of it is wrong.
    #[error(transparent)]
    Request(#[from] RequestError),
}

impl ClientError {
    /// The error without its address, which is the configuration's to know.
    fn of_transport(error: reqwest::Error) -> Self {
        let error = error.without_url();
        if error.is_connect() {
            Self::Connect(error)
        } else if error.is_timeout() {
            Self::Timeout(error)
        } else {
            Self::Transfer(error)
        }
    }
}

impl Client {
    /// A client for the service at `base_url`.
    ///
    /// # Errors
    /// When no header can carry the api-key ([`ClientError::ApiKey`]), or when the system's TLS
    /// set-up cannot be used.
    pub fn new(base_url: BaseUrl, api_key: ApiKey) -> Result<Self, ClientError> {
        if !is_header_value(api_key.expose()) {
            return Err(ClientError::ApiKey);
        }
        let mut api_key =
            HeaderValue::from_str(api_key.expose()).map_err(|_| ClientError::ApiKey)?;
        api_key.set_sensitive(true);
        Ok(Self {
            http: http(&base_url, TIMEOUT)?,
            base_url,
            api_key,
            timeout: TIMEOUT,
        })
    }

    /// With another time limit than 30 seconds: how long one try for a token may take, its
    /// answer included, and how long a download may be without a byte.
    ///
    /// # Errors
    /// When the system's TLS set-up cannot be used.
    pub fn with_timeout(self, timeout: Duration) -> Result<Self, ClientError> {
        Ok(Self {
            http: http(&self.base_url, timeout)?,
            timeout,
            ..self
        })
    }

    /// Checks a request, and asks for a token for it.
    ///
    /// # Errors
    /// Names the field that is wrong, or says what [`Self::request_token_as_it_is`] does.
    pub async fn request_token(
        &self,
        request: SigningRequest,
    ) -> Result<TokenResponse, ClientError> {
        let request = request.check(&self.base_url)?;
        self.request_token_as_it_is(&request).await
    }

    /// Asks for a token, with a request that is not checked. It is sent again, twice at
    /// most, only where the first cannot have made a document: when no connection came
    /// about, and when the service says that it cannot deal with requests for now and when it
    /// will (503 with a `Retry-After` of 4 seconds at most). Each try may take 30 seconds, or
    /// what was given to [`Self::with_timeout`]. After [`ClientError::Timeout`] and
    /// [`ClientError::Transfer`] there may be a document whose token never arrived: ask again
    /// only if two are no harm.
    ///
    /// # Errors
    /// Says whether the service was not reached, refused, or answered with
    /// something else than a token.
    pub async fn request_token_as_it_is(
        &self,
        request: &TokenRequest,
    ) -> Result<TokenResponse, ClientError> {
        let send = || {
            self.http
                .post(self.base_url.token_url())
                .header("api-key", self.api_key.clone())
                .json(request)
                .send()
        };
        let mut answer = retry::send(send).await.map_err(ClientError::of_transport)?;
        let status = answer.status();
        match StatusSays::of(status.as_u16()) {
            StatusSays::Read => {}
            StatusSays::Unauthorized => return Err(ClientError::Unauthorized(status)),
            StatusSays::Refused => return Err(ClientError::Status(status)),
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(ClientError::of_transport)? {
            body.extend_from_slice(&chunk);
            if body.len() > LARGEST_ANSWER {
                return Err(ClientError::TooLarge);
            }
        }
        Ok(TokenResponse::parse(&body)?)
    }
}

fn http(base_url: &BaseUrl, timeout: Duration) -> Result<reqwest::Client, ClientError> {
    let http = reqwest::Client::builder()
        .timeout(timeout)
        // Of a download, which is given more time in all.
        .read_timeout(timeout)
        .connect_timeout(CONNECT_TIMEOUT)
        // The key goes to the configured origin and nowhere else.
        .redirect(reqwest::redirect::Policy::none());
    // A sandbox is on the computer itself; the service never is.
    let http = if base_url.is_loopback() {
        http.no_proxy()
    } else {
        http.dns_resolver(Arc::new(resolver::PublicAddresses::of(base_url)))
    };
    http.build().map_err(ClientError::Build)
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
    };

    use super::*;

    /// What a service says before it falls silent.
    const SILENT: [&str; 2] = ["", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"];

    #[tokio::test]
    async fn a_silent_service_is_not_waited_for() {
        for said in SILENT {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let origin = format!("http://{}", listener.local_addr().unwrap());
            let service = tokio::spawn(async move {
                let (mut connection, _) = listener.accept().await.unwrap();
                // An answer before the request would be refused as such.
                connection.read_u8().await.unwrap();
                connection.write_all(said.as_bytes()).await.unwrap();
                std::future::pending::<()>().await;
            });
            let client = Client::new(BaseUrl::parse(&origin).unwrap(), ApiKey::new("key"));
            let client = client.unwrap().with_timeout(Duration::from_millis(300));
            let error = client
                .unwrap()
                .request_token_as_it_is(&TokenRequest::default())
                .await
                .unwrap_err();
            assert!(
                matches!(error, ClientError::Timeout(_)),
                "{said:?}: {error:?}"
            );
            service.abort();
        }
    }
}
