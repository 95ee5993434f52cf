//! Sources and reporting words that stand apart from their speakers: relatives, coordinated verbs, nouns for
//! words, verbs left out. The lines read as those of `patterns.rs`.

use super::patterns::check;

#[test]
fn a_relative_speaks_for_the_name_before_it() {
    check(&[
        "Le recours a été déposé par [Karim Benali], qui {dénonce} « un passage en force ». => Karim Benali",
        "La lettre est signée de [Claire Denoual], qui {parle d}’« une erreur historique ». => Claire Denoual",
        "Le projet est porté par [le maire], qui {promet} « du concret ». => -",
        "La réunion était animée par [Paul Martin (DVD)], qui {a dit} n’avoir « jamais vu cela ». => Paul Martin",
        "Il a reçu une carte de [sa voisine], qui {avait écrit} : « Revenez-nous vite. » => ?",
        "[Claire Denoual], qui {dit} « ne rien regretter », s’en va. => Claire Denoual",
    ]);
}

#[test]
fn an_english_relative_speaks_for_the_name_before_it() {
    check(&[
        "The idea was floated by [Idris Benali] of the consulting firm Halden Partners, who {wrote} that it was “a free lunch.” => Idris Benali",
        "The meeting was chaired by [Mary Quinn (FF)], who {said} she had “never seen the like of it.” => Mary Quinn",
        "She read out a letter from [a nurse of 81], who {had written}: “I go into town on Thursdays.” => -",
        "The plan has the support of Norway, whose envoy, [Mary Quinn], {described} it as “the only adult paper.” => Mary Quinn",
        "Consider [the airline] that {announced} last month that it was “reimagining legroom.” => -",
        "The town turned to [Tom Okafor], who {called} it “a disgrace.” => Tom Okafor",
    ]);
}

#[test]
fn a_second_verb_has_the_subject_of_the_first() {
    check(&[
        "[Claire Denoual] a dit que le budget était bouclé et {promis} « une année calme ». => Claire Denoual",
        "Ouvrant la séance, [le maire, Paul Martin], a dit que rien n’était joué, et {promis} « un vrai débat ». => Paul Martin",
        "[Claire Denoual] affirme que le dossier est clos et {dénonce} « un procès d’intention ». => Claire Denoual",
        "[Le syndicat] déplore le calendrier et {réclame} « un moratoire ». => -",
        "[Paul Martin] a rappelé les faits, puis {évoqué} « une page à tourner ». => Paul Martin",
    ]);
}

#[test]
fn a_second_english_verb_has_the_subject_of_the_first() {
    check(&[
        "Opening the debate, [the transport secretary, Mary Quinn], said that it was late, and {promised} “a proper safety net.” => Mary Quinn",
        "[Mary Quinn] said the roof was safe and {dismissed} the report as “a fairy tale.” => Mary Quinn",
        "[The union] warned members not to sign and {accused} managers of “bad faith.” => -",
        "[The clerk], when I complained, looked around, leaned in and {whispered}: “It’s the landlord.” => -",
        "[Tom Okafor] told the court he was ill and {pleaded} for “one more week.” => Tom Okafor",
    ]);
}

#[test]
fn a_verb_left_out_is_that_of_the_quotation_before() {
    check(&[
        "[Claire Denoual] {salue} « un bâtisseur », [le club] « un grand monsieur ». => Claire Denoual; -",
        "[Claire Denoual] {dénonce} « une farce », [Karim Benali] « un déni ». => Claire Denoual; Karim Benali",
        "[Claire Denoual] {parle} d’« une chance », et [Karim Benali] d’« un piège ». => Claire Denoual; Karim Benali",
        "[Claire Denoual] {réclame} « un vote » ; [Karim Benali] « un moratoire ». => Claire Denoual; Karim Benali",
        "[Mary Quinn] {called} it “a start,” [Tom Okafor] “a stunt.” => Mary Quinn; Tom Okafor",
    ]);
}

#[test]
fn nouns_for_words_lead_to_their_owner() {
    check(&[
        "{De l’avis de} [Claire Denoual], le texte est « mort-né ». => Claire Denoual",
        "{À en croire} [Karim Benali], la toiture est « à refaire ». => Karim Benali",
        "{Dans la formule de} [Claire Denoual], c’est « un pas de côté ». => Claire Denoual",
        "Le texte est, {selon les mots du} [maire], « un chiffon ». => -",
        "{Au dire de} [Karim Benali], la digue « tient par miracle ». => Karim Benali",
        "{Aux yeux de} [l’historienne Claire Denoual], l’affaire « dit tout d’une époque ». => Claire Denoual",
        "[Claire Denoual] est, {de son propre aveu}, « une mauvaise perdante ». => Claire Denoual",
        "[Claire Denoual] n’est, {selon ses propres termes}, « pas candidate ». => Claire Denoual",
        "{Réponse de} [Karim Benali] : « Nous verrons. » => Karim Benali",
        "{Seul commentaire du} [préfet] : « L’enquête suit son cours. » => -",
        "[Claire Denoual] n’a qu’un but. Son {mot d’ordre} : « Tenir bon jusqu’au bout. » => Claire Denoual",
        "[Claire Denoual] a {pour devise} « tenir bon ». => Claire Denoual",
    ]);
}

