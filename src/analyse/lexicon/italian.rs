//! The closed word lists of Italian, and its reporting verbs.

use super::inflect::Endings;
use super::{Class, List};

const ROLE_OF_WOMEN: Class = Class::ROLE.or(Class::FEMININE);

/// Small words by which Italian is told.
pub(super) const TELLS: &str = "il lo la i gli le di del della dei delle degli che e è un una per con non si sono da dal dalla al alla nel \
nella ai alle come più ma anche su sul ha questo questa ci o in a l' d' un' dell' all' nell' dall' sull' c' stato";

/// See the module.
pub(super) const LISTS: &[List] = &[
    (Class::SPEAKING, "io tu voi noi mi ti mio mia tuo tua nostro vostro sì m'"),
    (Class::HAVE, "ha hanno aveva avevano abbia abbiano avrebbe avrebbero ho abbiamo avere avendo"),
    (Class::BE, "è sono era erano sia siano sarà stato stata stati state essere essendo viene venne"),
    (Class::MODAL, "vuole voleva può poteva deve doveva"),
    (Class::REFLEXIVE.or(Class::CLITIC), "si s'"),
    (Class::CLITIC, "gli le lo la l' mi ci ne vi ti"),
    (Class::NEGATION, "non"),
    (Class::PRONOUN.or(Class::HE), "lui egli"),
    (Class::PRONOUN.or(Class::SHE), "lei ella"),
    (Class::PRONOUN, "loro essi esse"),
    (Class::PRONOUN.or(Class::HE).or(Class::SHE), "io noi"),
    (Class::OBLIQUE, "lui lei loro me"),
    (
        Class::ADVERB,
        "anche poi ancora inoltre quindi infine ieri oggi già spesso sempre subito dopo prima invece intanto così \
recentemente chiaramente successivamente solo ora",
    ),
    (
        Class::DETERMINER,
        "il lo la l' i gli le un uno una un' suo sua suoi sue questo questa questi queste quel quello quella alcuni alcune molti altri \
due tre nostro nostra",
    ),
    (Class::DETERMINER.or(Class::OF), "del dello della dell' dei degli delle"),
    (Class::OF, "di d'"),
    (
        Class::PREPOSITION.or(Class::DETERMINER),
        "al allo alla all' ai agli alle nel nello nella nell' nei negli nelle sul sullo sulla sull' sui sugli sulle dal dallo dalla \
dall' dai dagli dalle",
    ),
    (
        Class::PREPOSITION,
        "a ad in con su per da tra fra durante contro verso senza sotto sopra dopo davanti presso entro",
    ),
    (Class::CONJUNCTION, "e ed o ma però né"),
    (Class::RELATIVE, "che chi cui quale quali dove quando perché se"),
    (Class::AS, "come"),
    (Class::BY, "da dal dalla dall' dai dagli dalle"),
    (
        Class::TITLE,
        "signor signore signora signorina sig sig. sig.ra dott dott. dottor dottore dottoressa dott.ssa prof prof. professor professore \
professoressa ing ing. avv avv. onorevole on. presidente premier ministro ministra papa re regina monsignor don suor",
    ),
    (Class::TIME, "lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi stamattina stasera"),
    (
        Class::MONTH,
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    ),
    (
        Class::ROLE,
        "ministro presidente portavoce sindaco direttore capo leader esperto ricercatore scienziato avvocato giudice procuratore \
giornalista scrittore autore economista storico fondatore segretario candidato deputato senatore assessore ambasciatore commissario \
professore medico allenatore capitano giocatore attore cantante artista imprenditore dirigente vicino testimone uomo agricoltore \
vicepresidente amministratore analista biologo fisico sociologo attaccante portiere governatore premier tecnico",
    ),
    (
        ROLE_OF_WOMEN,
        "ministra presidente portavoce sindaca direttrice leader esperta ricercatrice scienziata avvocata giudice procuratrice \
giornalista scrittrice autrice economista storica fondatrice segretaria candidata deputata senatrice assessora ambasciatrice \
commissaria professoressa medica allenatrice capitana giocatrice attrice cantante artista imprenditrice dirigente vicina testimone \
donna agricoltrice vicepresidente amministratrice analista biologa fisica sociologa governatrice premier",
    ),
    (
        Class::BODY,
        "azienda società impresa gruppo partito associazione federazione sindacato governo ministero banca commissione organizzazione \
agenzia istituto università fondazione comune procura polizia squadra club quotidiano giornale tribunale opposizione regione",
    ),
    (Class::BEFORE_BODY, "azienda società impresa gruppo banca"),
    (
        Class::INSTITUTION,
        "università banca ministero commissione consiglio tribunale istituto partito associazione federazione fondazione senato \
parlamento camera comune corte agenzia museo ospedale accademia procura",
    ),
    (Class::EVENT, "vertice festival congresso forum mondiale coppa olimpiadi fiera mostra"),
    (Class::LAW, "legge costituzione trattato regolamento direttiva"),
    (Class::SITE, "lago fiume via piazza viale isola monte ponte aeroporto parco castello palazzo"),
    (Class::WHERE, "a ad in"),
    (Class::UNIT, "euro dollari dollaro sterline chilometri metri ettari tonnellate gradi anni ore"),
    (Class::MAGNITUDE, "mila milioni milione miliardi miliardo"),
    (
        Class::MAN,
        "alberto aldo alessandro alessio alfredo andrea angelo antonio armando arturo bruno carlo cesare claudio corrado cristiano \
daniele dario davide diego domenico edoardo emanuele enrico enzo ettore eugenio fabio fabrizio federico ferdinando filippo francesco \
franco gabriele gaetano giacomo gianfranco gianluca gianni giancarlo giorgio giovanni giulio giuseppe guido ignazio ivano lorenzo luca \
luciano luigi marcello marco mario massimo matteo maurizio mauro michele nicola nicolò paolo pier pierluigi pietro raffaele renato \
renzo riccardo roberto rocco romano salvatore sandro sergio silvio simone stefano tommaso ugo umberto vincenzo vittorio walter",
    ),
    (
        Class::WOMAN,
        "adriana alessandra alessia alice angela anna annalisa antonella antonia arianna barbara beatrice benedetta bianca camilla carla \
caterina cecilia chiara cinzia claudia cristina daniela debora donatella elena eleonora elisa elisabetta elly emma federica fiorella \
francesca gabriella giada gianna gioia giorgia giovanna giulia giuliana graziella ilaria irene isabella laura letizia licia lucia \
luisa maddalena manuela margherita maria mariastella marina marta martina michela monica nadia nicoletta ornella paola patrizia \
roberta rosa rosanna sabrina sara serena silvia simona sofia sonia stefania susanna teresa valentina valeria vanessa veronica viola \
virginia",
    ),
    (
        Class::COMMON,
        "il lo la l' i gli le un uno una un' di del della dei degli delle dell' a al alla ai alle all' da dal dalla in nel nella con su \
sul sulla per tra fra e ed o ma però né che chi cui quando dove come se non sì più molto già anche inoltre così allora adesso ora oggi \
ieri qui lì suo sua questo questa questi queste quel quella lui lei loro noi io si è sono era ha hanno cosa perché mentre dopo prima \
poi tutto tutti tutte altro ogni secondo",
    ),
    (
        Class::NO_NAME,
        "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre \
ottobre novembre dicembre stato internet dio",
    ),
    // Forms of reporting verbs that no rule makes, and infinitives.
    (
        Class::FINITE,
        "dice dicono disse dissero diceva dicevano dirà direbbe aggiunse aggiunsero aggiunge scrisse scrissero rispose risposero \
concluse conclusero ammise ammisero chiese chiesero sostiene sostengono sostenne promise avverte avvertono prosegue proseguono",
    ),
    (
        Class::PARTICIPLE,
        "detto aggiunto scritto risposto concluso ammesso chiesto sostenuto promesso insistito ribattuto avvertito",
    ),
    (Class::GERUND, "dicendo aggiungendo sostenendo chiedendo rispondendo ammettendo"),
    (Class::BARE, "dire affermare dichiarare aggiungere sottolineare"),
    // They report only beside their subject, or right after the quotation.
    (
        Class::NOUNLIKE,
        "nota notano critica accusa attacca domanda conferma commento lamenta segnala annuncia denuncia invita replica \
valuta considera pensa parla rivela contesta chiede scrive ricorda racconta osserva",
    ),
];

