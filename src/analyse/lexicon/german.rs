//! The closed word lists of German, and its reporting verbs.

use super::inflect::{Endings, expand};
use super::{Class, List};
use std::borrow::Cow;

const ROLE_OF_WOMEN: Class = Class::ROLE.or(Class::FEMININE);

/// Small words by which German is told.
pub(super) const TELLS: &str = "der die das und ist nicht ein eine einen dem den des zu mit auf für von im sich auch es wird sind hat war \
als nach bei aus wie dass oder aber noch über zum zur um am haben werden einem einer wir ich er sie nur in an vor";

/// See the module.
pub(super) const LISTS: &[List] = &[
    (Class::HAVE, "hat haben habe hatte hatten hätte hätten"),
    (Class::BE, "ist sind war waren sei seien wird werden wurde wurden worden gewesen"),
    (Class::MODAL, "will wollte kann könnte konnte muss müsse soll sollte darf dürfte möchte würde"),
    (Class::REFLEXIVE.or(Class::CLITIC), "sich"),
    (Class::CLITIC, "ihm ihnen uns mir"),
    (Class::NEGATION, "nicht nie"),
    (Class::PRONOUN.or(Class::HE), "er"),
    (Class::PRONOUN.or(Class::SHE), "sie"),
    (Class::PRONOUN.or(Class::HE).or(Class::SHE), "ich wir man es"),
    (Class::OBLIQUE, "ihm ihr ihnen"),
    (
        Class::ADVERB,
        "auch noch jetzt dann danach später zudem außerdem weiter ferner bereits schon nun etwa wieder erneut dazu darauf hingegen \
dagegen jedoch allerdings zugleich gleichzeitig schließlich abschließend zunächst kürzlich mehrfach wiederholt deutlich ausdrücklich \
daraufhin immer kurz jüngst einst stets öffentlich",
    ),
    (
        Class::DETERMINER,
        "der die das den dem ein eine einen einem einer eines sein seine seinen ihr ihre ihren dieser diese dieses jener unser unsere \
mein meine kein keine viele mehrere einige manche zwei drei alle",
    ),
    (Class::DETERMINER.or(Class::OF), "des"),
    (Class::OF, "von vom"),
    (
        Class::PREPOSITION,
        "in im an am auf aus bei beim mit nach über unter um vor zu zum zur für gegen ohne durch seit bis während wegen trotz \
zwischen hinter neben gegenüber ab als",
    ),
    (Class::CONJUNCTION, "und oder aber doch sondern denn"),
    (Class::RELATIVE, "dass daß ob weil wenn wo wer wie welche welcher welches obwohl damit"),
    (Class::AS, "wie"),
    (
        Class::TITLE,
        "herr herrn frau dr dr. prof prof. professor präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister \
ministerin papst könig königin",
    ),
    (
        Class::TIME,
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen abend mittag nachmittag vormittag \
montagabend montagmorgen dienstagabend mittwochabend donnerstagabend freitagabend",
    ),
    (
        Class::MONTH,
        "januar jänner februar märz april mai juni juli august september oktober november dezember",
    ),
    (
        Class::ROLE,
        "minister präsident sprecher vorsitzender chef leiter direktor experte forscher wissenschaftler anwalt richter \
bürgermeister oberbürgermeister trainer kanzler autor schriftsteller journalist ökonom historiker gründer geschäftsführer sekretär \
kandidat abgeordneter senator botschafter kommissar staatsanwalt polizist lehrer professor arzt bauer unternehmer politiker spieler \
kapitän regisseur schauspieler sänger künstler mann zeuge verteidiger nachbar analyst berater soziologe physiker biologe chirurg",
    ),
    (
        ROLE_OF_WOMEN,
        "ministerin präsidentin sprecherin vorsitzende chefin leiterin direktorin expertin forscherin wissenschaftlerin anwältin \
richterin bürgermeisterin oberbürgermeisterin trainerin kanzlerin autorin schriftstellerin journalistin ökonomin historikerin gründerin \
geschäftsführerin sekretärin kandidatin abgeordnete senatorin botschafterin kommissarin staatsanwältin polizistin lehrerin \
professorin ärztin bäuerin unternehmerin politikerin spielerin kapitänin regisseurin schauspielerin sängerin künstlerin zeugin \
verteidigerin nachbarin analystin beraterin soziologin physikerin biologin chirurgin",
    ),
    (
        Class::BODY,
        "unternehmen konzern firma gruppe partei verband gewerkschaft regierung ministerium bank behörde amt gericht universität \
institut verein verlag zeitung polizei stadt kommission fraktion gesellschaft stiftung staatsanwaltschaft opposition agentur",
    ),
    (Class::BEFORE_BODY, "firma unternehmen konzern verlag verein partei"),
    (
        Class::INSTITUTION,
        "universität bank bundesbank ministerium amt bundestag bundesrat landtag verband partei institut verein",
    ),
    (Class::EVENT, "olympia weltmeisterschaft festspiele messe gipfel kongress festival"),
    (Class::LAW, "gesetz grundgesetz verordnung richtlinie vertrag"),
    (Class::SITE, "see berg straße platz allee insel fluss schloss park flughafen bahnhof"),
    (Class::WHERE, "in aus nach bei"),
    (
        Class::UNIT,
        "euro dollar franken pfund kilometer meter hektar tonnen grad jahre stunden prozent watt megawatt",
    ),
    (Class::MAGNITUDE, "tausend million millionen milliarde milliarden mio mio. mrd mrd."),
    (
        Class::MAN,
        "andreas bernd björn boris christian claus detlef dieter dirk eberhard ernst fritz friedrich georg gerd gerhard günter günther \
hans harald heinrich heinz helmut herbert holger horst hubertus jan jens joachim jochen johannes jörg josef jürgen kai karl \
karl-heinz klaus konrad lars lothar ludwig lutz manfred markus matthias michael norbert olaf oliver otto peter philipp rainer ralf \
reinhard robert rolf rüdiger sebastian siegfried stefan steffen sven thomas thorsten tobias torsten ulrich uwe volker walter \
werner wilhelm winfried wolfgang",
    ),
    (
        Class::WOMAN,
        "andrea angela angelika anja anke anna annalena anneliese annette antje bärbel beate birgit brigitte christa christiane claudia \
cornelia dagmar doris elfriede elke erika eva franziska frauke friederike gabriele gerda gisela gudrun hannelore heike helga \
hildegard ilse ingrid irmgard jana jutta karin katharina katja katrin kerstin kirsten lena lisa luise manuela maren margarete martina \
monika nadine nicole petra renate ricarda sabine sahra saskia silke simone sonja stefanie susanne svenja ulrike ursula ute uta \
waltraud",
    ),
    (
        Class::COMMON,
        "der die das den dem des ein eine einen einem einer er sie es wir ich ihr man und oder aber doch denn in im an am auf aus bei mit \
nach über unter um vor zu zum zur für gegen ohne durch seit bis während wegen trotz zwischen als wie so auch noch nur dann da dabei \
dazu damit darum deshalb jedoch allerdings dass ob weil wenn was wer wo warum nicht kein keine ja nein hier dort heute gestern \
morgen jetzt nun schon sein seine ihre unser mein dieser diese dieses viele alle laut zudem außerdem",
    ),
    // Forms of reporting verbs that no rule makes, and infinitives.
    (
        Class::FINITE,
        "rief riefen ruft schrieb schrieben schreibt schreibe sprach sprachen spricht spreche versprach verspricht verwies \
verweist wies weist gestand gesteht widersprach widerspricht unterstrich unterstreicht fand findet gab gibt schrie schreit \
hieß heißt befand befindet entgegnete entgegnet erwiderte erwidert entgegneten erwiderten nannte nennt nannten nennen warf wirft \
schloss schließt fuhr fährt",
    ),
    (
        Class::PARTICIPLE,
        "gerufen geschrieben gesprochen versprochen verwiesen gestanden zugegeben bekanntgegeben widersprochen \
unterstrichen geschrien entgegnet erwidert genannt vorgeworfen",
    ),
    (Class::BARE, "sagen erklären betonen fordern warnen"),
    // They report only beside their subject, or right after the quotation.
    (
        Class::NOUNLIKE,
        "teilt teilte teilten führt führte führten stellt stellte stellten gibt gab findet fand weist wies räumt räumte \
räumten fügt fügte fügten lacht lachte glaubt hofft heißt hieß merkt merkte kündigt kündigte kündigten deutet deutete warf wirft \
schloss schließt fuhr fährt befand befindet sage teile meine frage lobe",
    ),
];

