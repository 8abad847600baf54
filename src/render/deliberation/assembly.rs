//! The name of an assembly in a sentence: « du Conseil métropolitain », « de l’Assemblée de Corse ».

/// First words of assemblies that are feminine.
const FEMININE: [&str; 4] = ["assemblée", "commission", "chambre", "collectivité"];

/// The assembly with its article.
pub struct Assembly<'a> {
    name: &'a str,
}

impl<'a> Assembly<'a> {
    pub fn new(name: &'a str) -> Self {
        Assembly { name }
    }

    /// `le Conseil métropolitain`.
    pub fn the(&self) -> String {
        self.with(["le ", "la ", "l’"])
    }

    /// `du Conseil métropolitain`.
    pub fn of(&self) -> String {
        self.with(["du ", "de la ", "de l’"])
    }

    /// `au Conseil métropolitain`.
    pub fn to(&self) -> String {
        self.with(["au ", "à la ", "à l’"])
    }

    /// A participle that agrees with it: `réuni`, `réunie`.
    pub fn agreed(&self, participle: &str) -> String {
        let ending = if FEMININE.contains(&self.first().as_str()) {
            "e"
        } else {
            ""
        };
        format!("{participle}{ending}")
    }

    fn first(&self) -> String {
        self.name.split_whitespace().next().unwrap_or_default().to_lowercase()
    }

    /// One of the forms: masculine, feminine, before a vowel.
    fn with(&self, forms: [&str; 3]) -> String {
        let first = self.first();
        let vowel = first.starts_with(['a', 'e', 'é', 'è', 'i', 'o', 'u', 'â', 'ê', 'î', 'ô']);
        let form = match (vowel, FEMININE.contains(&first.as_str())) {
            (true, _) => forms[2],
            (false, true) => forms[1],
            (false, false) => forms[0],
        };
        format!("{form}{}", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_follows_the_name() {
        let council = Assembly::new("Conseil métropolitain");
        assert_eq!(
            [council.the(), council.of(), council.to()],
            [
                "le Conseil métropolitain",
                "du Conseil métropolitain",
                "au Conseil métropolitain"
            ]
        );
        let assembly = Assembly::new("Assemblée de Corse");
        assert_eq!(
            [assembly.the(), assembly.of(), assembly.to()],
            [
                "l’Assemblée de Corse",
                "de l’Assemblée de Corse",
                "à l’Assemblée de Corse"
            ]
        );
        assert_eq!([council.agreed("réuni"), assembly.agreed("réuni")], ["réuni", "réunie"]);
        assert_eq!(
            Assembly::new("Commission permanente").of(),
            "de la Commission permanente"
        );
    }
}
