//! What a template may and may not do with a value.

use super::*;
use crate::load::Inputs;
use crate::render::dialect::TYPST;
use minijinja::context;

fn fill(files: &[(&str, &str)], context: Value) -> Result<Traced, Vec<String>> {
    let mut diagnostics = Diagnostics::default();
    let mut inputs = Inputs::default();
    for (path, text) in files {
        inputs.templates.insert((*path).to_owned(), Arc::from(*text));
    }
    let templates = Templates::new(&inputs, &mut Diagnostics::default());
    let filled = Engine::new(&templates, &TYPST, &mut diagnostics)
        .and_then(|engine| engine.fill(files[0].0, &context, &mut diagnostics));
    let told = |entry: &&crate::diagnostic::Diagnostic| {
        format!("{} {} {}", entry.place.clone().unwrap(), entry.code, entry.message)
    };
    filled.ok_or_else(|| diagnostics.sorted().iter().map(told).collect())
}

fn one(template: &str, context: Value) -> Result<String, String> {
    fill(&[("essai.typ.jinja", template)], context)
        .map(|filled| filled.text)
        .map_err(|faults| faults.join("\n"))
}

#[test]
fn a_printed_value_is_a_literal() {
    let data = context! { a => "#let x = 1 \"[$\\\n", b => 12, c => 0.5, d => (), e => true, f => vec!["x"], g => context! { k => 1.0 } };
    let text = one(
        "#f({{ a }}, {{ b }}, {{ c }}, {{ d }}, {{ e }}, {{ f }}, {{ g }})",
        data,
    )
    .unwrap();
    assert_eq!(
        text,
        r##"#f("#let x = 1 \"[$\\\n", 12, 0.5, none, true, ("x",), ("k": 1.0))"##
    );
}

