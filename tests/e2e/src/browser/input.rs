//! Keys, as a person presses them.

use anyhow::Result;
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

use super::Browser;

impl Browser {
    /// Presses a key, wherever the focus is.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_key(&self, key: Key) -> Result<()> {
        self.press_keys(&[key]).await
    }

    /// Presses keys together, wherever the focus is.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_keys(&self, keys: &[Key]) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            actions = actions.then(KeyAction::Down {
                value: (*key).into(),
            });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up {
                value: (*key).into(),
            });
        }
        Ok(self.client.perform_actions(actions).await?)
    }
}
