//! The closed word lists of Portuguese, of both sides of the ocean, and its reporting verbs.

use super::inflect::Endings;
use super::{Class, List};

const ROLE_OF_WOMEN: Class = Class::ROLE.or(Class::FEMININE);

/// Small words by which Portuguese is told.
pub(super) const TELLS: &str = "o a os as de do da dos das e é que em um uma no na nos nas para com não por mais se ao à como mas foi são \
também pelo pela seu sua ou já está ele ela eu até isso quando muito há ser tem ter";

/// See the module.
pub(super) const LISTS: &[List] = &[
    (Class::SPEAKING, "eu tu você vocês nós me te meu minha teu tua comigo contigo sim"),
    (Class::HAVE, "tem têm tinha tinham havia haviam há teria teriam ter tendo"),
    (Class::BE, "é são era eram foi foram está estão estava seja ser sido sendo"),
    (Class::MODAL, "quer pode podia deve devia"),
    (Class::REFLEXIVE.or(Class::CLITIC), "se"),
    (Class::CLITIC, "lhe lhes me nos te o a"),
    (Class::NEGATION, "não nunca"),
    (Class::PRONOUN.or(Class::HE), "ele"),
    (Class::PRONOUN.or(Class::SHE), "ela"),
    (Class::PRONOUN, "eles elas"),
    (Class::PRONOUN.or(Class::HE).or(Class::SHE), "eu nós"),
    (Class::OBLIQUE, "ele ela eles elas mim"),
    (
        Class::ADVERB,
        "também ainda depois ontem hoje então agora antes recentemente posteriormente finalmente igualmente já sempre só apenas \
porém claramente entretanto assim logo",
    ),
    (
        Class::DETERMINER,
        "o a os as um uma uns umas seu sua seus suas este esta esse essa aquele aquela meu minha nosso nossa vários várias outro outra \
alguns algumas dois duas três",
    ),
    (Class::DETERMINER.or(Class::OF), "do da dos das"),
    (Class::OF, "de"),
    (Class::PREPOSITION.or(Class::DETERMINER), "ao à aos às no na nos nas num numa pelo pela pelos pelas"),
    (
        Class::PREPOSITION,
        "a ante até com contra desde durante em entre para por perante sem sob sobre após segundo conforme",
    ),
    (Class::CONJUNCTION, "e ou mas porém nem"),
    (Class::RELATIVE, "que quem qual cujo cuja onde quando porque se"),
    (Class::AS, "como"),
    (Class::BY, "por pelo pela pelos pelas"),
    (
        Class::TITLE,
        "senhor senhora sr sr. sra sra. dr dr. dra dra. dom dona doutor doutora presidente ministro ministra professor professora \
papa rei rainha eng. prof. deputado deputada senador senadora governador governadora",
    ),
    (
        Class::TIME,
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta sábado domingo ontem hoje \
nesta neste",
    ),
    (
        Class::MONTH,
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ),
    (
        Class::ROLE,
        "ministro presidente porta-voz prefeito diretor director chefe líder especialista pesquisador investigador cientista advogado juiz \
procurador promotor jornalista escritor autor economista historiador fundador secretário candidato deputado senador vereador \
embaixador comissário professor médico treinador técnico capitão jogador ator cantor artista empresário dirigente vizinho morador \
testemunha homem agricultor vice-presidente analista biólogo físico sociólogo atacante goleiro gerente governador delegado",
    ),
    (
        ROLE_OF_WOMEN,
        "ministra presidente presidenta porta-voz prefeita diretora directora chefe líder especialista pesquisadora investigadora cientista \
advogada juíza procuradora promotora jornalista escritora autora economista historiadora fundadora secretária candidata deputada \
senadora vereadora embaixadora comissária professora médica treinadora técnica capitã jogadora atriz cantora artista empresária \
dirigente vizinha moradora testemunha mulher agricultora vice-presidente analista bióloga física socióloga goleira gerente \
governadora delegada",
    ),
    (
        Class::BODY,
        "empresa companhia grupo partido associação federação sindicato governo ministério banco comissão organização agência instituto \
universidade fundação prefeitura câmara polícia clube equipa equipe jornal tribunal oposição secretaria",
    ),
    (Class::BEFORE_BODY, "empresa companhia banco grupo"),
    (
        Class::INSTITUTION,
        "universidade banco ministério comissão conselho tribunal instituto partido associação federação fundação senado congresso \
parlamento câmara prefeitura agência museu hospital academia assembleia",
    ),
    (Class::EVENT, "cimeira cúpula festival congresso fórum mundial copa taça jogos feira"),
    (Class::LAW, "lei constituição tratado regulamento diretiva"),
    (Class::SITE, "lago rio rua praça avenida ilha serra monte ponte aeroporto parque castelo palácio"),
    (Class::WHERE, "em no na"),
    (
        Class::UNIT,
        "euros euro dólares dólar reais libras quilômetros quilómetros metros hectares toneladas graus anos horas",
    ),
    (Class::MAGNITUDE, "mil milhões milhão bilhões bilhão"),
    (
        Class::MAN,
        "adriano afonso alberto alexandre álvaro andré antónio antônio armando arnaldo artur augusto bernardo bruno caetano caio carlos \
celso césar cláudio cristiano daniel david diogo domingos duarte edson eduardo emanuel emílio fábio felipe fernando filipe flávio \
francisco frederico gabriel geraldo gilberto gonçalo guilherme gustavo henrique hugo inácio ivo jaime jair joão joaquim jorge josé \
júlio leonardo lucas luís luiz manuel marcelo márcio marco marcos mário maurício miguel nelson nuno otávio paulo pedro rafael raul \
renato ricardo roberto rodrigo rogério romeu rubens rui sérgio tiago vasco vicente vítor vinícius wagner",
    ),
    (
        Class::WOMAN,
        "adriana alice aline amélia ana andreia ângela antónia beatriz bruna camila carla carmen carolina catarina cecília célia clara \
cláudia conceição cristina daniela débora diana dilma edite elisa elsa ester eva fátima fernanda filipa flávia francisca gabriela \
helena inês irene isabel joana josefa júlia juliana larissa laura letícia lídia lúcia luciana luísa luiza madalena mafalda manuela \
márcia margarida maria mariana marina marisa marta marília matilde mónica mônica natália olga patrícia paula raquel regina renata rita \
rosa sandra sara silvana sílvia simone sofia sónia sônia susana tânia tatiana teresa vanessa vera",
    ),
    (
        Class::COMMON,
        "o a os as um uma uns umas de do da dos das em no na nos nas com por pelo pela para sem sobre entre até desde segundo após ao à \
aos às e ou mas porém nem que quem quando onde como se não sim mais muito já também ainda assim então agora hoje ontem aqui ali seu sua \
este esta esse essa isso meu nosso ele ela eles elas eu nós lhe há é são foi era tem têm porque embora enquanto depois antes todo toda \
todos outra outro cada",
    ),
    (
        Class::NO_NAME,
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho julho \
agosto setembro outubro novembro dezembro estado internet deus",
    ),
    // Forms of reporting verbs that no rule makes, and infinitives.
    (
        Class::FINITE,
        "diz dizem disse disseram dizia diziam dirá diria pede pedem pediu mantém manteve contrapôs contrapõe",
    ),
    (Class::PARTICIPLE, "dito escrito"),
    (Class::GERUND, "dizendo"),
    (Class::BARE, "dizer afirmar declarar acrescentar garantir"),
    // They report only beside their subject, or right after the quotation.
    (
        Class::NOUNLIKE,
        "conta contam nota notam critica avisa lamenta pergunta grita relata indica aponta pensa considera revela alerta \
continua completa observa lembra destaca reforça justifica comenta avalia pede defende anuncia",
    ),
];

