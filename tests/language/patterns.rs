//! The ways in which articles say who speaks, pattern by pattern.
//!
//! In each line `[…]` is the mention of a speaker and `{…}` the reporting words, which must be found beside
//! some quotation; `⏎` starts a paragraph. After `=>` stand the canonical speakers of the quotations in order:
//! `-` for nobody known by name, `?` for whoever. A line that ends in `=>` has no quotation.

use super::{analyse, document};
use exergue::mark::{Analysis, Confidence, Quotation, QuotationKind};
use exergue::text::Span;

/// A line without its marks, and what they mark.
#[derive(Debug, Default)]
struct Line {
    text: String,
    speakers: Vec<Span>,
    cues: Vec<Span>,
    names: Option<Vec<String>>,
}

impl Line {
    fn new(line: &str) -> Self {
        let (marked, names) = match line.split_once("=>") {
            Some((marked, names)) => (marked, Some(names)),
            None => (line, None),
        };
        let list = |names: &str| {
            names.split(';').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
        };
        let mut read = Self { names: names.map(list), ..Self::default() };
        let (mut speaker, mut cue) = (0, 0);
        for letter in marked.trim_end().chars() {
            let here = read.text.len();
            match letter {
                '[' => speaker = here,
                ']' => read.speakers.push(Span::new(speaker, here)),
                '{' => cue = here,
                '}' => read.cues.push(Span::new(cue, here)),
                '⏎' => read.text.push('\n'),
                _ => read.text.push(letter),
            }
        }
        read
    }

    /// What is wrong with the analysis of the line.
    fn faults(&self, analysis: &Analysis) -> Vec<String> {
        let found = analysis.quotations.items();
        let name =
            |quotation: &Quotation| quotation.speaker.as_ref().and_then(|speaker| speaker.name.clone());
        let says = |at: Span, quotation: &Quotation| {
            let mention = quotation.speaker.as_ref().and_then(|speaker| speaker.mention);
            let named = || name(quotation).is_some_and(|name| name.ends_with(at.of(&self.text)));
            mention.is_some_and(|mention| mention.overlap(at).is_some()) || named()
        };
        let reports =
            |at: Span, quotation: &Quotation| quotation.cue.is_some_and(|cue| cue.overlap(at).is_some());
        let mut faults = Vec::new();
        let unfound = self.speakers.iter().filter(|&&at| !found.iter().any(|quotation| says(at, quotation)));
        faults.extend(unfound.map(|at| format!("`{}` does not speak", at.of(&self.text))));
        let unfound = self.cues.iter().filter(|&&at| !found.iter().any(|quotation| reports(at, quotation)));
        faults.extend(unfound.map(|at| format!("`{}` does not report", at.of(&self.text))));
        let Some(names) = &self.names else { return faults };
        if names.len() != found.len() {
            faults.push(format!("{} quotations", found.len()));
        }
        for (wanted, quotation) in names.iter().zip(found) {
            let name = name(quotation).unwrap_or_else(|| "-".to_owned());
            if wanted != "?" && *wanted != name {
                faults.push(format!("{} is said by {name}", quotation.span.of(&self.text)));
            }
        }
        faults
    }
}

