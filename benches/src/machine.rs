//! On what was measured.

use anyhow::Result;
use serde::Serialize;
use sysinfo::{CpuRefreshKind, System};

/// The machine, and what else it was doing.
#[derive(Clone, Debug, Serialize)]
pub struct Machine {
    /// The operating system.
    pub system: String,
    /// The processor.
    pub processor: String,
    /// How many it has.
    pub processors: usize,
    /// How many programs wanted to run in the minute before, on average, and in the last
    /// minute. The measurement itself is about two of them.
    pub load: [f64; 2],
}

impl Machine {
    /// Looks.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn look() -> Result<Self> {
        let mut system = System::new()?;
        system.refresh_cpu_list(CpuRefreshKind::nothing());
        let load = System::load_average()?.one;
        Ok(Self {
            system: System::long_os_version().unwrap_or_default(),
            processor: system
                .cpus()
                .first()
                .map_or_else(String::new, |cpu| cpu.brand().trim().to_owned()),
            processors: system.cpus().len(),
            load: [load, load],
        })
    }

    /// Looks at the load once more, when all is done.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn look_again(&mut self) -> Result<()> {
        self.load[1] = System::load_average()?.one;
        Ok(())
    }
}
