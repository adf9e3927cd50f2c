//! What the service answers to a token request (guide 1.3).

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::{AccessToken, AccessTokenError, OtherFields};

/// A granted token. By then there is a document, so nothing but the token itself is needed:
/// whatever else the answer has, has not or has otherwise is kept as it is, and written back.
#[derive(Clone, Debug, PartialEq)]
pub struct TokenResponse {
    /// The token for the signing frame.
    pub access_token: AccessToken,
    /// The operations it allows, such as `document-sign`, if the answer says so by a text. Wire:
    /// `scope`, joined by `|`.
    pub scope: Option<Vec<String>>,
    /// The token's type, `Bearer`, if the answer says so by a text.
    pub token_type: Option<String>,
    /// Fields of `data` this version does not know, as they are.
    pub other: OtherFields,
    /// Fields beside `status` and `data`, as they are.
    pub beside_data: OtherFields,
}

/// Why an answer grants no token. Never contains the answer's own texts: they
/// may repeat what was sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenResponseError {
    /// The body is not JSON.
    #[error("the service's answer is not JSON")]
    NotJson,
    /// A field the guide promises is not there.
    #[error("the service's answer has no field `{field}`")]
    Missing {
        /// The field's name on the wire, with its parents.
        field: &'static str,
    },
    /// A field is not of its type.
    #[error("the field `{field}` of the service's answer is not {expected}")]
    Invalid {
        /// The field's name on the wire, with its parents.
        field: &'static str,
        /// What it should be.
        expected: &'static str,
    },
    /// The service refused: `status` is not 1.
    #[error(
        "the service refused the request (status {status}): check the api-key and the request's fields"
    )]
    Refused {
        /// The `status` it gave.
        status: i64,
    },
    /// The token is not one that can be used.
    #[error("the service's access token cannot be used")]
    Token(#[from] AccessTokenError),
}

impl TokenResponse {
    /// Reads the body of an answer.
    ///
    /// # Errors
    /// Says which field is missing or of the wrong type, or that the service
    /// refused.
    pub fn parse(body: &[u8]) -> Result<Self, TokenResponseError> {
        let value: Value = serde_json::from_slice(body).map_err(|_| TokenResponseError::NotJson)?;
        Self::from_json(value)
    }

    /// Reads an answer that has been parsed as JSON.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn from_json(value: Value) -> Result<Self, TokenResponseError> {
        let Value::Object(mut answer) = value else {
            return Err(TokenResponseError::Invalid {
                field: "(body)",
                expected: "an object",
            });
        };
        let status = answer
            .get("status")
            .ok_or(TokenResponseError::Missing { field: "status" })?
            .as_i64()
            .ok_or(TokenResponseError::Invalid {
                field: "status",
                expected: "a whole number",
            })?;
        if status != 1 {
            return Err(TokenResponseError::Refused { status });
        }
        let data = answer
            .remove("data")
            .ok_or(TokenResponseError::Missing { field: "data" })?;
        let Value::Object(mut data) = data else {
            return Err(TokenResponseError::Invalid {
                field: "data",
                expected: "an object",
            });
        };
        answer.remove("status");
        let access_token = take_text(&mut data, "access_token").ok_or_else(|| {
            let field = "data.access_token";
            match data.get("access_token") {
                Some(_) => TokenResponseError::Invalid {
                    field,
                    expected: "a string",
                },
                None => TokenResponseError::Missing { field },
            }
        })?;
        let scope = take_text(&mut data, "scope");
        Ok(Self {
            access_token: AccessToken::new(access_token)?,
            scope: scope.map(|scope| scope.split('|').map(str::to_owned).collect()),
            token_type: take_text(&mut data, "token_type"),
            other: OtherFields(data),
            beside_data: OtherFields(answer),
        })
    }
}

/// Takes a text out. What is none stays where it is.
fn take_text(data: &mut Map<String, Value>, name: &str) -> Option<String> {
    match data.remove(name)? {
        Value::String(text) => Some(text),
        other => {
            data.insert(name.to_owned(), other);
            None
        }
    }
}

