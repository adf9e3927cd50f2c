//! A service's name that leads into a private network leads nowhere.

use std::{io, net::SocketAddr};

use documentolog_protocol::BaseUrl;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::sans_io::{host_of, is_public};

/// Looks names up, and passes over every address of the service's that is not on the public
/// network: whoever answers for its name must not make this back end ask its own neighbours.
///
/// The only other name that is ever looked up is a proxy's (there are no redirections), and
/// proxies do stand in private networks.
#[derive(Debug)]
pub(super) struct PublicAddresses {
    /// The service's host, in lower case.
    host: String,
}

impl PublicAddresses {
    pub(super) fn of(base_url: &BaseUrl) -> Self {
        Self {
            host: host_of(base_url).to_owned(),
        }
    }
}

impl Resolve for PublicAddresses {
    fn resolve(&self, name: Name) -> Resolving {
        let is_proxys = !self.host.eq_ignore_ascii_case(name.as_str());
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let taken: Vec<SocketAddr> = found
                .filter(|address| is_proxys || is_public(address.ip()))
                .collect();
            if taken.is_empty() {
                let error = io::Error::other("the name has no public address");
                return Err(error.into());
            }
            Ok(Box::new(taken.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looked up without a network: by the one name that every computer has for itself.
    #[tokio::test]
    async fn the_services_name_may_not_lead_to_this_computer_and_a_proxys_may() {
        for (host, is_found) in [("localhost", false), ("sign.example.kz", true)] {
            let resolver = PublicAddresses {
                host: host.to_owned(),
            };
            let found = resolver.resolve("LOCALHOST".parse().unwrap()).await;
            assert_eq!(found.is_ok(), is_found, "{host}");
        }
    }
}
