//! The closed word lists of Spanish, and its reporting verbs.

use super::inflect::Endings;
use super::{Class, List};

const ROLE_OF_WOMEN: Class = Class::ROLE.or(Class::FEMININE);

/// Small words by which Spanish is told.
pub(super) const TELLS: &str = "el la los las de del y que en un una es por con para se su no al lo como más pero sus le ha fue este esta \
son también ya está sobre entre cuando muy sin desde hasta hay yo o a nos había ser";

/// See the module.
pub(super) const LISTS: &[List] = &[
    (
        Class::SPEAKING,
        "yo tú usted ustedes nosotros me te mi mis tu tus conmigo contigo nuestro nuestra sí nos",
    ),
    (Class::HAVE, "ha han había habían haya hayan habría he hemos haber habiendo"),
    (Class::BE, "es son era eran fue fueron está están estaba estaban ser sido siendo"),
    (Class::REFLEXIVE.or(Class::CLITIC), "se"),
    (Class::CLITIC, "le les lo la me nos te los"),
    (Class::NEGATION, "no nunca"),
    (Class::PRONOUN.or(Class::HE), "él este aquel"),
    (Class::PRONOUN.or(Class::SHE), "ella ésta"),
    (Class::PRONOUN, "ellos ellas ustedes"),
    (Class::PRONOUN.or(Class::HE).or(Class::SHE), "yo nosotros"),
    (Class::OBLIQUE, "él ella ellos ellas mí"),
    (
        Class::ADVERB,
        "también además después luego ayer hoy entonces ahora antes recientemente posteriormente finalmente asimismo ya aún siempre \
solo sólo incluso así tajantemente claramente rotundamente mientras tanto",
    ),
    (
        Class::DETERMINER,
        "el la los las un una unos unas su sus este esta estos estas ese esa mi nuestro nuestra varios varias otro otra algunos \
algunas dos tres",
    ),
    (Class::DETERMINER.or(Class::OF), "del"),
    (Class::OF, "de"),
    (Class::PREPOSITION.or(Class::DETERMINER), "al"),
    (
        Class::PREPOSITION,
        "a ante bajo con contra desde durante en entre hacia hasta mediante para por según sin sobre tras",
    ),
    (Class::CONJUNCTION, "y e o u pero sino ni"),
    (Class::RELATIVE, "que quien quienes cual cuyo cuya donde cuando porque si"),
    (Class::AS, "como"),
    (Class::BY, "por"),
    (
        Class::TITLE,
        "señor señora señorita sr sr. sra sra. srta srta. don doña dr dr. dra dra. presidente presidenta ministro ministra rey reina papa",
    ),
    (Class::TIME, "lunes martes miércoles jueves viernes sábado domingo ayer hoy anoche mañana"),
    (
        Class::MONTH,
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    ),
    (
        Class::ROLE,
        "ministro presidente portavoz alcalde director jefe líder experto investigador científico abogado juez fiscal periodista \
escritor autor economista historiador fundador secretario candidato diputado senador consejero embajador comisario profesor médico \
entrenador capitán jugador actor cantante artista empresario dirigente vecino testigo hombre agricultor vicepresidente expresidente \
analista biólogo físico sociólogo delantero portero gerente gobernador",
    ),
    (
        ROLE_OF_WOMEN,
        "ministra presidenta portavoz alcaldesa directora jefa líder experta investigadora científica abogada jueza juez fiscal \
periodista escritora autora economista historiadora fundadora secretaria candidata diputada senadora consejera embajadora comisaria \
profesora médica entrenadora capitana jugadora actriz cantante artista empresaria dirigente vecina testigo mujer agricultora \
vicepresidenta expresidenta analista bióloga física socióloga delantera portera gerente gobernadora",
    ),
    (
        Class::BODY,
        "empresa compañía grupo partido asociación federación sindicato gobierno ministerio banco comisión organización agencia \
instituto universidad fundación ayuntamiento fiscalía policía club equipo periódico diario tribunal oposición consejería",
    ),
    (Class::BEFORE_BODY, "empresa compañía firma banco grupo"),
    (
        Class::INSTITUTION,
        "universidad banco ministerio comisión consejo tribunal instituto partido asociación federación fundación junta congreso \
senado parlamento ayuntamiento agencia museo hospital academia",
    ),
    (Class::EVENT, "cumbre festival congreso foro mundial copa juegos feria"),
    (Class::LAW, "ley constitución tratado reglamento directiva"),
    (Class::SITE, "lago río calle plaza avenida isla sierra monte puente aeropuerto parque castillo palacio"),
    (Class::WHERE, "en desde hacia"),
    (Class::UNIT, "euros euro dólares dólar pesos kilómetros metros hectáreas toneladas grados años horas"),
    (Class::MAGNITUDE, "mil millones millón billones"),
    (
        Class::MAN,
        "adolfo agustín alberto alejandro alfonso álvaro andrés ángel antonio arturo carlos césar cristóbal diego eduardo emilio \
enrique ernesto esteban felipe fernando francisco gabriel gerardo gonzalo guillermo gustavo héctor hugo ignacio íñigo javier jaime \
jesús joaquín jordi jorge josé juan julio leopoldo luis manuel mariano mario martín mauricio miguel nicolás óscar pablo pedro pere \
rafael ramón raúl ricardo roberto rodrigo salvador santiago sergio tomás vicente víctor",
    ),
    (
        Class::WOMAN,
        "adriana alicia ana andrea ángela araceli beatriz begoña blanca carmen carolina cecilia clara concepción consuelo cristina \
daniela dolores elena elvira esperanza eva fátima gloria graciela inés irene isabel josefa juana julia laura leticia lola lorena lucía \
luisa manuela margarita maría mariana marta mercedes mónica montserrat natalia noelia nuria olga paloma patricia paula pilar rocío \
rosa rosario sara silvia sofía soledad sonia susana teresa verónica victoria yolanda",
    ),
    (
        Class::COMMON,
        "el la los las un una unos unas de del a al en con por para sin sobre entre hacia hasta desde según tras ante y o pero ni que \
quien cuando donde como si no sí más muy ya también además así entonces ahora hoy ayer aquí allí su sus este esta estos estas ese esa \
eso mi nuestro él ella ellos ellas yo nosotros se le les lo hay es son fue era ha han qué quién cómo dónde cuándo porque aunque \
mientras después antes luego todo toda todos todas otro otra cada",
    ),
    (
        Class::NO_NAME,
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre \
noviembre diciembre estado internet dios",
    ),
    // Forms of reporting verbs that no rule makes, and infinitives.
    (
        Class::FINITE,
        "dice dicen dijo dijeron decía decían diría dirá sostiene sostienen sostuvo sostuvieron advierte advierten advirtió \
advirtieron concluye concluyen concluyó pide piden pidió pidieron cuenta cuentan recuerda recuerdan manifiesta manifiestan niega niegan \
piensa piensan cree creen creía defiende defienden refiere refirió repite repitió prosigue prosiguió sugiere sugirió confiesa \
reconocía añadía insistía",
    ),
    (Class::PARTICIPLE, "dicho escrito concluido sostenido proseguido"),
    (Class::GERUND, "diciendo pidiendo advirtiendo"),
    (Class::BARE, "decir afirmar asegurar declarar añadir insistir reconocer"),
    // They report only beside their subject, or right after the quotation.
    (
        Class::NOUNLIKE,
        "cuenta cuentan nota avanza indica critica valora avisa lamenta celebra pregunta grita relata reclama acusa apunta \
informa piensa considera detalla resalta justifica alerta revela",
    ),
];