impl Serialize for TokenResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut data = self.other.0.clone();
        data.insert("access_token".to_owned(), self.access_token.expose().into());
        if let Some(scope) = &self.scope {
            data.insert("scope".to_owned(), scope.join("|").into());
        }
        if let Some(token_type) = &self.token_type {
            data.insert("token_type".to_owned(), token_type.as_str().into());
        }
        let mut answer = self.beside_data.0.clone();
        answer.insert("status".to_owned(), 1.into());
        answer.insert("data".to_owned(), data.into());
        answer.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// The sample of guide 1.3.
    fn guide_sample() -> Value {
        json!({
            "status": 1,
            "data": {
                "access_token": "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9...",
                "scope": "document-create|document-sign|document-show",
                "token_type": "Bearer"
            }
        })
    }

    #[test]
    fn the_guides_sample_round_trips() {
        let response = TokenResponse::from_json(guide_sample()).unwrap();
        assert_eq!(
            response.scope.as_deref().unwrap(),
            ["document-create", "document-sign", "document-show"]
        );
        assert_eq!(serde_json::to_value(&response).unwrap(), guide_sample());
    }

    #[test]
    fn unknown_fields_are_kept() {
        let mut sample = guide_sample();
        sample["data"]["expires_in"] = json!(3600);
        sample["request_id"] = json!("r-1");
        sample["message"] = Value::Null;
        let response = TokenResponse::from_json(sample.clone()).unwrap();
        assert_eq!(serde_json::to_value(&response).unwrap(), sample);
    }

    /// The document is there by then: asked again, the service would make a second one.
    #[test]
    fn a_token_is_taken_whatever_is_said_of_it() {
        for wrong in [None, Some(Value::Null), Some(json!(["a"])), Some(json!(""))] {
            for field in ["scope", "token_type"] {
                let mut sample = guide_sample();
                let data = sample["data"].as_object_mut().unwrap();
                match wrong.clone() {
                    Some(wrong) => data.insert(field.to_owned(), wrong),
                    None => data.remove(field),
                };
                let response = TokenResponse::from_json(sample.clone()).unwrap();
                assert_eq!(serde_json::to_value(&response).unwrap(), sample);
            }
        }
    }

    #[test]
    fn refusals_name_the_field() {
        use TokenResponseError::{Invalid, Missing, NotJson, Refused, Token};
        let with = |path: &[&str], value: Option<Value>| {
            let mut sample = guide_sample();
            let (last, parents) = path.split_last().unwrap();
            let mut parent = &mut sample;
            for name in parents {
                parent = &mut parent[*name];
            }
            let object = parent.as_object_mut().unwrap();
            match value {
                Some(value) => object.insert((*last).to_owned(), value),
                None => object.remove(*last),
            };
            sample.to_string()
        };
        let rows = [
            ("<html>".to_owned(), NotJson),
            (
                "[]".to_owned(),
                Invalid {
                    field: "(body)",
                    expected: "an object",
                },
            ),
            (with(&["status"], None), Missing { field: "status" }),
            (
                with(&["status"], Some(json!("1"))),
                Invalid {
                    field: "status",
                    expected: "a whole number",
                },
            ),
            (with(&["status"], Some(json!(0))), Refused { status: 0 }),
            (with(&["data"], None), Missing { field: "data" }),
            (
                with(&["data"], Some(json!([]))),
                Invalid {
                    field: "data",
                    expected: "an object",
                },
            ),
            (
                with(&["data", "access_token"], None),
                Missing {
                    field: "data.access_token",
                },
            ),
            (
                with(&["data", "access_token"], Some(json!(1))),
                Invalid {
                    field: "data.access_token",
                    expected: "a string",
                },
            ),
            (
                with(&["data", "access_token"], Some(json!("a b"))),
                Token(AccessTokenError::Character),
            ),
        ];
        for (body, error) in rows {
            assert_eq!(TokenResponse::parse(body.as_bytes()), Err(error), "{body}");
        }
    }

    #[test]
    fn debug_does_not_print_the_token() {
        let printed = format!("{:?}", TokenResponse::from_json(guide_sample()).unwrap());
        assert!(!printed.contains("eyJ0"), "{printed}");
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(body in proptest::collection::vec(any::<u8>(), 0..256)) {
            let _ = TokenResponse::parse(&body);
        }
    }
}