#[test]
fn english_nouns_for_words_lead_to_their_owner() {
    check(&[
        "The bill, {in the view of} [Tom Okafor], “isn’t worth a single vote.” => Tom Okafor",
        "The bill was, {in the words of} [the mayor], “a dog’s dinner.” => -",
        "The record sold, {by} [her] {own estimate}, “about as many as I have cousins.” => ?",
        "[Mary Quinn] was, {in her own words}, “a terrible loser.” => Mary Quinn",
        "{By the account of} [Tom Okafor], the room “went cold.” => Tom Okafor",
        "{In the opinion of} [Tom Okafor], it was “a coup.” => Tom Okafor",
    ]);
}

#[test]
fn the_one_for_whom_it_is_so_stands_right_before() {
    check(&[
        "Le plan a déçu [Karim Benali], {pour} qui « le compte n’y est pas ». => Karim Benali",
        "Le plan a déçu [la CGT], {selon} laquelle « le compte n’y est pas ». => ?",
        "[Claire Denoual], maire de Vernay, {pour} qui ces chiffres « ne sont pas un miracle », reste prudente. => Claire Denoual",
        "Il faut écouter [Karim Benali], {d’après} lequel la digue « tient par miracle ». => Karim Benali",
        "The plan upset [Tom Okafor], {for} whom it was “a betrayal.” => Tom Okafor",
    ]);
}

#[test]
fn what_everybody_says_is_nobodys() {
    check(&[
        "Comme le {veut} [la formule], « nul n’est prophète en son pays ». => -",
        "Comme le {dit} [le proverbe], « qui va piano va sano ». => -",
        "Comme le {veut} [l’adage], « pas de nouvelles, bonnes nouvelles ». => -",
        "Comme l’{écrit} [un internaute anonyme] sur le livre d’or : « Merci pour les plantes vertes. » => -",
        "Comme l’{écrit} [Claire Denoual] dans sa lettre ouverte : « Rien ne presse. » => Claire Denoual",
    ]);
}

#[test]
fn english_verbs_report_by_their_preposition() {
    check(&[
        "[Tom Okafor] {put} the odds at “one in five, maybe less.” => Tom Okafor",
        "[A person close to the talks] {put} the chance of a deal at “one in five.” => -",
        "Asked for a refund, [Mary Quinn] {came back with} “a firm no.” => Mary Quinn",
        "[Mary Quinn] {weighed in with} “a word of caution.” => Mary Quinn",
        "[Tom Okafor] {hit back with} “a list of our own.” => Tom Okafor",
    ]);
}

#[test]
fn english_verbs_without_their_usual_form_report() {
    check(&[
        "Minister “hiding behind a chart,” {say} [Labour rebels]. => -",
        "Bus plan “a raid on the old,” {warn} [charities]. => -",
        "The method is so simple that [one reviewer] {called} it “faintly embarrassing.” => -",
        "They said, “The mosquitoes rest up there,” and [the consultants] {wrote} down “satisfactory progress.” => -; -",
        "[Someone] at the back {roared}, “Engage with my ceiling!” => -",
        "[Mary Quinn] was happy and is now, as she liked to {put it}, “whoever is left.” => ?",
    ]);
}

#[test]
fn verbs_with_an_object_report_what_qualifies_it() {
    check(&[
        "[Claire Denoual] {présente} la réforme comme « un ajustement de bon sens ». => Claire Denoual",
        "C’est une fermeture que [la direction] {présente} comme « un mal nécessaire ». => -",
        "C’est une fermeture que [la CGT] {nomme}, plus brièvement, « l’abandon ». => ?",
        "[Karim Benali] {compare} le site à « une passoire ». => Karim Benali",
        "[Karim Benali] {réduit} le plan à « un tableau de chiffres ». => Karim Benali",
        "[L’association] elle-même {salue} « un effort réel ». => -",
        "[Claire Denoual] n’{a prononcé} que trois mots : « Nous avons gagné. » => Claire Denoual",
        "[Claire Denoual] {recommandait d’interroger} « ce qui ne se voit plus ». => Claire Denoual",
    ]);
}

