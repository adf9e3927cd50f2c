//! What the contract tests stand on: the sandbox, the kit's client, and the kit's receiver of
//! webhooks.

use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use documentolog_protocol::{ApiKey, BaseUrl, TokenResponse, WebhookEvent};
use documentolog_sandbox::{Config, Sandbox};
use documentolog_server::{Client, MemoryStore, SigningRequest, WebhookStore, Webhooks};
use serde_json::json;
use tokio::net::TcpListener;

/// What the sandbox takes for the account's key.
const KEY: &str = "the-key-of-a-test";

/// A back end before the service.
#[derive(Debug)]
pub struct Stage {
    /// The service.
    pub sandbox: Sandbox,
    /// The kit's client.
    pub client: Client,
    webhooks: Webhooks<MemoryStore>,
    /// Where webhooks go, without their secret.
    receiver: String,
}

impl Stage {
    /// Starts the sandbox and the receiver.
    ///
    /// # Errors
    /// When one of them cannot listen.
    pub async fn start() -> Result<Self> {
        let sandbox = documentolog_sandbox::start(Config {
            api_key: ApiKey::new(KEY),
            webhook_retry_pause: Duration::from_millis(20),
            ..Config::default()
        })
        .await?;
        let client = Client::new(BaseUrl::parse(sandbox.origin())?, ApiKey::new(KEY))?;
        let webhooks = Webhooks::new(MemoryStore::default());
        let router = Router::new().nest("/webhooks", webhooks.router());
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let receiver = format!("http://{}/webhooks", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            sandbox,
            client,
            webhooks,
            receiver,
        })
    }

    /// The link to a file that the service can fetch.
    #[must_use]
    pub fn sample(&self) -> String {
        format!("{}/rct/sample.pdf", self.sandbox.origin())
    }

    /// Asks for a token, with the webhooks of what is asked for kept under this name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn ask(&self, reference: &str, request: SigningRequest) -> Result<TokenResponse> {
        let secret = self.webhooks.issue_secret(reference).await?;
        let request = request.attachment(self.sample()).webhook_url(format!(
            "{}/{}",
            self.receiver,
            secret.expose()
        ));
        Ok(self.client.request_token(request).await?)
    }

    /// What a button of the signing page does, for whoever holds the token.
    ///
    /// # Errors
    /// When the service refuses.
    pub async fn press(&self, button: &str, token: &str) -> Result<()> {
        let path = match button {
            // As if the signer had taken the steps of EDS.
            "sign" => "sandbox/control/sign",
            "reject" => "external/sign/embedded/reject",
            other => anyhow::bail!("there is no button {other}"),
        };
        let url = format!("{}/{path}", self.sandbox.origin());
        let http = reqwest::Client::builder().no_proxy().build()?;
        let request = http
            .post(url)
            .bearer_auth(token)
            .json(&json!({"method": "eds"}));
        request.send().await?.error_for_status()?;
        Ok(())
    }

    /// The webhooks of a document, once an event of this name is among them.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn until(&self, reference: &str, event: &str) -> Result<Vec<WebhookEvent>> {
        let come = async {
            loop {
                let kept = self.webhooks.store().webhooks_of(reference).await?;
                let kept: Vec<_> = kept.into_iter().map(|kept| kept.event).collect();
                let unfit = kept.iter().find_map(WebhookEvent::unfit_field);
                anyhow::ensure!(unfit.is_none(), "{unfit:?} is not as the guide has it");
                if kept.iter().any(|kept| kept.name() == event) {
                    return Ok(kept);
                }
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), come)
            .await
            .with_context(|| format!("no {event} has come"))?
    }
}
