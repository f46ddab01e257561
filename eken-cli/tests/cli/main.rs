//! The command as a user meets it: exit codes, standard output and error, files.

#[cfg(test)]
mod annotate;
#[cfg(test)]
mod assess;
mod check;
#[cfg(test)]
mod files;
#[cfg(test)]
mod generate;
#[cfg(test)]
mod law;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod report;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod support;
#[cfg(test)]
mod verify;
