//! Budget files, read whole: what each format gives, what is refused and why.
