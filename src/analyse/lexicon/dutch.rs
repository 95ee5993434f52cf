//! The closed word lists of Dutch, and its reporting verbs.

use super::{Class, List};
use std::borrow::Cow;

const ROLE_OF_WOMEN: Class = Class::ROLE.or(Class::FEMININE);

/// Small words by which Dutch is told.
pub(super) const TELLS: &str = "de het een en van in is dat op te zijn voor met niet aan er om ook als bij maar door naar uit nog wordt over \
heeft werd die deze ze hij wij we of was tot hebben dit al zich kan meer geen moet ik 't";

/// See the module.
pub(super) const LISTS: &[List] = &[
    (Class::HAVE, "heeft hebben had hadden heb hebt"),
    (Class::BE, "is zijn was waren wordt worden werd werden geweest"),
    (Class::MODAL, "wil wilde kan kon moet moest zal zou mag mocht willen kunnen zouden"),
    (Class::REFLEXIVE.or(Class::CLITIC), "zich"),
    (Class::CLITIC, "hem haar hen hun ons mij me"),
    (Class::NEGATION, "niet nooit"),
    (Class::PRONOUN.or(Class::HE), "hij"),
    (Class::PRONOUN.or(Class::SHE), "zij ze"),
    (Class::PRONOUN.or(Class::HE).or(Class::SHE), "ik wij we men"),
    (Class::OBLIQUE, "hem haar hen"),
    (
        Class::ADVERB,
        "ook nog toen dan daarna later verder al weer opnieuw daarop echter bovendien tevens wel inmiddels eerder onlangs meteen \
duidelijk herhaaldelijk altijd vervolgens tenslotte ten slotte",
    ),
    (
        Class::DETERMINER,
        "de het een zijn haar hun deze dit die dat onze ons mijn geen veel enkele sommige meerdere andere twee drie alle 't",
    ),
    (Class::OF, "van"),
    (
        Class::PREPOSITION,
        "in op aan bij met naar over onder om voor tegen zonder door tijdens sinds tot uit tussen achter naast namens vanuit na",
    ),
    (Class::CONJUNCTION, "en of maar want dus"),
    (Class::RELATIVE, "dat die wie wat waar als omdat toen hoewel zodat"),
    (Class::AS, "zoals zo"),
    (
        Class::TITLE,
        "meneer mijnheer mevrouw dhr dhr. mw mw. mevr mevr. dr dr. drs drs. prof prof. ir ir. mr mr. minister premier president \
burgemeester paus koning koningin staatssecretaris wethouder",
    ),
    (
        Class::TIME,
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag vanochtend vanmiddag vanavond gisteravond \
maandagavond dinsdagavond woensdagavond donderdagavond vrijdagavond",
    ),
    (Class::MONTH, "januari februari maart april mei juni juli augustus september oktober november december"),
    (
        Class::ROLE,
        "minister president woordvoerder voorzitter directeur hoofd leider deskundige onderzoeker wetenschapper advocaat rechter officier \
burgemeester wethouder trainer premier auteur schrijver journalist econoom historicus oprichter secretaris kandidaat kamerlid senator \
ambassadeur commissaris agent leraar hoogleraar arts boer ondernemer politicus speler aanvoerder regisseur acteur zanger kunstenaar \
man getuige buurman analist topman bestuurder socioloog bioloog natuurkundige chirurg inwoner bewoner coach",
    ),
    (
        ROLE_OF_WOMEN,
        "minister president woordvoerder woordvoerster voorzitter directeur directrice hoofd leider leidster deskundige onderzoeker \
onderzoekster wetenschapper advocaat advocate rechter officier burgemeester wethouder trainer premier auteur schrijfster journaliste \
journalist econoom historica oprichter oprichtster secretaris kandidaat kamerlid senator ambassadeur commissaris agent lerares \
hoogleraar arts boerin ondernemer onderneemster politica speelster aanvoerster actrice zangeres kunstenares vrouw getuige \
buurvrouw analist topvrouw bestuurder socioloog bioloog chirurg inwoonster bewoonster bewoner coach",
    ),
    (
        Class::BODY,
        "bedrijf concern onderneming groep partij vereniging bond vakbond regering kabinet ministerie bank instelling rechtbank \
universiteit instituut stichting gemeente commissie fractie politie club krant oppositie provincie school organisatie",
    ),
    (Class::BEFORE_BODY, "bedrijf concern bank groep uitgeverij"),
    (
        Class::INSTITUTION,
        "universiteit bank ministerie rechtbank partij bond raad kamer instituut stichting hogeschool vereniging museum ziekenhuis \
gemeente politie",
    ),
    (Class::EVENT, "festival congres top forum spelen wk ek beurs"),
    (Class::LAW, "wet grondwet verdrag verordening richtlijn"),
    (Class::SITE, "meer rivier straat plein laan eiland berg brug station park kasteel"),
    (Class::WHERE, "in uit naar te"),
    (Class::UNIT, "euro dollar pond kilometer meter hectare ton graden jaar uur procent"),
    (Class::MAGNITUDE, "duizend miljoen miljard"),
    (
        Class::MAN,
        "adriaan albert alexander anton arie arjan arjen bart bas ben bernard bob bram cees cor daan daniel dick dirk eric erik ernst \
evert ferd frank frans frits geert gerard gerrit gijs hans hein hendrik henk herman hugo jaap jacob jan jelle jeroen jesse job joep \
johan joost joris jos kees klaas koen lars leo lodewijk luc maarten marc marcel mark martijn mathieu max michiel niels patrick paul \
peter pieter piet raymond rené rick rob robbert robert roel roelof ronald ruben rutger ruud sander sjoerd stef stefan steven sven \
theo thijs thomas tijs tim tom ton victor vincent wessel wiebe wilco willem wim wouter",
    ),
    (
        Class::WOMAN,
        "agnes alexandra alida angela anita anja anke anna anne annelies anneke annemarie annemiek astrid barbara bea betty carla carola \
caroline christina claudia cora corrie daphne diana dilan elisabeth ellen els elsbeth emma esther eva femke fleur floor frederike \
gerda greet greetje hanneke hannah hanke helga helma hilde ilse ineke inge ingrid iris irene jacqueline janneke jantine jeanette jet \
jolanda joke judith julia karin katja kim laura lies liesbeth lilian lisa lotte maaike maartje marga margot margriet maria marianne \
marieke marijke marijn marina marjan marjolein marleen marloes mieke mirjam mona monique nelleke nicole noor petra renske ria rianne \
rita roos sanne saskia sigrid simone sofie sonja sophie suzanne sylvana tamara tineke trudy vera wendy willemijn yvonne",
    ),
    (Class::PARTICLE, "van de der den ten ter het 't"),
    (
        Class::COMMON,
        "de het een en of maar want dus in op aan bij met naar over onder om voor tegen zonder door tijdens sinds tot uit tussen na van te \
als dat die dit deze wie wat waar wanneer hoe waarom hij zij ze wij we ik u je jij men er ook nog dan toen nu al wel niet geen ja nee \
hier daar vandaag gisteren morgen zijn haar hun ons onze mijn is was zijn waren heeft had volgens aldus omdat hoewel terwijl verder \
bovendien daarnaast echter zo zoals alle veel meer",
    ),
    (
        Class::NO_NAME,
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober \
november december internet god nederlandse nederlander nederlanders duitse franse engelse belgische vlaamse europese amerikaanse \
amerikanen russische chinese",
    ),
    // Forms of reporting verbs that no rule makes, and infinitives.
    (
        Class::FINITE,
        "zei zeiden zeggen vindt vond vonden vinden denkt dacht dachten schrijft schreef schreven vraagt vroeg vroegen roept riep \
riepen spreekt sprak geeft gaf gaven laat liet lieten besluit besloot begrijpt weet wist vertellen melden stellen waarschuwen \
luidt luidde wijst wees",
    ),
    (Class::PARTICIPLE, "gezegd gevonden gedacht geschreven gevraagd geroepen gesproken toegegeven gewezen"),
    (Class::BARE, "zeggen vertellen benadrukken melden stellen waarschuwen"),
    // They report only beside their subject, or right after the quotation.
    (
        Class::NOUNLIKE,
        "licht zucht verwacht bekend bekende legt legde stelt stelde geeft gaf gaven laat liet lieten voegt voegde merkt \
merkte besluit besloot weet wist wijst wees hoopt vreest meldt lacht lachte noemt noemde spreekt sprak stellen melden vinden vindt vond \
denkt dacht benadrukt bevestigd",
    ),
];