#[test]
fn a_role_that_goes_on_is_the_one_who_spoke() {
    check(&[
        "« Le métal n’a pas d’odeur », {dit} [Karim Benali]. « Le papier, si », {poursuit} [le négociant]. => Karim Benali; Karim Benali",
        "« Rien n’est signé », {prévient} [Claire Denoual]. « Rien ne le sera », {ajoute} [l’avocate]. => Claire Denoual; Claire Denoual",
        "« Rien n’est signé », {prévient} [Claire Denoual]. « Et tant mieux », {conclut} [la négociatrice]. => Claire Denoual; Claire Denoual",
        "“Nothing is signed,” {said} [Mary Quinn]. “Nothing will be,” [the diplomat] {added}. => Mary Quinn; Mary Quinn",
        "« Imaginez deux serrures, {explique} [Karim Benali], immunologiste à Bâle. Une seule ferme. » Selon [le chercheur], l’autre « attend son tour ». => Karim Benali; Karim Benali",
    ]);
}

#[test]
fn a_role_told_of_nobody_stays_nobodys() {
    check(&[
        "A European diplomat was briefed on the talks. Tom Okafor did not come. “They brought cakes,” [the diplomat] {said}. => -",
        "Un négociant nous a reçus. Karim Benali n’est pas venu. « Tout se vend », {dit} [le négociant]. => -",
        "Une infirmière a tout vu. Claire Denoual était absente. « C’était la panique », {raconte} [l’infirmière]. => -",
        "Tom Okafor came late. My husband had booked a table. [He] {says} it was “a mosquito-free zone.” => -",
        "A teacher stood up. Mary Quinn listened. “We are tired,” [the teacher] {said}. => -",
    ]);
}

#[test]
fn a_pronoun_tells_later_ones_who_is_a_man() {
    check(&[
        "Mary Quinn retired in May.⏎The Rev. Alton Prewitt spoke. “She came by truck,” [he] {said}.⏎“Too far,” [she] {replied}. => Alton Prewitt; Mary Quinn",
        "Claire Denoual est partie en mai.⏎Dominique Varnier a parlé. « Elle venait en camion », {a-t-il dit}.⏎« Trop loin », {répondait-elle}. => Dominique Varnier; Claire Denoual",
        "Paul Martin est parti en mai.⏎Dominique Varnier a parlé. « Il venait en camion », {a-t-elle dit}.⏎« Trop loin », {répondait-il}. => Dominique Varnier; Paul Martin",
        "Tom Okafor left in May.⏎The Rev. Alton Prewitt spoke. “He came by truck,” [she] {said}.⏎“Too far,” [he] {replied}. => Alton Prewitt; Tom Okafor",
        "Mary Quinn left in May.⏎The Rev. Alton Prewitt spoke. “She came by truck,” [he] {said}.⏎“Too far,” [she] {wrote}. => Alton Prewitt; Mary Quinn",
    ]);
}

#[test]
fn what_is_told_leads_to_the_paragraph_after_it() {
    check(&[
        "[Karim Benali] conduit sans un mot. Il finit pourtant par raconter comment il est venu.⏎« Je faisais des tableaux à Lyon, toute la journée. » => Karim Benali",
        "[Claire Denoual] explique son choix.⏎« Je voulais voir la mer avant la retraite. » => Claire Denoual",
        "[Claire Denoual] a retourné la brochure.⏎— Et le bouton, il aime le café ? => Claire Denoual",
        "Vous {écrivez} que la banque a « gagné une bataille inutile ». C’est sévère ? => -",
        "[Claire Denoual] : « On a oublié la facture »⏎Vous {écrivez} que la banque a « gagné une bataille inutile ». C’est sévère ? => Claire Denoual; Claire Denoual",
    ]);
}

#[test]
fn a_name_given_is_nobodys_words() {
    check(&[
        "Les mineurs sont au fond d’un puits qu’ils ont surnommé « Dubaï ». => -",
        "Ses clients l’appellent « le Capitaine ». => -",
        "Quand un loyer augmente, on parle d’« ajustement ». => -",
        "Georges Martin, dans « L’Heure bleue », {recommandait} « la patience ». => Georges Martin",
        "Claire Denoual publie ces jours-ci « La Part des autres » (Seuil). =>",
        "The album, “Left Hand Lucy” (1962), was made in one afternoon. =>",
        "Mary Quinn {warned} in “Politics and the English Tongue” of prose “made to lie.” => Mary Quinn",
    ]);
}

