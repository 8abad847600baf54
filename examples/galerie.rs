//! Writes `target/galerie.pdf`: every component and every chart in all its states, and prints the page of each.
//!
//! `cargo run --example galerie`. The folder `examples/galerie/` is a project like any other, read by the same rooms;
//! only its `rapport.typ.jinja` differs, which calls each component with values made for the purpose.

use millesime::{LastRoom, Options, Request, Writer, build};
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = root.join("target");
    let request = Request {
        project: Options {
            root: root.join("examples/galerie"),
            edition: None,
        },
        output: output.clone(),
        deliverables: Vec::new(),
        last_room: LastRoom::Inspect,
        official: false,
        replaces_official: false,
        writer: Writer::default(),
    };
    let outcome = build(&request, &mut ())?;
    let Some(gallery) = outcome.documents.first() else {
        for fault in outcome.diagnostics.sorted() {
            eprintln!("{} {}\n  {}", fault.code.0, fault.message, fault.help);
        }
        return Err("the gallery could not be made".into());
    };
    for fault in outcome.diagnostics.sorted() {
        eprintln!("{} {}", fault.code.0, fault.message);
    }
    let path = output.join("galerie.pdf");
    fs_err::write(&path, &gallery.pdf)?;
    println!("{} : {} pages", path.display(), gallery.pages);
    for entry in lopdf::Document::load_mem(&gallery.pdf)?.get_toc()?.toc {
        println!("{:>4}  {}{}", entry.page, "  ".repeat(entry.level), entry.title);
    }
    Ok(())
}