/// Regular verbs by their stem, with the participle.
const REGULAR: &str = "sag/gesagt erklär/erklärt beton/betont äußer/geäußert frag/gefragt warn/gewarnt forder/gefordert \
kritisier/kritisiert erzähl/erzählt ergänz/ergänzt erinner/erinnert mein/gemeint glaub/geglaubt versicher/versichert \
bekräftig/bekräftigt bestätig/bestätigt erläuter/erläutert klag/geklagt lob/gelobt mahn/gemahnt bemängel/bemängelt beklag/beklagt \
bedauer/bedauert urteil/geurteilt wiederhol/wiederholt hoff/gehofft droh/gedroht scherz/gescherzt schwärm/geschwärmt \
twitter/getwittert konter/gekontert resümier/resümiert prognostizier/prognostiziert argumentier/argumentiert \
kommentier/kommentiert zitier/zitiert höhn/gehöhnt jubel/gejubelt flüster/geflüstert murmel/gemurmelt brüll/gebrüllt \
lach/gelacht räum/eingeräumt teil/mitgeteilt füg/hinzugefügt kündig/angekündigt stell/klargestellt merk/angemerkt \
führ/ausgeführt bilanzier/bilanziert signalisier/signalisiert appellier/appelliert polter/gepoltert seufz/geseufzt \
schilder/geschildert bezeichn/bezeichnet";

/// The same, where an *e* stands before the ending.
const REGULAR_IN_T: &str = "antwort/geantwortet bericht/berichtet behaupt/behauptet vermut/vermutet begründ/begründet \
verkünd/verkündet spott/gespottet deut/gedeutet";

const ENDINGS: Endings = &[
    ("t", Class::FINITE),
    ("te", Class::FINITE),
    ("ten", Class::FINITE),
    ("en", Class::FINITE),
    ("e", Class::FINITE),
];

const ENDINGS_IN_T: Endings =
    &[("et", Class::FINITE), ("ete", Class::FINITE), ("eten", Class::FINITE), ("en", Class::FINITE)];

/// Calls `add` with every form of the reporting verbs and its class.
pub(super) fn forms(add: &mut impl FnMut(Cow<'static, str>, Class)) {
    for (list, endings) in [(REGULAR, ENDINGS), (REGULAR_IN_T, ENDINGS_IN_T)] {
        for (stem, participle) in list.split_ascii_whitespace().filter_map(|verb| verb.split_once('/')) {
            expand(stem, endings, add);
            add(Cow::Borrowed(participle), Class::PARTICIPLE);
        }
    }
}
