//! What is asked of the service, in the field's words, and checked before it is sent.

use documentolog_protocol::{
    BaseUrl, Checked, OtherFields, PersonalText, SensitiveUrl, SignatureMethod, SmsRecipient,
    SmsSendingType, TokenRequest,
    identifiers::{IdentifierError, PhoneNumber, Recipient},
};

/// The formats that the vendor lists, as the endings of file names.
pub const FORMATS: [&str; 15] = [
    "pdf", "docx", "doc", "xlsx", "xls", "pptx", "ppt", "rtf", "rar", "zip", "tiff", "jpeg", "jpg",
    "png", "gdoc",
];

/// The longest link taken, in bytes.
const LONGEST_LINK: usize = 2_048;

/// A document to be signed: what, by whom, how. [`Self::check`] makes a
/// [`TokenRequest`] of it, or says which field is wrong.
#[derive(Clone, Debug, Default)]
#[must_use = "it is sent by Client::request_token, once it is checked"]
pub struct SigningRequest {
    attachments: Vec<SensitiveUrl>,
    sender: Option<PersonalText>,
    sender_methods: Vec<SignatureMethod>,
    recipients: Vec<PersonalText>,
    recipient_methods: Vec<SignatureMethod>,
    is_view_only: bool,
    sms: Vec<SmsPerson>,
    webhook_url: Option<SensitiveUrl>,
}

/// Somebody who is reached by SMS (guide 1.2, `mPhonesForSms`).
#[derive(Clone, Debug)]
pub struct SmsPerson {
    /// The phone number, as people write it.
    pub phone: PersonalText,
    /// The full name.
    pub full_name: PersonalText,
    /// The IIN, if it is known.
    pub iin: Option<PersonalText>,
    /// Whether the BMG service sends the SMS.
    pub enable_bmg: bool,
}

/// What is wrong with a request: which field, and why. Never contains the value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct RequestError {
    /// The field, such as `attachments[1]`.
    pub field: String,
    /// Why it is refused.
    pub reason: RequestRefusal,
}

/// Why a field is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestRefusal {
    /// There must be at least one.
    #[error("give at least one")]
    Empty,
    /// Not a link that the service can follow.
    #[error("give an https link, percent-encoded and without a user name (http on loopback only)")]
    NotALink,
    /// A link to the computer that this runs on, for the real service.
    #[error(
        "the service cannot reach your own computer: give an address that the internet knows (localhost is for a sandbox)"
    )]
    Loopback,
    /// A link that is too long.
    #[error("the link is longer than 2,048 bytes")]
    TooLong,
    /// A file of a format that the service does not sign.
    #[error(
        "the service signs pdf, docx, doc, xlsx, xls, pptx, ppt, rtf, rar, zip, tiff, jpeg, jpg, png and gdoc"
    )]
    Format,
    /// A text without a visible character.
    #[error("is missing or blank")]
    Blank,
    /// Not an identifier.
    #[error(transparent)]
    Identifier(IdentifierError),
    /// The same twice.
    #[error("is given twice")]
    Twice,
    /// Not a way to sign.
    #[error("a way to sign is eds, egov-qr, sms or adobe-sign")]
    Method,
    /// Nobody is to sign, and nobody to view.
    #[error("name the sender's ways to sign, or a recipient")]
    Nobody,
    /// Something about recipients, who are not there.
    #[error("there is no recipient: name one, or leave it out")]
    NoRecipient,
    /// Who views needs no way to sign.
    #[error("who only views needs no way to sign: leave it out")]
    ViewOnly,
}

impl SigningRequest {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file to sign, by a link that the service can follow.
    pub fn attachment(mut self, link: impl Into<String>) -> Self {
        self.attachments.push(SensitiveUrl::new(link));
        self
    }

    /// Who sends the document: an IIN, BIN, phone number or e-mail address. Bare digits are an
    /// IIN or a BIN; a phone number has its plus or separators, such as `+7 700 000 00 00`.
    pub fn sender(mut self, sender: impl Into<String>) -> Self {
        self.sender = Some(PersonalText::new(sender));
        self
    }

    /// How the sender may sign. The sender signs first; with none, not at all.
    pub fn sender_methods(mut self, methods: impl IntoIterator<Item = SignatureMethod>) -> Self {
        self.sender_methods = methods.into_iter().collect();
        self
    }

    /// Adds a recipient, to whom the document goes on: an IIN, BIN, phone number (with a plus or
    /// separators) or e-mail address.
    pub fn recipient(mut self, recipient: impl Into<String>) -> Self {
        self.recipients.push(PersonalText::new(recipient));
        self
    }

    /// How recipients may sign. If none is named, the field is left out: the guide does not say
    /// what that means.
    pub fn recipient_methods(mut self, methods: impl IntoIterator<Item = SignatureMethod>) -> Self {
        self.recipient_methods = methods.into_iter().collect();
        self
    }

    /// Recipients only view the document. Otherwise they sign it.
    pub fn view_only(mut self) -> Self {
        self.is_view_only = true;
        self
    }

    /// Adds somebody who is reached by SMS.
    pub fn sms(mut self, person: SmsPerson) -> Self {
        self.sms.push(person);
        self
    }

