//! French reporting verbs: regular ones expanded by rule, irregular ones listed.
//!
//! *Faire* and *vouloir* are left out on purpose: they stand near quotations without reporting them.

use super::Class;
use std::borrow::Cow;

/// Verbs in -er; forms follow from the infinitive.
const REGULAR: &str = "attaquer accuser affirmer ajouter alerter analyser annoncer appeler argumenter arguer assener asséner \
assurer attester avancer avouer balayer caractériser certifier citer clamer clarifier commencer commenter compléter \
confesser confier confirmer conseiller considérer constater continuer corriger critiquer crier déclamer déclarer décréter \
demander dénoncer déplorer détailler dicter dévoiler écarter éluder énoncer enchaîner enrager espérer estimer évoquer exhorter \
expliquer exploser exposer exclamer écrier étonner exiger féliciter fustiger glisser imaginer imputer indigner ironiser \
insister indiquer inquiéter insinuer interpréter interroger inviter jubiler juger jurer justifier lâcher lancer louer \
manifester marteler mentionner menacer minimiser moquer murmurer narrer nier noter nuancer objecter observer ordonner \
opiner parier penser pester plaider plaisanter pointer ponctuer préciser préconiser proclamer pronostiquer \
proposer protester qualifier questionner raconter railler rappeler rapporter rassurer recommander redouter \
regretter réclamer réaffirmer récuser refuser réfuter rejeter relater relativiser relever remarquer rétorquer répéter \
répliquer révéler résumer revendiquer saluer scander signaler souhaiter souligner soupçonner soupirer \
souffler spécifier stipuler suggérer supposer supplier tacler témoigner tempêter tempérer tenter titrer tonner trancher \
traiter twitter tweeter vanter vitupérer vociférer alarmer agacer amuser désoler emporter enthousiasmer énerver gronder \
grommeler maugréer bougonner ronchonner grogner marmonner balbutier bredouiller chuchoter hurler rigoler pleurer sangloter râler rager \
fulminer tancer sermonner persifler taquiner philosopher théoriser synthétiser approuver désapprouver acquiescer contester riposter \
reprocher blâmer condamner vilipender remercier implorer encourager prophétiser assumer persister réitérer rabâcher embrayer temporiser \
diagnostiquer schématiser relancer fanfaronner nommer prononcer articuler insurger exprimer afficher";

/// Finite forms of irregular verbs; those that are also participles stand in both lists.
const FINITE: &str = "balaie balaient écrivez écrivons répondez reconnaissez admettez soutenez prétendez défendez dit dis disent disait disaient dira diront dirait dirent redit redisait écrit écrivait écrivent écrivaient \
écrivit écrira répond répondait répondit répondent répondaient répondra reconnaît reconnait reconnaissait reconnaissent \
reconnut admet admettait admettent admit conclut concluait concluent conclura poursuit poursuivait poursuivent soutient \
soutenait soutiennent soutint prévient prévenait préviennent prévint convient convenait promet promettait promettent promit \
renchérit renchérissait renchérissent avertit avertissait avertissent prédit prédisait prédisent croit croyait croient \
maintient maintenait maintiennent maintint décrit décrivait décrivent réagit réagissait réagissent reprend reprenait reprit \
dément démentait démentent défend défendait défendent défendit réjouit réjouissait réjouissent inscrit traduit plaint \
plaignait plaignent définit définissait prétend prétendait prétendent garantit garantissait garantissent applaudit \
intervient intervenait sourit souriait contredit dépeint dépeignait dépeignent surenchérit surenchérissait sourient rit riait rient gémit gémissait \
rugit rugissait souvient souvenait souviennent souvint redira dirent répondrait répondront répondirent écrira écrirait écriront écrivirent reconnaîtra reconnaîtrait \
reconnaîtront reconnurent admettra admettrait admettront conclurait conclurent poursuivra poursuivrait poursuivront poursuivit soutiendra \
soutiendrait soutiendront soutinrent préviendra préviendrait prévinrent convint conviendra promettra promettrait promettront promirent renchérira \
avertira avertirait avertirent prédira maintiendra maintiendrait décrira décrirait décrivit décrivirent réagira réagirait réagirent reprendra \
reprennent reprenait reprirent démentira démentit démentirent défendra défendrait défendirent croira crut prétendra prétendit garantira \
garantirait surenchérira interviendra intervint contredira applaudissait applaudissent plaignit rétorqua rit sourira gémissait relit convenaient";

/// Past participles of irregular verbs.
const PARTICIPLES: &str = "dit redit écrit répondu reconnu admis conclu poursuivi soutenu prévenu convenu promis renchéri averti \
prédit cru maintenu décrit réagi repris démenti défendu réjoui plaint défini prétendu garanti applaudi contredit \
dite dits dites inscrite dépeint dépeinte souvenu surenchéri souri gémi rugi";

/// Present participles of irregular verbs.
const GERUNDS: &str = "disant écrivant répondant reconnaissant admettant concluant poursuivant soutenant prévenant promettant \
avertissant prédisant croyant décrivant réagissant reprenant démentant défendant prétendant garantissant dépeignant souriant riant surenchérissant";

