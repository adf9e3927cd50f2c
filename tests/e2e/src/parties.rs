//! The parties of a signature, each on an origin of its own.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use documentolog_protocol::{
    AccessToken, ApiKey, BaseUrl, Checked, PersonalText, SensitiveUrl, SignatureMethod,
    TokenRequest, identifiers::Iin,
};
use documentolog_sandbox::Sandbox;
use documentolog_server::Client;
use documentolog_shop::Shop;

use crate::HostPage;

/// The api-key of the end-to-end tests' sandboxes.
pub const API_KEY: &str = "end-to-end-api-key";

/// The built npm package.
pub(crate) fn package_dir() -> Result<PathBuf> {
    env::var_os("DOCUMENTOLOG_PACKAGE_DIR")
        .map(PathBuf::from)
        .context("DOCUMENTOLOG_PACKAGE_DIR is not set: run the tests by `cargo xtask test`")
}

/// The service (emulated), the shop, and a bare page that embeds the widget.
#[derive(Debug)]
pub struct Parties {
    /// The service, at `127.0.0.1`.
    pub sandbox: Sandbox,
    /// The shop, at `localhost`.
    pub shop: Shop,
    /// The bare page, at `localhost`, and a stranger's, at `127.0.0.1`.
    pub host_page: HostPage,
}

impl Parties {
    /// Starts them all, on free ports.
    ///
    /// # Errors
    /// When one does not start.
    pub async fn start() -> Result<Self> {
        let sandbox = start_sandbox().await?;
        let shop = documentolog_shop::start(shop_config(&sandbox)?).await?;
        let host_page = HostPage::start(sandbox.origin()).await?;
        Ok(Self {
            sandbox,
            shop,
            host_page,
        })
    }
}

/// Starts the service, on a free port.
pub(crate) async fn start_sandbox() -> Result<Sandbox> {
    let config = documentolog_sandbox::Config {
        api_key: ApiKey::new(API_KEY),
        ..Default::default()
    };
    Ok(documentolog_sandbox::start(config).await?)
}

/// A shop on a free port, with this service.
pub(crate) fn shop_config(sandbox: &Sandbox) -> Result<documentolog_shop::Config> {
    Ok(documentolog_shop::Config {
        listen: ([127, 0, 0, 1], 0).into(),
        public_origin: None,
        base_url: BaseUrl::parse(sandbox.origin())?,
        api_key: ApiKey::new(API_KEY),
        customer: PersonalText::new(documentolog_shop::PLACEHOLDER_IIN),
        database: documentolog_shop::Database::InMemory,
        package_dir: package_dir()?,
    })
}

/// Asks the service for a token for a document that nobody has seen before.
///
/// # Errors
/// When it gives none.
pub async fn token_for_a_new_document(sandbox: &Sandbox) -> Result<AccessToken> {
    let attachment = format!("{}/rct/sample.pdf", sandbox.origin());
    token_for(sandbox, attachment).await
}

/// Asks the service for a token for a new document with this attachment.
///
/// # Errors
/// When it gives none.
pub async fn token_for(sandbox: &Sandbox, attachment: String) -> Result<AccessToken> {
    let client = Client::new(BaseUrl::parse(sandbox.origin())?, ApiKey::new(API_KEY))?;
    let sender: Iin = "000000000000".parse()?;
    let request = TokenRequest {
        attachments: vec![SensitiveUrl::new(attachment)],
        sender: Some(Checked::Valid(sender.into())),
        sender_signature_methods: SignatureMethod::KNOWN.to_vec(),
        ..TokenRequest::default()
    };
    Ok(client.request_token_as_it_is(&request).await?.access_token)
}

/// Asks the service for a token for a new document that one recipient signs, and nobody else.
///
/// # Errors
/// When it gives none.
pub async fn token_for_recipient(sandbox: &Sandbox, recipient: &str) -> Result<AccessToken> {
    let client = Client::new(BaseUrl::parse(sandbox.origin())?, ApiKey::new(API_KEY))?;
    let attachment = format!("{}/rct/sample.pdf", sandbox.origin());
    let (sender, recipient): (Iin, Iin) = ("000000000000".parse()?, recipient.parse()?);
    let request = TokenRequest {
        attachments: vec![SensitiveUrl::new(attachment)],
        sender: Some(Checked::Valid(sender.into())),
        send_to_recipient: true,
        recipients: vec![Checked::Valid(recipient.into())],
        recipient_signature_required: true,
        recipient_signature_methods: SignatureMethod::KNOWN.to_vec(),
        ..TokenRequest::default()
    };
    Ok(client.request_token_as_it_is(&request).await?.access_token)
}
