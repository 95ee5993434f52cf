//! English reporting verbs: regular ones expanded by rule, irregular ones listed.

use super::Class;
use std::borrow::Cow;

/// Regular verbs, bare form.
const REGULAR: &str = "accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure boast brag \
caution charge chide claim clarify comment complain concede conclude confirm confess contend continue counter criticize criticise \
cry declare decry demand denounce deny describe dismiss dub echo elaborate emphasize emphasise estimate exclaim explain express \
gush hail hint hope imply indicate inform insist instruct interject joke label lament maintain mention mock muse murmur mutter note \
object observe offer opine order plead pledge point post praise predict proclaim promise propose protest quip query question quote \
rail rant react reaffirm reason recall recommend recount reiterate relate remark remember remind reply report repeat request respond \
retort reveal scoff scream shout shrug sigh signal slam speculate state stress suggest summarize tease testify theorize thunder tout \
tweet urge vent vow warn whisper wonder yell call blast cite \
blame brand characterize characterise cheer chuckle concur confide counsel decree defend deem deplore deride dispute enthuse exhort fume \
grin grumble groan growl hiss implore inquire intone invoke jeer lambaste laugh moan ponder pronounce ridicule scold smile snap sneer \
sniff sob stammer text thank threaten trumpet volunteer whine applaud bemoan chant condemn congratulate email message welcome liken \
crow chime marvel demur sum wish bellow bark beg blurt boom bristle drawl huff jest lecture preach reckon \
recite reprimand roar rue shriek snarl snort soothe sputter wail yelp apologise apologize rule";

/// Finite forms of irregular verbs.
const FINITE: &str = "read says said tells told thinks thought wrote writes reads feels felt believes believed knew swore sang put puts";
/// Forms that are also participles (`has said`).
const PARTICIPLES: &str = "said told thought written believed sworn";
/// Present participles of irregular verbs.
const GERUNDS: &str = "saying telling thinking writing believing swearing";
/// Bare forms of irregular verbs.
const BARE: &str = "know put say tell think write believe swear";

/// Forms that are more often nouns or adjectives: they need a subject beside them.
const NOUNLIKE: &str = "accounts answers charges claims comments cries demands estimates hints hopes jokes labels notes objects offers \
orders pledges points posts praises promises protests quips queries questions quotes remarks replies reports requests reasons reads \
signals slams states stresses tweets vows calls blasts whispers screams shouts sighs estimated hailed charged called pointed noted \
posted ordered offered reported labeled read felt stated related concluded \
brands cheers texts messages emails laughs smiles snaps sobs chants threatened welcomes grins wishes ruled rules barks lectures begs booms reprimands";

/// Forms of verbs that report only the quotation they govern.
const WEAK: &str = "wants wanted wanting sees saw seen seeing seeks sought fears feared fearing favors favored favours favoured \
spoke speaks spoken speaking found finds remembers remembered";

/// Calls `add` with every form and its class.
pub(super) fn forms(add: &mut impl FnMut(Cow<'static, str>, Class)) {
    for bare in REGULAR.split_ascii_whitespace() {
        add(Cow::Borrowed(bare), Class::BARE);
        add(Cow::Owned(third_person(bare)), Class::FINITE);
        let root = doubled(bare);
        let past = match bare.strip_suffix('e') {
            Some(stem) => format!("{stem}ed"),
            None => match ends_in_consonant_and_y(bare) {
                Some(stem) => format!("{stem}ied"),
                None => format!("{root}ed"),
            },
        };
        add(Cow::Owned(past), Class::FINITE.or(Class::PARTICIPLE));
        let stem = bare.strip_suffix('e').unwrap_or(&root);
        add(Cow::Owned(format!("{stem}ing")), Class::GERUND);
    }
    let lists = [(FINITE, Class::FINITE), (PARTICIPLES, Class::PARTICIPLE), (GERUNDS, Class::GERUND)];
    for (list, class) in
        lists.into_iter().chain([(BARE, Class::BARE), (NOUNLIKE, Class::NOUNLIKE), (WEAK, Class::WEAK)])
    {
        list.split_ascii_whitespace().for_each(|word| add(Cow::Borrowed(word), class));
    }
}

fn third_person(bare: &str) -> String {
    if let Some(stem) = ends_in_consonant_and_y(bare) {
        return format!("{stem}ies");
    }
    let hissing = ["ch", "sh", "ss", "x"].iter().any(|ending| bare.ends_with(ending));
    format!("{bare}{}", if hissing { "es" } else { "s" })
}

fn ends_in_consonant_and_y(bare: &str) -> Option<&str> {
    bare.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// `admit` -> `admitt`: one syllable or a stressed last one, vowel between consonants.
fn doubled(bare: &str) -> String {
    let doubles = ["brag", "quip", "admit", "slam", "dub", "grin", "sob", "demur", "sum", "beg"];
    match bare.chars().next_back() {
        Some(last) if doubles.contains(&bare) => format!("{bare}{last}"),
        _ => bare.to_owned(),
    }
}