/// Verbs in -are, without the ending.
const IN_ARE: &str = "afferm dichiar sottoline precis comment raccont ricord domand critic conferm assicur osserv not rilev replic url grid \
lament accus attacc segnal evidenzi auspic invit spieg annunci denunci avvis rassicur tuon ironizz attest aggiorn ammon consider \
pens valut rivel rivendic contest neg argoment esult ipotizz puntualizz comunic motiv parl sbott confess elogi scherz";
/// Verbs in -ere, without the ending.
const IN_ERE: &str = "ribatt insist sosten rispond aggiung conclud promett ammett chied scriv";
/// Verbs in -ire with -isc-, without the ending.
const IN_IRE: &str = "ribad chiar rifer prosegu avvert sugger garant";

const ARE: Endings = &[
    ("a", Class::FINITE),
    ("ano", Class::FINITE),
    ("ò", Class::FINITE),
    ("arono", Class::FINITE),
    ("ava", Class::FINITE),
    ("avano", Class::FINITE),
    ("ato", Class::PARTICIPLE),
    ("ando", Class::GERUND),
];
const ERE: Endings = &[
    ("e", Class::FINITE),
    ("ono", Class::FINITE),
    ("eva", Class::FINITE),
    ("evano", Class::FINITE),
    ("endo", Class::GERUND),
];
const IRE: Endings = &[
    ("isce", Class::FINITE),
    ("iscono", Class::FINITE),
    ("ì", Class::FINITE),
    ("irono", Class::FINITE),
    ("iva", Class::FINITE),
    ("ito", Class::PARTICIPLE),
    ("endo", Class::GERUND),
];

/// The reporting verbs by their stems, and the endings of each group.
pub(super) const VERBS: &[(&str, Endings)] = &[(IN_ARE, ARE), (IN_ERE, ERE), (IN_IRE, IRE)];
