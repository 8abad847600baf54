//! Templates of a project, held against those of the program.

use crate::diagnostic::Diagnostics;
use crate::load::Inputs;
use crate::render::templates::{EMBEDDED, Templates};
use std::sync::Arc;

fn told(overriding: &[(&str, &str)]) -> Vec<String> {
    let mut inputs = Inputs::default();
    for (path, text) in overriding {
        inputs.templates.insert((*path).to_owned(), Arc::from(*text));
    }
    let mut diagnostics = Diagnostics::default();
    let templates = Templates::new(&inputs, &mut diagnostics);
    let agreed = super::check(&templates, &mut diagnostics);
    assert_eq!(agreed, !diagnostics.has_errors());
    let found = diagnostics.sorted().into_iter();
    found
        .map(|found| {
            let place = found
                .place
                .as_ref()
                .unwrap()
                .to_string()
                .replace("report-templates/", "");
            format!("{} {place} {} {}", found.code.0, found.message, found.help)
        })
        .collect()
}

fn embedded(path: &str) -> &'static str {
    EMBEDDED.iter().find(|(known, _)| *known == path).unwrap().1
}

#[test]
fn the_templates_of_the_program_keep_their_own_contract_whichever_the_project_copies() {
    assert_eq!(told(EMBEDDED), Vec::<String>::new());
    for copy in EMBEDDED {
        assert_eq!(told(&[*copy]), Vec::<String>::new(), "{}", copy.0);
    }
}

#[test]
fn every_name_that_is_not_given_is_told_at_its_line_in_every_branch() {
    let text = "#text[a]\n{% if false %}\n#cover({{ legal.mandatory }})\n{% endif %}\n{{ document.titel }} {{ rapport.inconnu }}";
    assert_eq!(
        told(&[("parts/cover.typ.jinja", text)]),
        [
            "M506 parts/cover.typ.jinja:3:11 Ce modèle nomme « legal.mandatory », que cette version du programme ne donne pas. \
             Corrigez le nom, ou retirez votre fichier pour revenir à celui du programme.",
            "M506 parts/cover.typ.jinja:5:4 Ce modèle nomme « document.titel », que cette version du programme ne donne pas. \
             Vouliez-vous dire « document.title » ? \
             Corrigez le nom, ou retirez votre fichier pour revenir à celui du programme.",
            "M506 parts/cover.typ.jinja:5:25 Ce modèle nomme « rapport », que cette version du programme ne donne pas. \
             Corrigez le nom, ou retirez votre fichier pour revenir à celui du programme.",
        ]
    );
}

#[test]
fn what_a_template_asks_for_first_or_gives_itself_is_no_fault() {
    let text = "{% if legal.mandatory is defined %}{{ legal.mandatory }}{% endif %}\
                {% set mine = 1 %}{{ mine.own }}{% for one, two in legal.rules %}{{ one.any }}{{ loop.index }}{% endfor %}\
                {{ texts.edito }}{{ legal.rules[0].any }}{{ range(3) }}";
    assert_eq!(told(&[("parts/cover.typ.jinja", text)]), Vec::<String>::new());
}

#[test]
fn an_argument_that_a_component_does_not_receive_is_told_at_its_line() {
    let part = embedded("parts/cover.typ.jinja");
    let wrong = part.replace("  subtitle:", "  {% if true %}\n  // une remarque\n  sub-title:");
    let told = told(&[("parts/cover.typ.jinja", &wrong)]);
    assert_eq!(
        told,
        [
            "M507 parts/cover.typ.jinja:8:3 Le composant « cover » ne reçoit pas « sub-title ». Vouliez-vous dire « subtitle » ?"
        ]
    );
}

#[test]
fn a_component_of_the_project_that_lacks_a_parameter_is_told_where_it_is_defined() {
    let component = embedded("components/cover.typ").replace("logo-words: none, ", "");
    let line = component
        .lines()
        .position(|line| line.starts_with("#let cover("))
        .unwrap()
        + 1;
    let told = told(&[("components/cover.typ", &component)]);
    assert_eq!(told.len(), 1, "{told:?}");
    let start = format!(
        "M507 components/cover.typ:{line}:6 Votre composant « cover » ne reçoit pas « logo-words », que les modèles du programme lui donnent."
    );
    assert!(told[0].starts_with(&start), "{told:?}");
    let any = component.replace("#let cover(", "#let cover(..others, ");
    assert_eq!(
        super::tests::told(&[("components/cover.typ", &any)]),
        Vec::<String>::new()
    );
}
