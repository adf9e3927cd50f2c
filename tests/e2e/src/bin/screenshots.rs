//! Pictures of the widget in every state, light and dark, on a desktop and a phone.
//! Run it by `cargo xtask screenshots`.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use documentolog_e2e::{Device, Engine, FIRST, Page, Policy, VIEWS};

const LOCALES: [&str; 3] = ["kk", "ru", "en"];

#[tokio::main]
async fn main() -> Result<()> {
    let folder = PathBuf::from(env::args().nth(1).context("say where the pictures go")?);
    fs::create_dir_all(&folder)?;
    let page = Page::open(Engine::Chromium).await?;
    let devices = [("desktop", 1280, 860), ("phone", 390, 844)];
    let places = [("dialog", None), ("inline", FIRST)];
    let mut count = 0;
    for (device, width, height) in devices {
        for is_dark in [false, true] {
            page.browser
                .emulate(Device {
                    width,
                    height,
                    is_dark,
                    has_motion: false,
                })
                .await?;
            for (place_name, place) in places {
                for view in VIEWS {
                    // Every language is seen, though not in every state.
                    let locale = LOCALES[count % LOCALES.len()];
                    page.show(view, place, locale).await?;
                    let scheme = if is_dark { "dark" } else { "light" };
                    let name = format!("{device}-{scheme}-{place_name}-{view}-{locale}.png");
                    shoot(&page, &folder.join(name)).await?;
                    count += 1;
                    page.go(Policy::None).await?;
                }
            }
            page.go(Policy::NoLocalNetwork).await?;
            page.show("frame", None, LOCALES[count % LOCALES.len()])
                .await?;
            let scheme = if is_dark { "dark" } else { "light" };
            shoot(
                &page,
                &folder.join(format!("{device}-{scheme}-dialog-notice.png")),
            )
            .await?;
            page.go(Policy::None).await?;
        }
    }
    page.end().await
}

async fn shoot(page: &Page, path: &PathBuf) -> Result<()> {
    let picture = page.browser.client.screenshot().await?;
    fs::write(path, picture).with_context(|| format!("{} cannot be written", path.display()))
}
