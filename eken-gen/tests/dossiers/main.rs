//! Dossiers as they come out: clean ones, those at the thresholds, those with faults.

#[cfg(test)]
mod boundary;
#[cfg(test)]
mod clean;
#[cfg(test)]
mod faults;
