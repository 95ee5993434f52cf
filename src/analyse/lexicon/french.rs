//! The closed word lists of French.

use super::{Class, List};

const MASCULINE: Class = Class::PRONOUN.or(Class::HE);
const FEMININE: Class = Class::PRONOUN.or(Class::SHE);
const ROLE_OF_WOMEN: Class = Class::ROLE.or(Class::FEMININE);

/// See the module.
pub(super) const LISTS: &[List] = &[
    (
        Class::TELLING,
        "le les des du et est un une dans que qui pour au aux ce cette il elle ils avec sur pas ne sont été à l' d' qu' s' n' c' par plus mais nous",
    ),
    (Class::HAVE, "a ai as ont avait avaient avais avons aura auront aurait auraient eut eurent ayant avoir"),
    (Class::BE, "est était étaient sont sera serait fut furent étant être été"),
    (Class::REFLEXIVE, "se s'"),
    (Class::CLITIC, "se s' lui leur nous vous me m' te t' l' le la les y en"),
    (Class::NEGATION, "ne n' pas"),
    (Class::SELF, "lui-même elle-même eux-mêmes elles-mêmes"),
    (Class::SOMEBODY, "quelqu'un quelques-uns quelques-unes certains certaines d'aucuns"),
    (
        Class::SPEAKING,
        "je j' tu vous nous moi toi me m' te t' mon ma mes ton votre vos notre nos -je oui non",
    ),
    (Class::NO_PAST, "cela voilà dit fait petit tout droit toit nuit huit bruit faut peut veut point"),
    (Class::PUBLISHED, "paru parue parus parues publié publiée sorti sortie diffusé diffusée"),
    (
        Class::CARRYING,
        "met mettent mettait mettaient mit mirent mis mettant mettre fait font faisait faisaient fit firent faisant faire rend rendent \
rendait rendit rendu rendant rendre tire tirent tirait tiré tirant tirer",
    ),
    (Class::CONVINCED, "convaincu convaincue convaincus convaincues persuadé persuadée persuadés persuadées"),
    (Class::SEEING, "voir voit voient voyait voyaient vu"),
    (Class::WEAK.or(Class::FINDING), "trouve trouvent trouvait trouvaient"),
    (
        Class::CONTINUING,
        "poursuit poursuivait poursuivi ajoute ajoutait ajouté ajouta reprend reprenait repris insiste insistait insisté précise \
précisait précisé conclut concluait conclu enchaîne enchaîné complète complété continue continuait",
    ),
    (
        Class::NAMING,
        "surnomme surnomment surnommait surnommaient surnommé surnommée surnommés surnommées baptisé baptisée baptisés baptisées \
rebaptisé rebaptisée appelle appellent appelait appelaient appelé appelée dénommé dénommée intitulé intitulée",
    ),
    (
        Class::WORDS,
        "mots mot termes propos dires dire formule phrase expression aveu aveux avis estimation parole paroles sens jugement slogan \
credo leitmotiv verdict réponse commentaire message diagnostic refrain devise consigne conclusion constat antienne",
    ),
    (MASCULINE, "il ils"),
    (FEMININE, "elle elles"),
    (MASCULINE.or(Class::SHE), "on"),
    (MASCULINE, "celui-ci ceux-ci"),
    (FEMININE, "celle-ci celles-ci"),
    (Class::PRONOUN.or(Class::HE).or(Class::SHE), "je j' tu nous vous"),
    (Class::INVERTED.or(Class::HE), "-il -ils -t-il -t-ils"),
    (Class::INVERTED.or(Class::SHE), "-elle -elles -t-elle -t-elles"),
    (Class::INVERTED.or(Class::HE).or(Class::SHE), "-on -t-on -je"),
    (Class::OBLIQUE, "lui elle eux elles moi"),
    (
        Class::ADVERB,
        "également aussi ainsi encore toutefois ensuite notamment alors enfin plutôt déjà même d'abord clairement hier \
aujourd'hui toujours jamais bien très tout surtout pourtant cependant souvent parfois depuis désormais fort peu tantôt donc néanmoins \
d'ailleurs lors immédiatement puis longtemps volontiers aussitôt bientôt vite presque peut-être",
    ),
    (
        Class::DETERMINER,
        "le la les l' un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos deux trois plusieurs \
certains certaines quelques chaque tout toute tous toutes du au aux autre autres",
    ),
    (Class::OF, "de du des d'"),
    (
        Class::PREPOSITION,
        "à au aux dans sur sous en par pour avec sans chez vers contre entre devant derrière auprès lors pendant durant \
depuis dès après avant selon parmi outre via malgré hors jusqu'à jusque face quant concernant envers voici voilà",
    ),
    (Class::CONJUNCTION, "et ou mais car or ni puis"),
    (Class::RELATIVE, "qui que qu' dont où lequel laquelle lesquels"),
    (Class::AS, "comme ainsi"),
    (Class::BY, "par"),
    (Class::ACCORDING, "selon après"),
    (
        Class::TITLE,
        "m. mm. m mm mme mmes mlle mlles dr dr. drs pr pr. prs me mgr mgr. maître monsieur madame mademoiselle",
    ),
    (Class::TIME, "lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir après-midi midi ce"),
    (Class::MONTH, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    (
        Class::ROLE,
        "ministre président directeur patron chef chercheur expert porte-parole député sénateur maire préfet procureur juge avocat \
professeur médecin journaliste auteur écrivain économiste analyste historien sociologue fondateur cofondateur dirigeant responsable \
secrétaire candidat leader commissaire général colonel capitaine entraîneur joueur acteur réalisateur chanteur artiste entrepreneur \
ingénieur scientifique spécialiste représentant ambassadeur chancelier roi prince pape cardinal évêque imam militant syndicaliste \
délégué conseiller adjoint gouverneur premier vice-président pdg dg homme témoin habitant élu étudiant enseignant philosophe \
intéressé accusé prévenu suspect policier commandant milliardaire ex-président ex-ministre eurodéputé magistrat \
édile éditorialiste romancier poète dramaturge metteur cinéaste comédien humoriste musicien compositeur pianiste chorégraphe peintre \
sculpteur photographe illustrateur galeriste libraire biologiste chimiste physicien astronome astrophysicien climatologue glaciologue \
géologue géographe hydrologue océanographe météorologue prévisionniste paléontologue archéologue anthropologue épidémiologiste virologue \
psychologue psychiatre chirurgien pharmacien infirmier vétérinaire politologue démographe urbaniste architecte juriste notaire greffier \
bâtonnier pénaliste défenseur plaignant enquêteur gendarme pompier ailier buteur gardien attaquant sélectionneur pilote cycliste coureur \
arbitre champion athlète skieur navigateur agriculteur éleveur viticulteur maraîcher pêcheur boulanger restaurateur cuisinier commerçant \
quincaillier artisan ouvrier salarié cadre retraité riverain voisin vieux négociant négociante marchand envoyé courtier internaute client manutentionnaire mécanicien marin armateur patron-pêcheur ouvreur talonneur pilier capitaine \
thésard bénévole chef-cuisinier sommelier vigneron directeur-adjoint jeune teinturier mareyeur aîné cadet veuf locataire passager client \
instituteur proviseur principal recteur doyen éducateur animateur modérateur ethnologue linguiste philologue mathématicien neurologue \
cardiologue oncologue pédiatre généraliste ancien adolescent quinquagénaire quadragénaire trentenaire sexagénaire septuagénaire octogénaire \
nonagénaire footballeur rugbyman basketteur tennisman nageur sprinteur demi défenseur-central milieu meneur sportif technicien président-directeur \
exploitant investisseur banquier courtier syndic assureur informaticien développeur hacker rapporteur parlementaire frontiste socialiste \
écologiste centriste insoumis communiste républicain opposant dissident otage rescapé survivant blessé voyageur touriste riverain-plaignant \
librettiste ténor baryton danseur plasticien couturier styliste designer violoniste guitariste batteur rappeur slameur riverain réfugié migrant \
noble curé prêtre abbé rabbin pasteur moine archevêque nonce vicaire lycéen collégien écolier apprenti stagiaire père fils frère mari époux oncle cousin neveu grand-père négociateur diplomate trésorier intendant conservateur commissaire-priseur \
critique chroniqueur présentateur producteur scénariste traducteur gérant propriétaire aubergiste hôtelier",
    ),
    (
        ROLE_OF_WOMEN,
        "ministre présidente directrice patronne cheffe chercheuse experte porte-parole députée sénatrice maire préfète \
procureure juge avocate professeure médecin journaliste auteure autrice écrivaine économiste analyste historienne sociologue fondatrice \
cofondatrice dirigeante responsable secrétaire candidate leader commissaire générale chanteuse actrice réalisatrice artiste \
scientifique spécialiste représentante ambassadrice chancelière reine princesse militante syndicaliste déléguée conseillère adjointe \
gouverneure première vice-présidente femme témoin habitante élue étudiante enseignante philosophe intéressée accusée prévenue suspecte \
policière ex-présidente ex-députée eurodéputée magistrate dernière \
édile éditorialiste romancière poète dramaturge cinéaste comédienne humoriste musicienne compositrice pianiste chorégraphe peintre \
sculptrice photographe illustratrice éditrice galeriste libraire biologiste chimiste physicienne astronome astrophysicienne climatologue \
glaciologue géologue géographe hydrologue océanographe météorologue prévisionniste paléontologue archéologue anthropologue \
épidémiologiste virologue psychologue psychiatre chirurgienne pharmacienne infirmière vétérinaire politologue démographe urbaniste \
architecte juriste notaire greffière bâtonnière pénaliste plaignante enquêtrice gendarme joueuse entraîneuse championne athlète skieuse \
navigatrice cycliste agricultrice éleveuse viticultrice maraîchère boulangère restauratrice cuisinière commerçante ouvrière salariée \
retraitée riveraine voisine vieille mécanicienne mareyeuse talonneuse capitaine bénévole sommelière vigneronne teinturière aînée cadette veuve \
locataire passagère cliente institutrice proviseure principale rectrice doyenne éducatrice animatrice modératrice ethnologue linguiste mathématicienne neurologue \
cardiologue oncologue pédiatre généraliste ancienne adolescente quinquagénaire quadragénaire trentenaire sexagénaire septuagénaire octogénaire nonagénaire \
footballeuse rugbywoman basketteuse nageuse sprinteuse meneuse sportive technicienne exploitante investisseuse banquière informaticienne développeuse \
rapporteure parlementaire socialiste écologiste centriste insoumise communiste républicaine opposante dissidente otage rescapée survivante blessée \
voyageuse touriste soprano danseuse plasticienne couturière styliste violoniste guitariste rappeuse réfugiée migrante religieuse pasteure \
lycéenne collégienne écolière apprentie stagiaire mère fille sœur soeur épouse tante cousine nièce grand-mère armatrice enquêtrice cavalière négociatrice diplomate trésorière intendante conservatrice critique chroniqueuse présentatrice productrice \
scénariste traductrice source gérante propriétaire aubergiste hôtelière",
    ),
    (
        Class::ANYBODY,
        "intéressé intéressée élu élue édile homme femme responsable dirigeant dirigeante patron patronne expert experte spécialiste \
trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire candidat candidate auteur auteure autrice \
chercheur chercheuse scientifique universitaire enseignant enseignante professeur professeure docteur \
dernier dernière prévenu prévenue accusé accusée suspect suspecte plaignant plaignante victime socialiste \
écologiste centriste insoumis insoumise communiste républicain républicaine opposant opposante retraité retraitée militant militante vieux vieille jeune ancien ancienne aîné aînée cadet cadette adolescent adolescente rescapé rescapée survivant survivante parlementaire",
    ),
    // Sides, not one body among others.
    (
        Class::BODY.or(Class::ANYBODY),
        "opposition majorité exécutif accusation défense direction armée police",
    ),
    (
        Class::WORK,
        "film long-métrage court-métrage moyen-métrage bande-dessinée feuilleton triptyque tube single comédie tragédie drame nouvelles thriller polar romans films livres roman livre recueil essai poème pièce album disque chanson série documentaire podcast spectacle exposition revue magazine \
journal quotidien hebdomadaire mensuel colonnes rubrique ouvrage tableau opéra feuilleton biographie autobiographie émission opération \
projet programme collection titre nouvelle intitulé intitulée baptisé baptisée mémoires",
    ),
    (
        Class::BODY,
        "entreprise société groupe compagnie firme start-up startup parti association fédération syndicat gouvernement ministère \
banque commission organisation ong agence institut université institution fondation filiale constructeur opérateur éditeur géant \
groupement collectif club fonds coentreprise opposition majorité exécutif accusation défense enseigne marque festival musée théâtre hôpital centre plateforme plate-forme rédaction revue armateur exploitant équipe mairie région ville municipalité administration cabinet parquet tribunal cour conseil assemblée comité \
autorité régulateur journal quotidien hebdomadaire chaîne studio laboratoire armée police préfecture direction maison consortium",
    ),
    (
        Class::BEFORE_BODY,
        "société groupe entreprise compagnie firme start-up startup chez filiale éditeur constructeur opérateur géant \
patron pdg dg cofondateur cofondatrice fondateur fondatrice directeur directrice dirigeant actionnaire filiales banque association ong colonnes antenne \
parti syndicat agence journal quotidien magazine hebdomadaire chaîne marque club maison-mère concurrent rival",
    ),
    (
        Class::EVENT,
        "congrès sommet conférence festival salon jeux coupe championnat championnats forum tournoi biennale foire exposition \
g7 g8 g20",
    ),
    (Class::LAW, "loi directive règlement traité convention charte code décret accord constitution"),
    (
        Class::INSTITUTION,
        "université assemblée sénat conseil cour parlement commission comité fédération ministère banque institut centre \
agence front parti union ligue mouvement association fondation observatoire tribunal académie école conservatoire musée parquet \
confédération syndicat organisation autorité haut-commissariat bureau office société caisse chambre direction secrétariat bourse \
gouvernement groupe hôpital lycée collège mairie préfecture rassemblement",
    ),
    (
        Class::SITE,
        "lac mont montagne rivière fleuve mer océan golfe île îles vallée place rue avenue boulevard quai pont gare aéroport port \
forêt parc château palais tour grotte plage cap désert province baie stade",
    ),
    (
        Class::LEADING,
        "tient tiennent tenait tenaient tenu tint tenant veut veulent voulu souhaite souhaitait souhaité tente tentent tentait tenté tentant cesse \
cessait cessé aime aiment aimait plaît plaisait plu contente contentait contenté finit fini finissait vient viennent venait venu continue \
continuent continuait continué hésite hésitait hésité ose osait osé préfère préfèrent préférait préféré borne bornait borné borna refuse \
refusent refusait refusé refusa refusant tarde tardé commence commença commencé semble empresse empressé résout résolu permis permet limite \
limité presse pressé attaché attache mis met faut allé allée entend entendait avoue avouait avoué prétend prétendait dit croit cru \
assure assuré affirme affirmé tenue tenus venue venus bornée contentée empressée allés évite éviter peine peinait manque manqué",
    ),
    (Class::WHERE, "à en vers depuis"),
    (
        Class::UNIT,
        "euros euro dollars dollar livres yens yuans francs roubles kilomètres km mètres hectares tonnes kilos litres mégawatts \
gigawatts degrés ans heures minutes",
    ),
    (Class::MAGNITUDE, "millier milliers million millions milliard milliards mille"),
    (
        Class::NO_NAME,
        "état états intérieur justice économie finances défense éducation santé travail culture agriculture \
transports internet web dieu monsieur madame noël pâques bourse toile terre soleil lune \
français française françaises américain américains américaine américaines anglais anglaise britannique britanniques allemand allemands \
allemande allemandes italien italiens italienne espagnol espagnols espagnole belge belges suisse suisses russe russes polonais polonaise \
chinois chinoise chinoises japonais japonaise européen européens européenne européennes africain africains africaine arabe arabes juif \
juifs juive musulman musulmans musulmane chrétien chrétiens catholique catholiques israélien israéliens palestinien palestiniens ukrainien \
ukrainiens ukrainienne grec grecs turc turcs iranien iraniens irakien irakiens syrien syriens libanais marocain marocains algérien algériens \
tunisien tunisiens indien indiens canadien canadiens québécois brésilien brésiliens mexicain mexicains portugais néerlandais irlandais \
écossais parisien parisiens parisienne lyonnais marseillais bruxellois londonien hongrois roumain roumains tchèque tchèques suédois \
danois norvégien finlandais autrichien autrichiens australien coréen coréens asiatique asiatiques occidental occidentaux",
    ),
    (
        Class::COMMON,
        "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos ton ta \
tes il elle ils elles on je j' tu nous vous lui eux moi toi soi qui que qu' quoi dont où quand lorsque lorsqu' comme si s' car or ni \
mais et ou donc puis alors ainsi aussi avec sans pour par sur sous dans en à chez vers contre entre depuis dès lors pendant durant après \
avant selon parmi outre malgré hors jusqu' jusque face quant c' n' ne t' m' y tout toute tous toutes autre autres plusieurs certains \
certaines quelques chaque aucun aucune nul même mêmes tel telle tels telles trop très plus moins peu beaucoup assez bien mal mieux non \
oui pas jamais toujours souvent parfois déjà encore enfin ensuite cependant pourtant toutefois néanmoins certes peut-être surtout \
notamment également hier aujourd'hui demain ici là là-bas voici voilà pourquoi comment combien puisque puisqu' quoique quoiqu' afin \
interrogé interrogée invité invitée selon d'après résultat reste celui celle ceux celles celui-ci celle-ci ça cela ceci bref or rien \
personne quelque est était sont a ont avait être avoir fait faire merci bonjour deux trois quatre cinq six sept huit neuf dix cent mille \
premier première second deuxième dernier dernière nouveau nouvelle nouvelles grand grande petit petite lundi mardi mercredi jeudi \
vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre soudain désormais \
aujourd'hui jadis autrefois lui-même grâce dommage seul seule seuls vu malheureusement heureusement autant tant plutôt hormis sauf dit",
    ),
];