/// Verbs in -ar, without the ending.
const IN_AR: &str = "afirm asegur declar explic señal coment agreg apunt destac subray indic contest pregunt lament anunci denunci critic \
aclar expres exclam confirm celebr reclam alert avis avanz precis puntualiz matiz relat rechaz justific consider opin argument replic \
susurr grit brome ironiz zanj sentenci proclam reiter remarc enfatiz acus valor vaticin augur detall cuestion revel recalc resalt \
inform not record cont manifest neg pens confes mencion acot remat murmur";
/// Verbs in -er and -ir, without the ending.
const IN_ER: &str =
    "respond promet defend reconoc añad insist admit escrib ped advert suger refer repet resum";

const AR: Endings = &[
    ("a", Class::FINITE),
    ("an", Class::FINITE),
    ("ó", Class::FINITE),
    ("aron", Class::FINITE),
    ("aba", Class::FINITE),
    ("aban", Class::FINITE),
    ("ado", Class::PARTICIPLE),
    ("ando", Class::GERUND),
];
const ER: Endings = &[
    ("e", Class::FINITE),
    ("en", Class::FINITE),
    ("ió", Class::FINITE),
    ("ieron", Class::FINITE),
    ("ía", Class::FINITE),
    ("ido", Class::PARTICIPLE),
    ("iendo", Class::GERUND),
];

/// The reporting verbs by their stems, and the endings of each group.
pub(super) const VERBS: &[(&str, Endings)] = &[(IN_AR, AR), (IN_ER, ER)];