#[test]
fn a_macro_and_a_captured_block_are_escaped_once() {
    let macro_call = "{% macro m(x) %}#f({{ x }}){% endmacro %}{{ m(a) }}";
    assert_eq!(one(macro_call, context! { a => "\"" }).unwrap(), r##"#f("\"")"##);
    let captured = "{% set b %}#f({{ a }}){% endset %}{{ b }}";
    assert_eq!(one(captured, context! { a => "]" }).unwrap(), "#f(\"]\")");
}

#[test]
fn nothing_takes_the_quotes_off() {
    for template in [
        "{{ a|safe }}",
        "{{ a|escape }}",
        "{{ '%s'|format(a) }}",
        "{{ a|split('x') }}",
    ] {
        assert!(
            one(template, context! { a => "#x" }).unwrap_err().contains("M504"),
            "{template}"
        );
    }
    let data = || context! { a => "a\"#x" };
    let quoted = one("{% autoescape false %}{{ a }}{% endautoescape %}", data()).unwrap();
    assert_eq!(quoted, r##""a\"#x""##);
    let replaced = one("{% set b %}{{ a }}{% endset %}{{ b|replace('\\\\', '') }}", data()).unwrap();
    assert_eq!(replaced, r##""\"a\"#x\"""##);
    let reversed = one("{% set b %}{{ a }}{% endset %}{{ b|reverse }}", data()).unwrap();
    assert!(reversed.starts_with("\"\\\"x#"), "{reversed}");
}

#[test]
fn undefined_and_infinite_are_refused_at_their_line() {
    for template in [
        "\n{{ absent }}",
        "\n{{ a.absent }}",
        "\n{{ absent|upper }}",
        "\n{{ absent|join(',') }}",
        "\n{{ absent|length }}",
        "\n{{ [absent] }}",
        "\n{% for x in absent %}{% endfor %}",
        "\n{% if absent %}{% endif %}",
        "\n{{ infinite }}",
        "\n{{ [nan] }}",
    ] {
        let data = context! { a => context! { b => 1 }, infinite => f64::INFINITY, nan => f64::NAN };
        let fault = one(template, data).unwrap_err();
        assert!(
            fault.starts_with("report-templates/essai.typ.jinja:2 M50"),
            "{template} : {fault}"
        );
    }
}

#[test]
fn a_fault_is_placed_in_the_included_template_and_grammar_faults_are_all_told() {
    let files = [
        ("a.typ.jinja", "{% include 'b.typ.jinja' %}"),
        ("b.typ.jinja", "x\n\n{{ y }}"),
    ];
    let faults = fill(&files, context! {}).err().unwrap();
    assert!(
        faults[0].starts_with("report-templates/b.typ.jinja:3 M503 "),
        "{faults:?}"
    );
    let files = [("a.typ.jinja", "{% if %}"), ("b.typ.jinja", "x\n{{ y ")];
    let faults = fill(&files, context! {}).err().unwrap();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(
        faults[1].starts_with("report-templates/b.typ.jinja:2 M502 "),
        "{faults:?}"
    );
}

#[test]
fn lines_of_an_included_template_keep_their_origin() {
    let files = [
        ("a.typ.jinja", "un\n{% include 'b.typ.jinja' %}\ntrois\n"),
        ("b.typ.jinja", "{% for x in [1, 2] %}\n{{ x }}\n{% endfor %}\n"),
    ];
    let filled = fill(&files, context! {}).ok().unwrap();
    assert_eq!(filled.text, "un\n1\n2\ntrois\n");
    let lines: Vec<_> = filled
        .lines
        .iter()
        .map(|(file, line)| format!("{file}:{line}"))
        .collect();
    assert_eq!(
        lines,
        [
            "report-templates/a.typ.jinja:1",
            "report-templates/b.typ.jinja:2",
            "report-templates/b.typ.jinja:2",
            "report-templates/a.typ.jinja:3"
        ]
    );
}

#[test]
fn a_template_that_does_not_end_is_told_at_its_line() {
    let forever =
        "\n{% for a in range(100000) %}{% for b in range(100000) %}{% if a == b %}{% endif %}{% endfor %}{% endfor %}";
    let told = one(forever, context! {}).unwrap_err();
    assert!(
        told.starts_with("report-templates/essai.typ.jinja:2 M505 Le modèle ne finit pas"),
        "{told}"
    );
    let itself = "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}";
    assert!(one(itself, context! {}).unwrap_err().contains("M505"));
    assert!(
        one("{% include 'essai.typ.jinja' %}", context! {})
            .unwrap_err()
            .contains("M505")
    );
}

#[test]
fn an_expression_without_end_ends_no_program() {
    let nested = format!("{{{{ {}1{} }}}}", "(".repeat(50_000), ")".repeat(50_000));
    let told = crate::stack::deep(|| one(&nested, context! {})).unwrap_err();
    assert!(told.contains("M50"), "{told}");
    let blocks = format!("{}{}", "{% if 1 %}".repeat(20_000), "{% endif %}".repeat(20_000));
    let told = crate::stack::deep(|| one(&blocks, context! {})).unwrap_err();
    assert!(told.contains("M50"), "{told}");
    // A chain is not nested: it is filled, or told.
    let chained = format!("{{{{ {}1 }}}}", "1 + ".repeat(50_000));
    _ = crate::stack::deep(|| one(&chained, context! {}).is_ok());
}

#[test]
fn what_a_template_writes_or_doubles_has_an_end() {
    let writes = format!("{{% for a in range(100000) %}}{}{{% endfor %}}", "x".repeat(4_000));
    let told = one(&writes, context! {}).unwrap_err();
    assert!(told.contains("M505 Le modèle écrit plus"), "{told}");
    let doubles = "{% set ns = namespace(s='x') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}";
    assert!(one(doubles, context! {}).unwrap_err().contains("M505"));
    for many in [
        "{{ 'x' * 2000000000 }}",
        "{{ ([0] * 1000000000)|length }}",
        "{{ 'a\nb'|indent(2000000000) }}",
    ] {
        assert!(one(many, context! {}).unwrap_err().contains("M505"), "{many}");
    }
}