/// Infinitives of irregular verbs.
const BARE: &str = "dire écrire répondre reconnaître admettre conclure poursuivre soutenir prévenir renchérir avertir réagir \
décrire défendre démentir prétendre dépeindre surenchérir";

/// Forms that are more often nouns or adjectives, or another verb: they need a subject beside them.
const NOUNLIKE: &str = "affiche affiches exprime nomme nomment nommait nommé nommée attaque attaques note notes demande annonce annonces critique critiques juge juges cite cites accuse pointe expose estime \
conseille offre rapporte résume traite clame confesse avance alerte alertes glisse lance remarque remarques réplique répliques \
menace menaces moque murmure souffle loue appelle tempête tonne tranche tente conteste relève signale écrit inscrit \
traduit plaint convient réplique scande crie presse commente considère invite salue titre titres continue complète inquiète \
condamne reproche reproches relance rage gronde pleure approuve conteste encourage";

/// Forms of verbs that report only the quotation they govern.
const WEAK: &str = "voir veut veulent voulait voulaient voudrait voulu voulant voit voient voyait voyaient vu voyant parle parlent parlait \
parlaient parlé parler parlant prône prônent prônait prôné prônant craint craignent craignait craignant vise rêve rêvait rêvent compte \
veulent préfère préfèrent préférait cherche refuse oppose promeut invoque invoquant brandit";

/// Forms of verbs that say what their object is, with `comme`, `à` or `en` before the quotation.
const FRAMING: &str = "présente présentent présentait présentaient présentant érige érigent érigeait érigeant compare comparent comparait \
comparant réduit réduisent réduisait réduisant assimile assimilent assimilait perçoit perçoivent percevait ressent ressentait ramène ramènent \
ramenait";

/// Calls `add` with every form and its class.
pub(super) fn forms(add: &mut impl FnMut(Cow<'static, str>, Class)) {
    let mut give = |parts: [&str; 2], class| add(Cow::Owned(parts.concat()), class);
    for infinitive in REGULAR.split_ascii_whitespace() {
        let Some(root) = infinitive.strip_suffix("er") else { continue };
        let open = opened(root);
        let soft = softened(root);
        for ending in ["e", "es", "ent"] {
            give([&open, ending], Class::FINITE);
        }
        // `vous écrivez`, `nous demandons`.
        give([root, "ez"], Class::FINITE);
        give([&soft, "ons"], Class::FINITE);
        for ending in ["ait", "aient", "a"] {
            give([&soft, ending], Class::FINITE);
        }
        give([root, "èrent"], Class::FINITE);
        // `répétera`, `martèlera`, `rappellera`: the mute e opens the vowel before it here too.
        for ending in ["era", "erait", "eront", "eraient"] {
            give([root, ending], Class::FINITE);
            give([&open, ending], Class::FINITE);
        }
        if let Some(stem) = root.strip_suffix("el").filter(|stem| !stem.ends_with('p')) {
            for ending in ["èle", "èles", "èlent", "èlera", "èlerait"] {
                give([stem, ending], Class::FINITE);
            }
        }
        for ending in ["é", "ée", "és", "ées"] {
            give([root, ending], Class::PARTICIPLE);
        }
        give([&soft, "ant"], Class::GERUND);
        give([root, "er"], Class::BARE);
    }
    for participle in PARTICIPLES.split_ascii_whitespace().filter(|form| form.ends_with(['i', 'u', 't'])) {
        for ending in ["e", "s", "es"] {
            add(Cow::Owned(format!("{participle}{ending}")), Class::PARTICIPLE);
        }
    }
    let lists = [(FINITE, Class::FINITE), (PARTICIPLES, Class::PARTICIPLE), (GERUNDS, Class::GERUND)];
    for (list, class) in lists.into_iter().chain([
        (BARE, Class::BARE),
        (NOUNLIKE, Class::NOUNLIKE),
        (WEAK, Class::WEAK),
        (FRAMING, Class::FRAMING),
    ]) {
        list.split_ascii_whitespace().for_each(|word| add(Cow::Borrowed(word), class));
    }
}

/// The root before a mute e: `répèt-e`, `rappell-e`, `jett-e`.
fn opened(root: &str) -> String {
    if root.ends_with("el") {
        return format!("{root}l");
    }
    if root.ends_with("jet") {
        return format!("{root}t");
    }
    let consonant = |letter: char| !"aeiouyéèêîâ".contains(letter);
    let Some((vowel_at, 'é')) = root.char_indices().rfind(|&(_, letter)| !consonant(letter)) else {
        return root.to_owned();
    };
    let tail = &root[vowel_at + 'é'.len_utf8()..];
    if tail.is_empty() { root.to_owned() } else { format!("{}è{tail}", &root[..vowel_at]) }
}

/// The root before a or o: `commenç-ait`, `exige-ait`.
fn softened(root: &str) -> String {
    match root.strip_suffix('c') {
        Some(stem) => format!("{stem}ç"),
        None if root.ends_with('g') => format!("{root}e"),
        None => root.to_owned(),
    }
}
