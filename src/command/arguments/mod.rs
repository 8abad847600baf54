//! The command line, declared: each command by its name in French with an English alias, its help and an example; what
//! each one takes is in `options`.

mod collection;
mod conversion;
mod import;
mod options;

use clap::{Parser, Subcommand};

pub use collection::{Collect, CollectCommand, Creation, Following, Reception};
pub use conversion::{ConversionTarget, ProjectConversion};
pub use import::Import;
pub use options::{
    Budget, BudgetCode, Build, Calendar, Check, Comparison, Completion, EditionCheck, Explanation, Footprint,
    Indicators, Manual, NewProject, ProjectChange, Renewal, Schema, Survey, Tagging,
};

/// The frame of every help page, in French.
const HELP: &str = "{about-with-newline}\nUtilisation : {usage}\n\n{all-args}{after-help}\n";

#[derive(Parser)]
#[command(
    name = "millesime",
    version,
    about = "Le rapport sur la situation en matière de développement durable, des tableurs au PDF accessible et archivable.",
    help_template = HELP,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    subcommand_help_heading = "Commandes\u{a0}",
    subcommand_value_name = "COMMANDE",
    next_help_heading = "Options\u{a0}",
    after_help = "\nPour commencer : millesime nouveau mon-rapport, puis millesime generer --projet mon-rapport\nCodes de retour : 0 fait ; 1 à corriger par l’auteur ; 2 échec de la machine."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Affiche cette aide [--help]
    #[arg(short = 'h', long = "aide", alias = "help", global = true, display_order = 100, help_heading = "Options\u{a0}", action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// Affiche la version
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[allow(
    rustdoc::broken_intra_doc_links,
    reason = "clap prints these texts: what stands in brackets is an English alias"
)]
#[derive(Subcommand)]
pub enum Command {
    /// Crée un projet qui se construit aussitôt [init]
    #[command(alias = "init", help_template = HELP, after_help = "\nExemple : millesime nouveau mon-rapport --nom Grenoble-Alpes")]
    Nouveau(NewProject),
    /// Cherche toutes les fautes, sans rien écrire [check]
    #[command(alias = "check", help_template = HELP, after_help = "\nExemple : millesime verifier --complet")]
    Verifier(Check),
    /// Produit le rapport, le contrôle et le publie dans output/ [build]
    #[command(alias = "build", help_template = HELP, after_help = "\nExemple : millesime generer --edition 2026 --officiel")]
    Generer(Build),
    /// Dit si une édition publiée est encore ce que dit son manifeste, et si elle peut être refaite [check-edition]
    #[command(alias = "check-edition", help_template = HELP, after_help = "\nExemple : millesime verifier-edition output/2026 --reconstruire")]
    VerifierEdition(EditionCheck),
    /// Compare deux éditions : indicateurs, valeurs, cibles, statuts, actions, textes, crédits, textes de loi [compare]
    #[command(alias = "compare", help_template = HELP, after_help = "\nExemple : millesime comparer 2026 2027")]
    Comparer(Comparison),
    /// Affiche chaque indicateur : dernière valeur, cible, méthode, statut [indicators]
    #[command(alias = "indicators", help_template = HELP, after_help = "\nExemple : millesime indicateurs --json")]
    Indicateurs(Indicators),
    /// Affiche ce que contiennent des fichiers budgétaires : TOTEM, CFU, SCDL, balance de la DGFiP
    #[command(help_template = HELP, after_help = "\nExemple : millesime budget budget-2026.xml compte-2025.csv --json")]
    Budget(Budget),
    /// Liste l’investissement exécuté qu’aucune table de cotation ne classe, du plus grand au plus petit [tagging]
    #[command(alias = "tagging", help_template = HELP, after_help = "\nExemple : millesime cotation --csv > a-coter.csv")]
    Cotation(Tagging),
    /// Calcule l’empreinte des équipements numériques de data/parc/, par type et par étape [footprint]
    #[command(alias = "footprint", help_template = HELP, after_help = "\nExemple : millesime empreinte --json")]
    Empreinte(Footprint),
    /// Affiche le rétroplanning, à rebours du vote du budget, et les règles du calendrier [calendar]
    #[command(alias = "calendar", help_template = HELP, after_help = "\nExemple : millesime calendrier --vote 2027-03-26 --ics rapport-2026.ics")]
    Calendrier(Calendar),
    /// Recueille les valeurs des services, par un classeur à chacun [collect]
    #[command(alias = "collect", help_template = HELP, subcommand_value_name = "ACTION", subcommand_help_heading = "Actions\u{a0}", disable_help_subcommand = true, after_help = "\nExemple : millesime collecter creer")]
    Collecter(Collect),
    /// Reconnaît un fichier que vous tenez déjà (G4IT, véhicules, achats, EcoIndex…), dit ce qu’il devient, puis l’écrit dans le projet [import]
    #[command(alias = "import", help_template = HELP, after_help = "\nExemple : millesime importer ~/Téléchargements/vehicules-2025.csv")]
    Importer(Import),
    /// Ouvre l’édition suivante : années, calendrier, actions closes, textes à relire, et ce qui est à faire, par service [renew]
    #[command(alias = "renew", help_template = HELP, after_help = "\nExemple : millesime reconduire 2027")]
    Reconduire(Renewal),
    /// Met le projet au format de cette version du logiciel, sans toucher à ce que vous avez écrit [upgrade]
    #[command(alias = "upgrade", help_template = HELP, after_help = "\nExemple : millesime mettre-a-jour --projet mon-rapport")]
    MettreAJour(ProjectChange),
    /// Écrit le projet comme un classeur, ou comme des fichiers YAML, à côté de ce qu’il est [convert]
    #[command(alias = "convert", help_template = HELP, after_help = "\nExemple : millesime convertir --vers classeur")]
    Convertir(ProjectConversion),
    /// Défait le dernier changement qu’une commande a fait dans le projet [undo]
    #[command(alias = "undo", help_template = HELP, after_help = "\nExemple : millesime annuler --projet mon-rapport")]
    Annuler(ProjectChange),
    /// Décrit en vingt lignes la machine et le dossier du projet, à coller dans un message d’aide [diagnose]
    #[command(alias = "diagnose", help_template = HELP, after_help = "\nExemple : millesime diagnostic --projet mon-rapport")]
    Diagnostic(Survey),
    /// Explique un message par son code, M306 par exemple : ce qu’il veut dire, un exemple, que faire [explain]
    #[command(alias = "explain", help_template = HELP, after_help = "\nExemple : millesime expliquer M306")]
    Expliquer(Explanation),
    /// Écrit les schémas JSON des fichiers YAML, pour l’aide à la saisie des éditeurs
    #[command(help_template = HELP, after_help = "\nExemple : millesime schema schemas/")]
    Schema(Schema),
    /// Écrit la complétion automatique de l’interpréteur de commandes [completions]
    #[command(alias = "completions", help_template = HELP, after_help = "\nExemple : millesime completion bash > millesime.bash")]
    Completion(Completion),
    /// Écrit les pages de manuel, une pour chaque commande [manual]
    #[command(alias = "manual", help_template = HELP, after_help = "\nExemple : millesime manuel man1/")]
    Manuel(Manual),
}
