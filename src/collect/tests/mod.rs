//! What is asked of whom, the workbooks as their bytes are, and what stays when they are written again.

mod asked;
mod following;
mod merging;
mod returning;
mod traps;
mod writing;