/// Verbs in -ar, without the ending.
const IN_AR: &str = "afirm declar explic destac ressalt coment cont acrescent lembr critic anunci alert avis pergunt reclam lament \
enfatiz observ apont avali ponder argument justific indic question grit confirm neg brinc desabaf complet continu finaliz relat narr \
sublinh salient fris adiant reforç revel acredit pens assegur constat consider detalh ironiz aleg ressalv mencion reiter \
contest not record exclam queix confess gracej elogi desafi murmur retruc classific qualific";
/// Verbs in -er and -ir, without the ending.
const IN_ER: &str = "respond escrev reconhec promet defend esclarec";
const IN_IR: &str = "garant admit insist assum conclu refer suger prossegu resum advert ped repet";

const AR: Endings = &[
    ("a", Class::FINITE),
    ("am", Class::FINITE),
    ("ou", Class::FINITE),
    ("aram", Class::FINITE),
    ("ava", Class::FINITE),
    ("avam", Class::FINITE),
    ("ado", Class::PARTICIPLE),
    ("ando", Class::GERUND),
];
const ER: Endings = &[
    ("e", Class::FINITE),
    ("em", Class::FINITE),
    ("eu", Class::FINITE),
    ("eram", Class::FINITE),
    ("ia", Class::FINITE),
    ("ido", Class::PARTICIPLE),
    ("endo", Class::GERUND),
];
const IR: Endings = &[
    ("e", Class::FINITE),
    ("em", Class::FINITE),
    ("iu", Class::FINITE),
    ("iram", Class::FINITE),
    ("i", Class::FINITE),
    ("ia", Class::FINITE),
    ("ido", Class::PARTICIPLE),
    ("indo", Class::GERUND),
];

/// The reporting verbs by their stems, and the endings of each group.
pub(super) const VERBS: &[(&str, Endings)] = &[(IN_AR, AR), (IN_ER, ER), (IN_IR, IR)];