#[test]
fn double_marks_inside_single_ones_are_no_quotations_of_their_own() {
    check(&[
        "[Mary Quinn] {told} the paper: ‘Nobody stood at a stop. “Use the app,” they say. My mother’s phone has buttons.’ => Mary Quinn",
        "‘She said “no” twice,’ {said} [Tom Okafor]. ‘Twice.’ => Tom Okafor; Tom Okafor",
        "‘It’s dead,’ {said} [one minister]. ‘They call it “rest”.’ => -; -",
        "[Mary Quinn] {called} it ‘a “raid” dressed up as reform’. It was ‘odd’. => Mary Quinn; -",
        "‘The players’ union said “wait”,’ [Tom Okafor] {added}. ‘We won’t.’ => Tom Okafor; Tom Okafor",
    ]);
}

#[test]
fn verbs_report_with_the_words_after_them() {
    check(&[
        "[Karim Benali] {met en garde} contre « un effet domino ». => Karim Benali",
        "« C’est un effet domino », {a mis en garde} [Karim Benali]. => Karim Benali",
        "[Le parquet] {a fait état d}’« éléments nouveaux ». => -",
        "[Karim Benali] {tire la sonnette d’alarme} : « La digue va céder. » => Karim Benali",
        "[Claire Denoual] {a fait part} de sa « profonde tristesse ». => Claire Denoual",
        "[Claire Denoual] {a rendu hommage} à « un homme debout ». => Claire Denoual",
        "[Tom Okafor] {hit out} at “a culture of silence.” => Tom Okafor",
        "[Tom Okafor] {made clear} it was “only a start.” => Tom Okafor",
    ]);
}

#[test]
fn what_somebody_thinks_or_finds_is_theirs() {
    check(&[
        "[Claire Denoual], {convaincue} que « rien n’est perdu », s’accroche. => Claire Denoual",
        "[Karim Benali] est {persuadé} que le club est « en danger de mort ». => Karim Benali",
        "[Karim Benali] s’est {dit} « choqué » par la nouvelle. => Karim Benali",
        "[Karim Benali] {trouve} la ville « sourde et aveugle ». => Karim Benali",
        "[Claire Denoual] {exprime} sa « profonde tristesse ». => Claire Denoual",
        "[Helen Marsh], the judge, {found} the plan “perverse and cruel.” => Helen Marsh",
        "[Mary Quinn] is {adamant} that the bridge is “safe as houses.” => Mary Quinn",
    ]);
}

#[test]
fn asides_after_the_verb_are_passed_over() {
    check(&[
        "« Nous irons jusqu’au bout », {ont martelé} tour à tour [les deux élus]. => -",
        "C’est « une honte », {lâche}, amer, [Karim Benali]. => Karim Benali",
        "« Une honte », {lâche} dans un souffle [une bénévole]. => -",
        "« Il faut tenir », {répète} à l’envi [le patron du club]. => -",
        "« Il faut tenir », {dit} un jour [Karim Benali] à ses joueurs. => Karim Benali",
    ]);
}

#[test]
fn whoever_feels_so_says_so() {
    check(&[
        "La colère de [Claire Denoual] : « On nous ment depuis dix ans. » => Claire Denoual",
        "[Claire Denoual], la voix brisée : « On nous ment depuis dix ans. » => Claire Denoual",
        "[Tom Okafor’s answer]: “Every single day.” => Tom Okafor",
        "Quant à [Claire Denoual], elle {parle} d’« un sentiment d’abandon ». => Claire Denoual",
        "[Tom Okafor] is more cautious. “I’d wait and see what happens.” => Tom Okafor",
    ]);
}

#[test]
fn dates_brackets_and_plurals_do_not_hide_the_speaker() {
    check(&[
        "« C’est une usine à gaz », {a réagi} sur LCI [la députée (LFI) Nina Ferrand]. => Nina Ferrand",
        "« C’est une usine à gaz », {a estimé} le 3 mars au Sénat [la rapporteure Nina Ferrand]. => Nina Ferrand",
        "« C’est une usine à gaz », {a estimé}, dans un courriel à l’AFP, [Nina Ferrand]. => Nina Ferrand",
        "{Selon} [des sources proches du dossier], l’offre serait « généreuse et ferme ». => -",
        "He was {described} by [neighbours] as “a quiet man.” => -",
        "[A sign] on the door {read}: “We are full.” => -",
        "[Mary Quinn’s message] to staff was simple: “We are full.” => Mary Quinn",
        "“Why now?” [Mary Quinn] {wanted to know}. => Mary Quinn",
    ]);
}