pub(super) fn check(lines: &[&str]) {
    let faults = |line: &&str| {
        let line = Line::new(line);
        let analysis = analyse(&document(&line.text));
        let faults = line.faults(&analysis);
        if faults.is_empty() { None } else { Some(format!("{}\n    {}", line.text, faults.join("\n    "))) }
    };
    let wrong: Vec<String> = lines.iter().filter_map(faults).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_verb_and_its_pronoun_follow() {
    check(&[
        "[Claire Denoual] est arrivée mardi. « Nous partirons demain », {a-t-elle déclaré}. => Claire Denoual",
        "Le maire, [Paul Vasseur], a reçu les habitants. « Rien n’est décidé », {assure-t-il}. => Paul Vasseur",
        "[Hugo Lambert] ne décolère pas. « C’est une honte ! » {s’est-il exclamé}. => Hugo Lambert",
        "[Hugo Lambert] a été interrogé hier. « Je n’ai rien vu », {lui a-t-il répondu}. => Hugo Lambert",
        "La romancière [Nina Ferrand] était présente. « J’écris la nuit », {a-t-elle également confié} au public. => Nina Ferrand",
        "[Marc Delaunay] a pris la parole. « Il faut agir », {a-t-il ensuite ajouté}. => Marc Delaunay",
        "[Marc Delaunay] a pris la parole. « Il faut agir… », {lâcha-t-il} dans un souffle. => Marc Delaunay",
        "[Marc Delaunay] a pris la parole. « Que faire ? », {se demandait-il} encore lundi. => Marc Delaunay",
        "Pour [Sophie Grandjean], tout est à refaire. « Nous avons échoué », {reconnaîtra-t-elle} plus tard. => Sophie Grandjean",
        "[Sophie Grandjean] dirige le club. « On ne lâchera rien », {aurait-elle promis} à ses joueuses. => Sophie Grandjean",
        "[Sophie Grandjean] dirige le club. « On ne lâchera rien », {avait-elle pourtant promis}. => Sophie Grandjean",
        "[Sophie Grandjean] dirige le club. « On ne lâchera rien », {n’a-t-elle cessé de répéter}. => Sophie Grandjean",
        "Le ministre [Alain Mercier] a tranché. « La loi sera votée », {a-t-il, pour sa part, affirmé}. => Alain Mercier",
        "Le ministre [Alain Mercier] a tranché. « La loi sera votée cet été », {a-t-il mardi martelé} devant la presse. => Alain Mercier",
        "Les deux frères ont été entendus. « Nous dormions », {ont-ils soutenu} devant le juge. => -",
        "« Le dossier est clos », {fait-on savoir} au ministère. => -",
        "[Julie Carpentier] a gagné. « Je suis heureuse », {dit-elle en souriant}, la médaille au cou. => Julie Carpentier",
    ]);
}

#[test]
fn the_verb_and_its_subject_follow() {
    check(&[
        "« Nous partirons demain », {a déclaré} [Claire Denoual]. => Claire Denoual",
        "« Nous partirons demain », {a déclaré} mardi [Claire Denoual], la présidente du groupe. => Claire Denoual",
        "« Nous partirons demain », {a déclaré} devant les députés [le ministre Alain Mercier]. => Alain Mercier",
        "« Rien n’est joué », {explique} [M. Lambert], qui dirige l’usine. => Lambert",
        "« Rien n’est joué », {ajoute} [le procureur de Nantes]. => -",
        "« Rien n’est joué », {lui a répondu} [Mme Carpentier]. => Carpentier",
        "« Rien n’est joué ! » {s’est exclamé} [Hugo Lambert]. => Hugo Lambert",
        "« Rien n’est joué… », {soupire} [Hugo Lambert]. => Hugo Lambert",
        "« Rien n’est joué », {aurait confié} à des proches [Hugo Lambert]. => Hugo Lambert",
        "« Rien n’est joué », {avait prévenu} dès septembre [Hugo Lambert]. => Hugo Lambert",
        "« Rien n’est joué », {martela} [Hugo Lambert] à la tribune. => Hugo Lambert",
        "« Rien n’est joué », {martèlera} encore [Hugo Lambert] le lendemain. => Hugo Lambert",
        "« Rien n’est joué », {écrivit} [l’historien Marcel Prévost] en 1921. => Marcel Prévost",
        "« La grève continue », {ont annoncé} [les syndicats]. => -",
        "« La grève continue », {ont annoncé} jeudi dans un communiqué commun [la CGT et FO]. => ?",
        "« La grève continue », {a fait savoir} [la direction]. => -",
        "« Le prix a doublé », {constate} [Rachid Benali, boulanger à Rennes]. => Rachid Benali",
        "« Le prix a doublé », {regrette} de son côté [Rachid Benali]. => Rachid Benali",
        "« Le prix a doublé », {s’inquiète}, lui, [Rachid Benali]. => Rachid Benali",
        "« Le prix a doublé », {estime} pour sa part [l’économiste Julie Carpentier]. => Julie Carpentier",
        "« Est-ce bien raisonnable ? », {interroge} [une mère de famille]. => -",
        "« Personne n’est venu », {raconte} [un témoin] qui souhaite rester anonyme. => -",
        "« Le texte est prêt », {indique-t-on} à Matignon. => -",
        "« C’est fini », {ont lâché} [Marc Delaunay et Sophie Grandjean] en quittant la salle. => -",
        "« C’est fini », {tweete} [l’ancien président François Kessler]. => François Kessler",
        "« C’est une victoire », {s’est félicitée} sur RTL [la députée Nina Ferrand]. => Nina Ferrand",
        "« C’est une victoire », {a renchéri} au micro de France Inter [Nina Ferrand]. => Nina Ferrand",
        "« C’est une victoire », {commente} auprès de l’AFP [Nina Ferrand]. => Nina Ferrand",
    ]);
}

#[test]
fn a_clause_of_its_own_names_the_speaker() {
    check(&[
        "« Nous partirons demain », [Claire Denoual] {a déclaré}. => Claire Denoual",
        "Le pays est, comme l’{a dit} [Claire Denoual], « au bord du gouffre ». => Claire Denoual",
        "Le pays est « au bord du gouffre », comme l’{a dit} [Claire Denoual]. => Claire Denoual",
        "C’est « un vrai problème », ainsi que [Marc Delaunay] le {souligne}. => Marc Delaunay",
        "C’est « un vrai problème », ainsi que le {rappelle} [Marc Delaunay]. => Marc Delaunay",
        "Comme le {résume} [Julie Carpentier], « tout est dit ». => Julie Carpentier",
        "Comme l’{écrivait} [Victor Hugo], « la forme, c’est le fond qui remonte à la surface ». => Victor Hugo",
        "Comme [Marc Delaunay] l’{expliquait} en mars, « le marché est mûr ». => Marc Delaunay",
        "« Le marché est mûr », comme l’{expliquait} en mars [Marc Delaunay]. => Marc Delaunay",
        "« Le marché est mûr », comme aime à le {répéter} [Marc Delaunay]. => Marc Delaunay",
        "Il s’agit, {dit} [Marc Delaunay], d’une « chance historique ». => Marc Delaunay",
        "Il s’agit, [il] le {répète}, d’une « chance historique ». => ?",
        "« Le marché est mûr », [il] {insiste}. => ?",
        "Le projet, {affirme} [la ministre Sophie Grandjean], est « irréversible ». => Sophie Grandjean",
    ]);
}

#[test]
fn words_before_lead_to_the_quotation() {
    check(&[
        "[Claire Denoual] {a déclaré} : « Nous partirons demain. » => Claire Denoual",
        "[Claire Denoual], maire de Vernay, {a déclaré} : « Nous partirons demain. » => Claire Denoual",
        "[Claire Denoual], qui préside la région depuis 2015, {a noté} que les travaux étaient « en bonne voie ». => Claire Denoual",
        "[La maire de Vernay, Claire Denoual], {a souligné} la nécessité d’une « réponse forte ». => Claire Denoual",
        "[M. Lambert] {a insisté} sur « l’urgence absolue » de la réforme. => Lambert",
        "[Le ministre de l’Intérieur], interrogé mardi, {a répondu} : « Je ne commente pas. » => -",
        "Interrogé par la presse, [Hugo Lambert] {a répondu} : « Je ne commente pas. » => Hugo Lambert",
        "Dans une lettre ouverte, [les médecins] {dénoncent} un « abandon programmé ». => -",
        "[Le groupe Valmont] {précise} que le site restera « pleinement opérationnel ». => Valmont",
        "[L’association Terre d’Accueil] {déplore} « un recul sans précédent ». => ?",
        "[Elle] {a ajouté} : « C’est mon dernier mot. » => ?",
        "[Ils] {affirment} avoir été « traités comme des criminels ». => -",
        "[Le porte-parole du gouvernement] {a évoqué} une situation « très préoccupante ». => -",
        "[Marc Delaunay et Sophie Grandjean] {ont dénoncé} « un coup de force ». => -",
        "[Nina Ferrand] {écrivait} alors : « Le monde change. » => Nina Ferrand",
        "[Nina Ferrand] {écrira} plus tard qu’elle s’était sentie « trahie ». => Nina Ferrand",
        "[Nina Ferrand] {aurait qualifié} le projet de « folie ». => Nina Ferrand",
        "[Nina Ferrand] {parle de} « folie ». => Nina Ferrand",
        "[Nina Ferrand] {lança} : « Vous n’aurez rien ! » => Nina Ferrand",
        "[Nina Ferrand] lui {lança} alors, furieuse : « Vous n’aurez rien ! » => Nina Ferrand",
        "[Nina Ferrand], à la tête du parti depuis un an, {a promis} de « tout changer ». => Nina Ferrand",
        "À la sortie du tribunal, [son avocat, Me Rachid Benali], {a dénoncé} « une parodie de justice ». => Rachid Benali",
    ]);
}

#[test]
fn a_participle_has_the_subject_of_its_sentence() {
    check(&[
        "[Claire Denoual] a reçu les élus, {plaidant pour} « une gestion de proximité ». => Claire Denoual",
        "[Marc Delaunay] a conclu en {affirmant} que « rien ne serait plus comme avant ». => Marc Delaunay",
        "[Marc Delaunay] a quitté la réunion, {estimant} que « le compte n’y était pas ». => Marc Delaunay",
        "[La présidente du club] a démissionné, {dénonçant} « un climat délétère ». => -",
        "{Évoquant} « un choc », [Hugo Lambert] a fondu en larmes. => Hugo Lambert",
        "[Hugo Lambert] a fondu en larmes, {évoquant} « un choc ». => Hugo Lambert",
        "{Assurant} n’avoir « rien à cacher », [Hugo Lambert] a ouvert ses comptes. => Hugo Lambert",
        "[Le syndicat] a appelé à la grève, {réclamant} « des moyens, pas des mots ». => -",
        "[Sophie Grandjean] s’est emportée, {accusant} ses adversaires de « jouer avec le feu ». => Sophie Grandjean",
        "[Sophie Grandjean] a défendu son bilan, tout en {reconnaissant} « des erreurs ». => Sophie Grandjean",
        "[Julie Carpentier], {expliquant} « ne plus pouvoir travailler », a rendu son mandat. => Julie Carpentier",
        "[L’entreprise] a réagi, {rappelant} que « la sécurité est la priorité ». => -",
        "« Tout va bien », {répète} [Paul Vasseur], {ajoutant} que « la saison sera belle ». => Paul Vasseur; Paul Vasseur",
        "« C’est une erreur », a lancé [Paul Vasseur], {qualifiant} la mesure de « gadget ». => Paul Vasseur; Paul Vasseur",
        "[Paul Vasseur] s’est dit « confiant ». => Paul Vasseur",
    ]);
}

#[test]
fn a_source_is_named_by_selon_and_its_like() {
    check(&[
        "{Selon} [Claire Denoual], « le risque est réel ». => Claire Denoual",
        "{Selon} [la préfecture], « deux personnes ont été blessées ». => -",
        "« Le risque est réel », {selon} [Claire Denoual]. => Claire Denoual",
        "Le risque est « réel », {selon} [le chercheur Paul Vasseur]. => Paul Vasseur",
        "{D’après} [Paul Vasseur], « la décrue est lente ». => Paul Vasseur",
        "{D’après} [un rapport de l’Insee], « la décrue est lente ». => ?",
        "{Pour} [Paul Vasseur], « la décrue est lente ». => Paul Vasseur",
        "{Pour} [ce médecin de campagne], « la décrue est lente ». => -",
        "{Aux yeux de} [Nina Ferrand], c’est « une trahison ». => Nina Ferrand",
        "{De l’avis de} [Nina Ferrand], c’est « une trahison ». => Nina Ferrand",
        "C’est « une trahison » {pour} [l’opposition]. => -",
        "[Nina Ferrand] est revenue sur l’affaire. {Selon elle}, c’est « une trahison ». => Nina Ferrand",
        "[Nina Ferrand] est revenue sur l’affaire. Ce serait, {selon elle}, « une trahison ». => Nina Ferrand",
        "{Selon les mots de} [Nina Ferrand], ce serait « une trahison ». => Nina Ferrand",
        "{Selon} [M. Vasseur], « ce n’est pas fini ». => Vasseur",
        "{Selon} [le directeur de l’hôpital, Hugo Lambert], « les urgences sont pleines ». => Hugo Lambert",
        "{Selon} [une source proche du dossier], il y aurait « plusieurs suspects ». => -",
        "« Les urgences sont pleines », {d’après} [le directeur de l’hôpital]. => -",
    ]);
}

#[test]
fn a_split_quotation_has_one_speaker() {
    check(&[
        "« Le projet est mort », {a-t-il noté}. « Il faut passer à autre chose. » => -; -",
        "« Le projet est mort, {a noté} [Paul Vasseur]. Il faut passer à autre chose. » => Paul Vasseur",
        "« Le projet est mort », {a noté} [Paul Vasseur]. « Il faut passer à autre chose. » => Paul Vasseur; Paul Vasseur",
        "« Le projet », {dit} [Paul Vasseur], « est mort ». => Paul Vasseur; Paul Vasseur",
        "« Le projet est mort », {soupire} [Nina Ferrand], qui suit le dossier depuis dix ans, « et personne ne le pleure ». => Nina Ferrand; Nina Ferrand",
        "« Le projet est mort ! », {s’emporte} [Nina Ferrand] avant d’ajouter : « Et c’est tant mieux. » => Nina Ferrand; Nina Ferrand",
        "« Le projet est mort », {a déclaré} mardi [Nina Ferrand] devant la presse. « Nous tournons la page », a-t-elle ajouté. => Nina Ferrand; Nina Ferrand",
        "« C’est trop tôt », {juge} [Nina Ferrand], évoquant « un pari ». => Nina Ferrand; Nina Ferrand",
        "« Non, {répond} [le ministre], c’est trop tôt. » => -",
        "« C’est, {a-t-elle dit}, une folie. » => -",
        "« C’est une folie, {tonne} [l’ancien maire Marc Delaunay], et je pèse mes mots. » => Marc Delaunay",
        "« Qu’avons-nous fait ? {s’est interrogée} [Julie Carpentier]. Rien. » => Julie Carpentier",
    ]);
}

#[test]
fn headings_name_who_speaks() {
    check(&[
        "[Claire Denoual] : « Nous partirons demain » => Claire Denoual",
        "« Nous partirons demain » ([Claire Denoual]) => Claire Denoual",
        "« Nous partirons demain » — [Claire Denoual] => Claire Denoual",
        "« Nous partirons demain », [Claire Denoual], maire de Vernay => Claire Denoual",
        "[Claire Denoual], maire de Vernay : « Nous partirons demain » => Claire Denoual",
        "Transports : « Nous partirons demain », {promet} [Claire Denoual] => Claire Denoual",
        "Pour [Claire Denoual], « il faut partir » => Claire Denoual",
        "« Nous partirons demain » : [Claire Denoual] répond aux critiques => Claire Denoual",
    ]);
}

#[test]
fn pronouns_and_roles_stand_for_somebody_named() {
    check(&[
        "Le préfet Paul Vasseur a reçu Claire Denoual. « Nous avons tout entendu », {a-t-elle dit}. => Claire Denoual",
        "Claire Denoual a reçu la presse.⏎« Je reste », {a-t-elle lancé}. => Claire Denoual",
        "Paul Vasseur a critiqué Claire Denoual. « Elle ment », {a-t-il accusé}. => Paul Vasseur",
        "Claire Denoual, maire de Vernay, a reçu la presse. [La maire] {a promis} « un plan ». => Claire Denoual",
        "Paul Vasseur et Claire Denoual étaient là. [Ce dernier] {a parlé} d’un « échec ». => ?",
        "Le directeur Paul Vasseur est parti. « Je suis fatigué », {a confié} [l’ancien footballeur]. => Paul Vasseur",
        "Hugo Lambert, 34 ans, est venu seul. « J’ai perdu », {souffle} [le trentenaire]. => Hugo Lambert",
        "Le groupe Valmont ferme une usine. [Le groupe] {promet} « des reclassements ». => Valmont",
        "L’association Les Amis du Parc a porté plainte. « C’est un scandale », {dénonce} [l’association]. => ?",
        "La société Cordelia a réagi. [L’entreprise] {parle} d’un « malentendu ». => Cordelia",
        "« C’est fini », {dit} [Paul Vasseur]. Claire Denoual n’est pas d’accord. « Tout commence », {répond-elle}. => Paul Vasseur; Claire Denoual",
        "« C’est fini », {dit} [Paul Vasseur].⏎« Nous allons partir demain matin avec toute l’équipe. » => Paul Vasseur; Paul Vasseur",
        "« C’est fini », {dit} [Paul Vasseur]. « Vraiment fini. »⏎« Et personne ne reviendra jamais ici », {ajoute-t-il}. => Paul Vasseur; Paul Vasseur; Paul Vasseur",
        "Paul Vasseur préside le club. Il a aussi joué avec Marc Delaunay. « Un ami », {sourit-il}. => Paul Vasseur",
        "Le club de Paul Vasseur a perdu. « On a mal joué », {reconnaît} [le président]. => ?",
        "Interrogée par Marc Delaunay, [Claire Denoual] {a répondu} : « Pas maintenant. » => Claire Denoual",
        "Le sénateur Marc Delaunay a voté contre. [L’élu] {regrette} « un texte bâclé ». => Marc Delaunay",
        "La romancière Nina Ferrand publie son journal. [L’autrice] y {évoque} « des années de silence ». => Nina Ferrand",
    ]);
}

#[test]
fn turns_of_a_dialogue_have_their_speakers() {
    check(&[
        "Claire Denoual et Paul Vasseur étaient assis face à face.⏎— Tu viens ? {demanda} [Claire].⏎— Non, {répondit} [Paul].⏎— Pourquoi ?⏎— Parce que je suis fatigué. => Claire Denoual; Paul Vasseur; Claire Denoual; Paul Vasseur",
        "Claire Denoual et Paul Vasseur étaient assis face à face.⏎— Tu viens, Paul ?⏎— Non, {dit-il} en riant. => Claire Denoual; Paul Vasseur",
        "— Oui, {fit-elle}. => -",
        "— Entrez donc, {lança} [Nina Ferrand], et fermez la porte ! => Nina Ferrand",
    ]);
}

#[test]
fn whoever_answers_says_i() {
    check(&[
        "Entretien avec Claire Denoual.⏎Le Monde : Que répondez-vous ?⏎C. D. : [Je] leur {ai répondu} : « Cherchez encore. » => Claire Denoual",
        "Entretien avec Claire Denoual.⏎CD : [Nous] {avons dit} « non » à tout le monde. => Claire Denoual",
        "Claire Denoual. — [J’]{ai toujours dit} que c’était « une folie ». => Claire Denoual",
    ]);
}

#[test]
fn complements_and_asides_do_not_hide_the_speaker() {
    check(&[
        "« On ne va pas se mentir », {attaque} d’entrée [Nina Ferrand], la voix posée. => Nina Ferrand",
        "« C’était un autre temps », {se souvient} [Marcel Prévost], 92 ans. => Marcel Prévost",
        "« Il fallait le voir », {se rappelle} encore [sa fille, Julie Carpentier]. => Julie Carpentier",
        "[Julie Carpentier] {se félicite} d’« un accord équilibré ». => Julie Carpentier",
        "[Julie Carpentier] {s’est réjouie} d’« un accord équilibré ». => Julie Carpentier",
        "[Le ministre] {a annoncé} vouloir « aller vite ». => -",
        "Le texte, que [Marc Delaunay] {juge} « mal ficelé », sera revu. => Marc Delaunay",
        "Le texte, {jugé} « mal ficelé » par [Marc Delaunay], sera revu. => Marc Delaunay",
        "La réforme est {qualifiée} de « gadget » par [la CGT]. => CGT",
        "« Trop cher », {tranche} [Hugo Lambert]. => Hugo Lambert",
        "« Trop cher ! », {tempête} [Hugo Lambert]. => Hugo Lambert",
        "« J’attends », {écrit-elle} sur X. => -",
        "Dans un tweet, [Nina Ferrand] {a dénoncé} « une honte ». => Nina Ferrand",
        "Contacté par nos soins, [le cabinet du maire] {n’a pas souhaité} commenter « une affaire en cours ». => ?",
        "Sur BFM TV, [Marc Delaunay] {a estimé} dimanche que la loi était « inapplicable ». => Marc Delaunay",
        "« La loi est inapplicable », {a estimé} dimanche sur BFM TV [Marc Delaunay]. => Marc Delaunay",
        "« La loi est inapplicable », {a estimé}, dimanche, [Marc Delaunay]. => Marc Delaunay",
        "« Nous avons peur », {disent} en chœur [les riverains]. => -",
        "« Nous avons peur », {témoigne} [Fatima, mère de trois enfants]. => Fatima",
        "« Nous avons peur », {témoigne} [Fatima Haddad, mère de trois enfants]. « Et personne ne vient. » => Fatima Haddad; Fatima Haddad",
        "Et [Marc Delaunay] d’{ajouter} : « Nous verrons. » => Marc Delaunay",
        "Et [le maire] de {conclure} : « Nous verrons. » => -",
        "« Nous verrons », {conclut-il}, avant de filer. => -",
        "« Nous verrons », {glisse-t-on} dans son entourage. => -",
    ]);
}

#[test]
fn titles_of_works_are_no_quotations() {
    check(&[
        "Son dernier roman, « Les Heures grises », a paru en mars. =>",
        "Le film « La Grande Traversée » a été primé. =>",
        "La série télévisée « Les Voisins » revient. =>",
        "« La Traversée », documentaire de Nina Ferrand, a ému la salle. =>",
        "Elle a joué dans « Le Bal des ombres » et dans un téléfilm. =>",
    ]);
}

#[test]
fn english_attributions_follow() {
    check(&[
        "“We will leave tomorrow,” [Claire Denholm] {said}. => Claire Denholm",
        "“We will leave tomorrow,” {said} [Claire Denholm]. => Claire Denholm",
        "“We will leave tomorrow,” {said} [Claire Denholm], the company’s chief executive. => Claire Denholm",
        "“We will leave tomorrow,” [Claire Denholm, the mayor of Vernon], {said}. => Claire Denholm",
        "“We will leave tomorrow,” [Sen. Claire Denholm (D-Mo.)] {said} on Tuesday. => Claire Denholm",
        "“We will leave tomorrow,” {said} [engineer Idris Benali]. => Idris Benali",
        "“We will leave tomorrow,” {said} [local shopkeeper Idris Benali]. => Idris Benali",
        "“We will leave tomorrow,” {says} [Mr. Benali]. => Benali",
        "“We will leave tomorrow,” {said} [the mayor]. => -",
        "“We will leave tomorrow!” {shouted} [a man in the back row]. => -",
        "“Who will pay?” {asked} [Judge Helen Marsh]. => Helen Marsh",
        "“Who will pay?” [she] {asked}. => -",
        "“Who will pay…” [Helen Marsh] {wondered} aloud. => Helen Marsh",
        "“The numbers are up,” [the agency] {had warned} in May. => -",
        "“The numbers are up,” [the Treasury Department] {had been saying} for months. => ?",
        "“The numbers are up,” [Marsh] {would later write}. => ?",
        "“The numbers are up,” [Helen Marsh and Tom Okafor] {wrote} in a joint letter. => ?",
        "“The numbers are up,” [officials] {said}. => -",
        "“The numbers are up,” {said} [one of the officials]. => -",
        "“The numbers are up,” {according to} [Tom Okafor]. => Tom Okafor",
        "“The numbers are up,” {said} [Tom Okafor, who runs the plant]. => Tom Okafor",
        "“The numbers are up,” [Tom Okafor, who runs the plant], {said}. => Tom Okafor",
        "“The numbers are up,” [Okafor] {told} reporters on Monday. => ?",
        "“The numbers are up,” [Okafor] {is quoted as saying}. => ?",
        "“The numbers are up,” [a spokesman for the ministry] {said}. => -",
        "“The numbers are up,” [a spokeswoman for Halden Foods, Mary Quinn], {said}. => Mary Quinn",
        "“The numbers are up,” {added} [Quinn, 45, a nurse from Leeds]. => Quinn",
        "“The numbers are up,” {tweeted} [former president Adam Kessler]. => Adam Kessler",
    ]);
}

#[test]
fn english_words_before_lead_to_the_quotation() {
    check(&[
        "[Claire Denholm] {said}: “We will leave tomorrow.” => Claire Denholm",
        "[Claire Denholm] {said}, “We will leave tomorrow.” => Claire Denholm",
        "[Claire Denholm] {told} the committee that the plan was “dead on arrival.” => Claire Denholm",
        "[Claire Denholm] {called} it “dead on arrival.” => Claire Denholm",
        "[Claire Denholm] {has repeatedly described} the plan as “dead on arrival.” => Claire Denholm",
        "[Claire Denholm, who chairs the committee], {called} it “dead on arrival.” => Claire Denholm",
        "[The ministry] {said} in a statement that it was “deeply concerned.” => -",
        "[Halden Foods] {said} it was “deeply concerned.” => ?",
        "In a letter to staff, [Tom Okafor] {wrote}: “We failed you.” => Tom Okafor",
        "Asked about the delay, [Tom Okafor] {replied}: “No comment.” => Tom Okafor",
        "Speaking to reporters on Monday, [Okafor] {insisted} that “nobody is above the law.” => ?",
        "[He] {added}: “Nobody is above the law.” => -",
        "[They] {had complained} of “a total lack of respect.” => -",
        "[The judge] ruled and then {told} the court: “This is not a game.” => -",
        "[Mary Quinn] {was saying} that “things are bad.” => Mary Quinn",
        "[Mary Quinn] {had said} that “things are bad.” => Mary Quinn",
        "[Mary Quinn’s lawyer] {denied} “any wrongdoing.” => -",
        "[Tom Okafor and Mary Quinn] {argued} that the law was “a blunt tool.” => ?",
        "[Critics] {say} the bill is “a giveaway.” => -",
        "[The mayor, Helen Marsh], {warned} of “a long winter.” => Helen Marsh",
        "[Mayor Helen Marsh] {warned} of “a long winter.” => Helen Marsh",
        "“This is,” [Helen Marsh] {said}, “a long winter.” => Helen Marsh; Helen Marsh",
    ]);
}

#[test]
fn an_english_participle_has_the_subject_of_its_sentence() {
    check(&[
        "[Claire Denholm] resigned on Friday, {saying} “the time has come.” => Claire Denholm",
        "[Claire Denholm] attacked the plan, {calling} it “a disgrace.” => Claire Denholm",
        "{Calling} it “a disgrace,” [Claire Denholm] attacked the plan. => Claire Denholm",
        "[The union] walked out, {accusing} managers of “bad faith.” => -",
        "[Tom Okafor] voted against it, {arguing} that “nobody had read the bill.” => Tom Okafor",
        "[She] left early, {complaining} of “noise.” => -",
        "[Halden Foods] cut its forecast, {citing} “a lasting shift in taste.” => ?",
        "“It is over,” said [Tom Okafor], {adding} that “nobody will miss it.” => Tom Okafor; Tom Okafor",
        "[Mary Quinn] opened the meeting by {thanking} “everyone who stayed.” => Mary Quinn",
        "[Mary Quinn], {describing} the night as “a nightmare,” wept. => Mary Quinn",
    ]);
}

#[test]
fn english_sources_are_named_by_according_to_and_its_like() {
    check(&[
        "{According to} [Tom Okafor], “nobody had read the bill.” => Tom Okafor",
        "The plan was “dead,” {according to} [Tom Okafor]. => Tom Okafor",
        "{According to} [the report], the plant was “an accident waiting to happen.” => -",
        "{According to} [a person familiar with the matter], the talks were “tense.” => -",
        "The talks were “tense,” {according to} [two people familiar with the matter]. => -",
        "{In the words of} [Mary Quinn], it was “a circus.” => Mary Quinn",
        "It was, as [Mary Quinn] {put it}, “a circus.” => Mary Quinn",
        "As [Mary Quinn] {put it}: “It was a circus.” => Mary Quinn",
        "{For} [Mary Quinn], it was “a circus.” => Mary Quinn",
        "{To} [Mary Quinn], it was “a circus.” => ?",
        "{According to} [him], it was “a circus.” => -",
    ]);
}

#[test]
fn a_split_english_quotation_has_one_speaker() {
    check(&[
        "“It is over,” [Tom Okafor] {said}. “We lost.” => Tom Okafor; Tom Okafor",
        "“It is,” [he] {said}, “over.” => -; -",
        "“It is over.” [She] {adds}, “We lost, and it hurts.” => -; -",
        "“Is it over?” [Mary Quinn] {asked}. “Tell me.” => Mary Quinn; Mary Quinn",
        "“It is over,” {said} [Tom Okafor], the coach. “We lost, and it hurts. We will be back.” => Tom Okafor; Tom Okafor",
        "“It is over,” [the coach, Tom Okafor], {said} after the match. “We lost.” => Tom Okafor; Tom Okafor",
        "[Tom Okafor] was blunt. “It is over.” => Tom Okafor",
        "[Tom Okafor] did not hide his anger. “They lied to us for ten years.” => Tom Okafor",
        "“It is over,” [Mary Quinn] {said}. Tom Okafor disagreed. “It has only begun,” he said. => Mary Quinn; Tom Okafor",
        "[Tom Okafor] praised Mary Quinn. “She is the best of us,” he {said}. => Tom Okafor",
        "[Mary Quinn] met Tom Okafor on Monday. “He was very kind,” she {said}. => Mary Quinn",
    ]);
}

#[test]
fn english_pronouns_and_roles_stand_for_somebody_named() {
    check(&[
        "Claire Denholm met Tom Okafor on Monday. “He was very kind,” she {said}. => Claire Denholm",
        "Tom Okafor, the mayor, met reporters. “We are ready,” [the mayor] {said}. => Tom Okafor",
        "Tom Okafor, a Brazilian coach, came late. “We are ready,” [the Brazilian] {said}. => Tom Okafor",
        "The Grantham Museum has reopened. [The museum] {said} it was “delighted.” => Grantham Museum",
        "The Harbor Institute published a report. “Nothing has changed,” [the institute] {wrote}. => Harbor Institute",
        "“It is over,” {said} [Tom Okafor].⏎“Nobody will come back after this year,” he {added}. => Tom Okafor; Tom Okafor",
        "Mary Quinn and Tom Okafor disagreed. “He is wrong,” [she] {said}. => Mary Quinn",
        "Former governor Mary Quinn sued the paper. “I want the truth,” [the former prosecutor] {said}. => Mary Quinn",
        "“Ready?” {asked} [Mary Quinn].⏎“Not yet,” {said} [Tom Okafor].⏎“Then when?”⏎“Tomorrow.” => Mary Quinn; Tom Okafor; Mary Quinn; Tom Okafor",
    ]);
}

#[test]
fn whoever_answers_in_english_says_i() {
    check(&[
        "A talk with Claire Denholm.⏎Q: What did you say?⏎CD: [I] {told} them, “Look again.” => Claire Denholm",
        "Claire Denholm: [I] {said} it was “a mistake.” => Claire Denholm",
    ]);
}

#[test]
fn english_complements_and_asides_do_not_hide_the_speaker() {
    check(&[
        "“We will see,” [Tom Okafor] {said on Tuesday}, before leaving. => Tom Okafor",
        "“We will see,” {says} [Mary Quinn, a nurse in Leeds]. “Nobody knows.” => Mary Quinn; Mary Quinn",
        "In a post on X, [Mary Quinn] {wrote}: “We will see.” => Mary Quinn",
        "“We will see,” [a police spokesman] {said}. => -",
        "“We will see,” [police] {said} in a statement. => -",
        "[Police] {said} the man had been “known to officers.” => -",
        "The bill, which [Tom Okafor] {has called} “a disaster,” passed. => Tom Okafor",
        "The bill was {described} as “a disaster” by [Tom Okafor]. => Tom Okafor",
        "[Tom Okafor] is, {as he puts it}, “done.” => ?",
        "“I’m done,” he {said}, and walked out. => -",
        "“I’m done,” she {told} me. “I mean it.” => -; -",
        "[Mary Quinn], for her part, {dismissed} the claims as “nonsense.” => Mary Quinn",
        "[Mary Quinn] {was quoted as saying} that it was “nonsense.” => Mary Quinn",
        "“This is nonsense,” [Quinn] {shot back} at the end of it. => ?",
        "[The union’s leader, Tom Okafor], {called} for “calm.” => Tom Okafor",
        "[Okafor’s wife, Mary Quinn], {said} he was “fine.” => Mary Quinn",
        "“It was like a bomb,” {recalls} [Quinn, now 71]. => ?",
        "Quoting his mother, [Tom Okafor] {said}: “Never look back.” => Tom Okafor",
        "[Tom Okafor] has said that he {felt} “betrayed” and “used.” => Tom Okafor; Tom Okafor",
    ]);
}

#[test]
fn english_titles_of_works_are_no_quotations() {
    check(&[
        "Her first novel, “Cistern,” won a prize. =>",
        "The BBC series “Harbour Lights” returns on Sunday. =>",
        "For ten minutes of “The Salt Ledger,” nobody speaks. =>",
        "His album “Night Bus to Tripoli” spent 11 weeks on the chart. =>",
        "Luc Petit recalled it in her memoir, “Uphill.” =>",
    ]);
}

/// The kind and the confidence of each quotation.
fn shades(text: &str) -> Vec<(QuotationKind, Confidence)> {
    let analysis = analyse(&document(text));
    analysis.quotations.items().iter().map(|quotation| (quotation.kind, quotation.confidence)).collect()
}

#[test]
fn whole_sentences_parts_and_words_at_a_distance_are_told_apart() {
    use QuotationKind::{Direct, Partial, Scare};
    for (text, kind) in [
        ("« Nous partirons demain », a dit Paul Martin.", Direct),
        ("Paul Martin juge le plan « trop timide pour la ville ».", Partial),
        ("Paul Martin a parlé de « trahison ».", Partial),
        ("La prétendue « réforme » attend depuis dix ans.", Scare),
        ("Le procédé, dit « à basse température », est ancien.", Scare),
        ("“We leave tomorrow,” Paul Martin said.", Direct),
        ("Paul Martin called the plan “far too timid.”", Partial),
        ("The so-called “reform” has been waiting for years.", Scare),
    ] {
        let kinds: Vec<QuotationKind> = shades(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}

#[test]
fn confidence_falls_with_the_distance_of_the_words_that_say_who_speaks() {
    let confidences = |text: &str| -> Vec<Confidence> {
        shades(text).into_iter().map(|(_, confidence)| confidence).collect()
    };
    let (low, medium, high) = (Confidence::Low, Confidence::Medium, Confidence::High);
    assert_eq!(confidences("« Oui, nous partons », a dit Paul Martin. « Demain matin. »"), [high, medium]);
    assert_eq!(
        confidences("« Oui, nous partons », a dit Paul Martin.\n« Et nous ne reviendrons jamais plus ici. »"),
        [high, low]
    );
    assert_eq!(
        confidences("Paul Martin, maire de Lens, est venu. « Oui, nous partons », a dit le maire."),
        [medium]
    );
}

#[test]
fn a_speaker_carried_over_is_told_from_one_who_stands_there() {
    let document = document("« Oui, nous partons », a dit le préfet. « Demain matin, à l’aube. »");
    let analysis = analyse(&document);
    let carried = |quotation: &Quotation| quotation.speaker.as_ref().map(|speaker| speaker.carried);
    let all: Vec<Option<bool>> = analysis.quotations.items().iter().map(carried).collect();
    assert_eq!(all, [Some(false), Some(true)]);
}