    /// Where webhooks go: an address of yours with a
    /// [`WebhookSecret`](crate::WebhookSecret) in it.
    pub fn webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_url = Some(SensitiveUrl::new(url));
        self
    }

    /// Checks everything, for the service at `base_url`: links may lead to loopback only
    /// where it is there itself.
    ///
    /// # Errors
    /// Names the first field that is wrong.
    pub fn check(self, base_url: &BaseUrl) -> Result<TokenRequest, RequestError> {
        let is_local = base_url.is_loopback();
        if self.attachments.is_empty() {
            return Err(refusal("attachments", RequestRefusal::Empty));
        }
        for (place, link) in self.attachments.iter().enumerate() {
            let wrong = |reason| refusal(format!("attachments[{place}]"), reason);
            check_link(link, is_local).map_err(wrong)?;
            check_format(link).map_err(wrong)?;
        }
        if let Some(url) = &self.webhook_url {
            check_link(url, is_local).map_err(|reason| refusal("webhook_url", reason))?;
        }
        let sender = match &self.sender {
            Some(sender) => Some(Checked::Valid(identifier(sender, || "sender".to_owned())?)),
            None => None,
        };
        let recipients = self.check_recipients()?;
        check_methods("sender_methods", &self.sender_methods)?;
        check_methods("recipient_methods", &self.recipient_methods)?;
        if self.is_view_only && !self.recipient_methods.is_empty() {
            return Err(refusal("recipient_methods", RequestRefusal::ViewOnly));
        }
        if recipients.is_empty() && !self.recipient_methods.is_empty() {
            return Err(refusal("recipient_methods", RequestRefusal::NoRecipient));
        }
        if recipients.is_empty() && self.is_view_only {
            return Err(refusal("view_only", RequestRefusal::NoRecipient));
        }
        if recipients.is_empty() && self.sender_methods.is_empty() {
            return Err(refusal("recipients", RequestRefusal::Nobody));
        }
        let sms_recipients = self
            .sms
            .iter()
            .enumerate()
            .map(|(place, person)| check_sms(person, place))
            .collect::<Result<_, _>>()?;
        let has_recipients = !recipients.is_empty();
        Ok(TokenRequest {
            attachments: self.attachments,
            webhook_url: self.webhook_url,
            send_to_recipient: has_recipients,
            recipients: recipients.into_iter().map(Checked::Valid).collect(),
            sms_recipients,
            recipient_signature_required: has_recipients && !self.is_view_only,
            recipient_signature_methods: self.recipient_methods,
            sender_signature_methods: self.sender_methods,
            sender,
            other: OtherFields::default(),
        })
    }

    fn check_recipients(&self) -> Result<Vec<Recipient>, RequestError> {
        let mut recipients = Vec::with_capacity(self.recipients.len());
        for (place, text) in self.recipients.iter().enumerate() {
            let field = || format!("recipients[{place}]");
            let recipient = identifier(text, field)?;
            if recipients.contains(&recipient) {
                return Err(refusal(field(), RequestRefusal::Twice));
            }
            recipients.push(recipient);
        }
        Ok(recipients)
    }
}

fn refusal(field: impl Into<String>, reason: RequestRefusal) -> RequestError {
    RequestError {
        field: field.into(),
        reason,
    }
}

fn identifier(
    text: &PersonalText,
    field: impl FnOnce() -> String,
) -> Result<Recipient, RequestError> {
    text.expose()
        .parse()
        .map_err(|error| refusal(field(), RequestRefusal::Identifier(error)))
}

fn check_methods(field: &str, methods: &[SignatureMethod]) -> Result<(), RequestError> {
    for (place, method) in methods.iter().enumerate() {
        if matches!(method, SignatureMethod::Other(_)) {
            return Err(refusal(format!("{field}[{place}]"), RequestRefusal::Method));
        }
        if methods[..place].contains(method) {
            return Err(refusal(format!("{field}[{place}]"), RequestRefusal::Twice));
        }
    }
    Ok(())
}

fn check_sms(person: &SmsPerson, place: usize) -> Result<SmsRecipient, RequestError> {
    let wrong = |part: &str, reason| refusal(format!("sms[{place}].{part}"), reason);
    let phone: PhoneNumber = person
        .phone
        .expose()
        .parse()
        .map_err(|error| wrong("phone", RequestRefusal::Identifier(error)))?;
    if person.full_name.expose().trim().is_empty() {
        return Err(wrong("full_name", RequestRefusal::Blank));
    }
    let iin = match &person.iin {
        Some(iin) => {
            Some(Checked::Valid(iin.expose().parse().map_err(|error| {
                wrong("iin", RequestRefusal::Identifier(error))
            })?))
        }
        None => None,
    };
    Ok(SmsRecipient {
        enable_bmg: person.enable_bmg,
        phone: Checked::Valid(phone),
        full_name: person.full_name.clone(),
        iin,
        sending_type: SmsSendingType::Sms,
        other: OtherFields::default(),
    })
}

/// A link is `https://host…`, as plain as the service's own address in its first part.
fn check_link(link: &SensitiveUrl, is_local: bool) -> Result<(), RequestRefusal> {
    let text = link.expose();
    if text.len() > LONGEST_LINK {
        return Err(RequestRefusal::TooLong);
    }
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let start = text.find("://").map_or(0, |place| place + 3);
    let end = text[start..]
        .find(['/', '?', '#'])
        .map_or(text.len(), |place| start + place);
    match BaseUrl::parse(&text[..end]) {
        Ok(origin) if is_plain && start > 0 => {
            if is_local || !origin.is_loopback() {
                Ok(())
            } else {
                Err(RequestRefusal::Loopback)
            }
        }
        _ => Err(RequestRefusal::NotALink),
    }
}

/// The last part of the path may have an ending; if it has one, the service must know it.
fn check_format(link: &SensitiveUrl) -> Result<(), RequestRefusal> {
    let text = link.expose();
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let after_host = path.split_once("://").map_or(path, |(_, rest)| rest);
    let Some((_, name)) = after_host.rsplit_once('/') else {
        return Ok(());
    };
    match name.rsplit_once('.') {
        Some((_, ending)) if !FORMATS.contains(&ending.to_ascii_lowercase().as_str()) => {
            Err(RequestRefusal::Format)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