/// Regular verbs: present, past (its plural ends in -n), participle.
const REGULAR: &str = "zegt/zeide/gezegd vertelt/vertelde/verteld verklaart/verklaarde/verklaard benadrukt/benadrukte/benadrukt \
antwoordt/antwoordde/geantwoord reageert/reageerde/gereageerd meldt/meldde/gemeld legt/legde/uitgelegd voegt/voegde/toegevoegd \
stelt/stelde/gesteld meent/meende/gemeend waarschuwt/waarschuwde/gewaarschuwd belooft/beloofde/beloofd \
bevestigt/bevestigde/bevestigd herhaalt/herhaalde/herhaald hoopt/hoopte/gehoopt klaagt/klaagde/geklaagd erkent/erkende/erkend \
constateert/constateerde/geconstateerd concludeert/concludeerde/geconcludeerd bekritiseert/bekritiseerde/bekritiseerd \
noemt/noemde/genoemd twittert/twitterde/getwitterd grapt/grapte/gegrapt lacht/lachte/gelachen zucht/zuchtte/gezucht \
fluistert/fluisterde/gefluisterd schreeuwt/schreeuwde/geschreeuwd merkt/merkte/opgemerkt licht/lichtte/toegelicht \
vervolgt/vervolgde/vervolgd beweert/beweerde/beweerd pleit/pleitte/gepleit oordeelt/oordeelde/geoordeeld \
redeneert/redeneerde/geredeneerd ontkent/ontkende/ontkend verzekert/verzekerde/verzekerd verwacht/verwachtte/verwacht \
betreurt/betreurde/betreurd juicht/juichte/gejuicht onderstreept/onderstreepte/onderstreept eist/eiste/geëist \
waarschuwt/waarschuwde/gewaarschuwd informeert/informeerde/geïnformeerd beaamt/beaamde/beaamd sneert/sneerde/gesneerd \
vreest/vreesde/gevreesd bekent/bekende/bekend droomt/droomde/gedroomd kondigt/kondigde/aangekondigd";

/// Calls `add` with every form of the reporting verbs and its class.
pub(super) fn forms(add: &mut impl FnMut(Cow<'static, str>, Class)) {
    for verb in REGULAR.split_ascii_whitespace() {
        let mut parts = verb.split('/');
        let (Some(present), Some(past), Some(participle)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        add(Cow::Borrowed(present), Class::FINITE);
        add(Cow::Borrowed(past), Class::FINITE);
        add(Cow::Owned(format!("{past}n")), Class::FINITE);
        add(Cow::Borrowed(participle), Class::PARTICIPLE);
    }
}
