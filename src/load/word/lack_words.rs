//! What is said of each thing that Word has and a text of the report has not: its name, and the gesture that mends it in Word.

use super::lacks::Lack;

impl Lack {
    /// What it is: one, several, and the next gesture.
    pub fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Lack::TextBox => (
                "zone de texte",
                "zones de texte",
                "Recopiez-en les mots dans un paragraphe du texte, puis supprimez la zone.",
            ),
            Lack::Shape => (
                "dessin de Word",
                "dessins de Word",
                "Enregistrez le dessin en image (clic droit, « Enregistrer en tant qu’image », PNG), insérez cette image à sa place et donnez-lui un texte de remplacement.",
            ),
            Lack::Chart => (
                "graphique de Word",
                "graphiques de Word",
                "Un graphique d’indicateur s’appelle par {{ graphique(\"identifiant\") }}, seul dans son paragraphe ; pour un autre, insérez-en une image avec son texte de remplacement.",
            ),
            Lack::Diagram => (
                "diagramme SmartArt",
                "diagrammes SmartArt",
                "Écrivez-le en liste ; ou enregistrez-le en image (clic droit), et insérez cette image avec son texte de remplacement.",
            ),
            Lack::Equation => (
                "équation",
                "équations",
                "Écrivez-la en toutes lettres dans la phrase, ou insérez-en une image avec son texte de remplacement.",
            ),
            Lack::Object => (
                "objet incorporé",
                "objets incorporés",
                "Recopiez ce qu’il montre en texte, en tableau de Word ou en image, puis supprimez-le.",
            ),
            Lack::Hidden => (
                "passage masqué",
                "passages masqués",
                "Affichez-le (sélectionnez tout, Police, décochez « Masqué »), puis supprimez ce qui ne doit pas être publié.",
            ),
            Lack::Struck => (
                "passage barré",
                "passages barrés",
                "Supprimez les mots barrés, ou ôtez le trait s’ils doivent être lus.",
            ),
            Lack::Merged => (
                "cellule fusionnée",
                "cellules fusionnées",
                "Fractionnez-la (Disposition du tableau, Fractionner les cellules), et écrivez dans chaque cellule ce qui lui revient.",
            ),
            Lack::TableInTable => (
                "tableau dans un tableau",
                "tableaux dans un tableau",
                "Faites-en un tableau à part, sous le premier.",
            ),
            Lack::Symbol => (
                "symbole d’une police de dessins",
                "symboles d’une police de dessins",
                "Écrivez un mot à sa place, ou un caractère ordinaire (→, ✓).",
            ),
            Lack::Form => (
                "champ de formulaire à remplir",
                "champs de formulaire à remplir",
                "Écrivez-y votre texte, ou supprimez-le.",
            ),
            Lack::Unwritten => (
                "champ que Word n’a pas encore calculé",
                "champs que Word n’a pas encore calculés",
                "Sélectionnez tout le texte (Ctrl + A), appuyez sur F9, enregistrez ; ou tapez le texte à sa place.",
            ),
            Lack::DropCap => (
                "lettrine",
                "lettrines",
                "Elle couperait le premier mot : ôtez-la (Insertion, Lettrine, Aucune).",
            ),
            Lack::Cropped => (
                "image rognée ou tournée dans Word",
                "images rognées ou tournées dans Word",
                "Elle serait montrée entière et droite : recadrez-la dans un logiciel d’image, puis insérez-la de nouveau. Si elle doit être montrée entière, cliquez dessus puis « Rétablir l’image ».",
            ),
            Lack::LinkedPicture => (
                "image liée, qui n’est pas dans le fichier",
                "images liées, qui ne sont pas dans le fichier",
                "Insérez l’image elle-même (Insertion, Images, Cet appareil) à la place du lien.",
            ),
            Lack::Unknown => (
                "élément que le programme ne sait pas lire",
                "éléments que le programme ne sait pas lire",
                "Recopiez-en les mots dans un paragraphe ordinaire, puis supprimez-le.",
            ),
            Lack::Coloured => (
                "passage en couleur ou surligné",
                "passages en couleur ou surlignés",
                "Si la couleur disait quelque chose, écrivez-le en mots.",
            ),
            Lack::Underlined => (
                "passage souligné",
                "passages soulignés",
                "Pour insister, mettez ces mots en gras ou en italique.",
            ),
            Lack::Capitals => (
                "passage en petites capitales, ou mis en capitales par Word",
                "passages en petites capitales, ou mis en capitales par Word",
                "Ils sont imprimés comme ils ont été tapés : tapez des capitales si elles comptent.",
            ),
            Lack::Raised => (
                "passage en exposant ou en indice",
                "passages en exposant ou en indice",
                "Il est imprimé sur la ligne : écrivez-le autrement s’il change de sens. Les chiffres seuls (m², CO₂) sont gardés.",
            ),
            Lack::PageBreak => (
                "saut de page ou de section",
                "sauts de page ou de section",
                "Les pages du rapport se coupent d’elles-mêmes.",
            ),
            Lack::Tabulation => (
                "tabulation dans une ligne",
                "tabulations dans une ligne",
                "Elle est imprimée comme un espace : pour aligner des nombres, faites un tableau.",
            ),
            Lack::Columns => (
                "passage en colonnes",
                "passages en colonnes",
                "Il est imprimé sur la largeur de la page.",
            ),
            Lack::Header => (
                "en-tête ou pied de page",
                "en-têtes ou pieds de page",
                "Le rapport a les siens. Ce qui doit être lu s’écrit dans le texte.",
            ),
            Lack::Contents => (
                "table des matières",
                "tables des matières",
                "Le rapport a la sienne, faite de ses titres.",
            ),
            Lack::Reference => (
                "renvoi à un endroit du document",
                "renvois à un endroit du document",
                "Ses mots sont imprimés, sans le lien : vérifiez qu’ils restent vrais dans le rapport.",
            ),
            Lack::PictureLink => (
                "lien porté par une image",
                "liens portés par une image",
                "Écrivez-le en mots, sous l’image.",
            ),
            Lack::TableAlternative => (
                "texte de remplacement d’un tableau",
                "textes de remplacement d’un tableau",
                "Le tableau est lu cellule par cellule, même à qui ne le voit pas : si ce texte ajoute quelque chose, écrivez-le dans un paragraphe.",
            ),
            Lack::Field => (
                "champ calculé par Word (date, numéro de page)",
                "champs calculés par Word (date, numéro de page)",
                "Ce que Word y a écrit la dernière fois est imprimé : vérifiez-le, ou tapez le texte à sa place.",
            ),
            Lack::Letters => (
                "élément de liste dont la marque n’est pas un simple nombre (a, i, 1.1, Article 1)",
                "éléments de liste dont la marque n’est pas un simple nombre (a, i, 1.1, Article 1)",
                "Ils sont imprimés 1, 2, 3 : vérifiez ce que le texte en dit (« au b »), et tapez en tête de l’élément les mots qui doivent être lus.",
            ),
            Lack::NumberedHeading => (
                "titre numéroté par Word",
                "titres numérotés par Word",
                "Il est imprimé sans son numéro, le rapport numérotant les siens : vérifiez ce que le texte en dit.",
            ),
            Lack::ListInCell => (
                "liste dans une cellule de tableau",
                "listes dans une cellule de tableau",
                "Ses éléments y sont imprimés l’un sous l’autre, avec un tiret.",
            ),
            Lack::Frame => (
                "tableau d’une seule cellule",
                "tableaux d’une seule cellule",
                "Ce qu’il contient est imprimé sans cadre.",
            ),
            Lack::Boxed => (
                "paragraphe encadré ou ombré",
                "paragraphes encadrés ou ombrés",
                "Il est imprimé comme les autres : si le cadre disait quelque chose, donnez à ce passage un titre, ou le style « Citation ».",
            ),
            Lack::EndNote => (
                "note de fin",
                "notes de fin",
                "Elle est imprimée en bas de sa page, comme une note de bas de page : vérifiez que le texte ne renvoie pas à la fin du document.",
            ),
            Lack::Headers => (
                "tableau qui répète plusieurs lignes d’en-tête",
                "tableaux qui répètent plusieurs lignes d’en-tête",
                "La première seule est un en-tête dans le rapport : réunissez-les en une ligne.",
            ),
            Lack::HeadingInCell => (
                "titre dans une cellule de tableau",
                "titres dans une cellule de tableau",
                "Il y est imprimé comme un paragraphe : s’il est un titre, sortez-le du tableau.",
            ),
            Lack::Automatic => (
                "texte de remplacement que Word a écrit lui-même",
                "textes de remplacement que Word a écrits lui-même",
                "Clic droit sur l’image, « Modifier le texte de remplacement » : écrivez en une phrase ce qu’elle montre à qui ne la voit pas.",
            ),
            Lack::BoldTitle => (
                "ligne en gras qui semble être un titre",
                "lignes en gras qui semblent être des titres",
                "Le gras n’en fait pas un titre pour qui écoute le rapport, ni dans le sommaire : si c’en est un, donnez-lui le style « Titre 1 » (Accueil, Styles), ou « Titre 2 » sous un autre.",
            ),
            Lack::TypedList => (
                "ligne de liste dont le signe est tapé à la main",
                "lignes de liste dont le signe est tapé à la main",
                "Elles ne sont pas une liste pour qui écoute le rapport : sélectionnez-les, ôtez les signes tapés, puis Accueil, « Puces » ou « Numérotation ».",
            ),
            Lack::TrackedLook => (
                "mise en forme suivie",
                "mises en forme suivies",
                "Elles ne changent aucun mot : le texte est lu tel qu’il se présente.",
            ),
        }
    }
}
