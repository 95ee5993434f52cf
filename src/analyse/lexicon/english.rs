//! The closed word lists of English.

use super::{Class, List};

/// See the module.
pub(super) const LISTS: &[List] = &[
    (
        Class::TELLING,
        "the of and to is that for was with are his her has have they which from by at be this it not or were an had their but he she",
    ),
    (Class::HAVE, "has have had having"),
    (Class::BE, "is was are were be been being 's"),
    (Class::MODAL, "would could should might may did does do will can must"),
    (Class::NEGATION, "not never n't"),
    (Class::PRONOUN.or(Class::HE), "he"),
    (Class::PRONOUN.or(Class::SHE), "she"),
    (Class::PRONOUN.or(Class::HE).or(Class::SHE), "they i we it you"),
    (Class::OBLIQUE, "him her them"),
    (Class::SELF, "himself herself itself themselves myself"),
    (Class::SOMEBODY, "someone somebody everyone everybody others anyone"),
    (Class::ANSWERING, "came comes come hit hits fired fires shot weighed weighs chimed chimes signed signs"),
    (Class::PUBLISHED, "published released"),
    (Class::BODY.or(Class::ANYBODY), "police army defense defence majority opposition"),
    (Class::CARRYING, "make makes made making hit hits hitting take takes took taking"),
    (Class::CONVINCED, "convinced adamant confident"),
    (Class::SEEING, "sees saw seen"),
    (Class::FINDING, "found finds"),
    (Class::CONTINUING, "added adds continued continues concluded concludes elaborated"),
    (
        Class::WORDS,
        "words account telling estimate estimation reckoning admission description phrase phrasing view opinion eyes judgment judgement \
assessment version verdict slogan motto answer reply response message mantra conclusion",
    ),
    (
        Class::ADVERB,
        "also then later once recently repeatedly previously simply just often even quickly publicly first again only already \
still reportedly flatly bluntly too soon now always sometimes twice finally further once here there instead",
    ),
    (
        Class::DETERMINER,
        "the a an one his her their its my our your this that these those some many several other another two three no any \
every each both",
    ),
    (Class::OF, "of"),
    (
        Class::PREPOSITION,
        "in on at to by for with from about into over after before during against between among under through without \
within as since until despite around near like toward towards upon outside inside amid per via",
    ),
    (Class::CONJUNCTION, "and or but nor yet so"),
    (Class::RELATIVE, "who that which whose whom where when while because if"),
    (Class::AS, "as"),
    (Class::BY, "by"),
    (Class::ACCORDING, "according"),
    (
        Class::TITLE,
        "cllr cllr. rev rev. deputy td mr mr. mrs mrs. ms ms. miss dr dr. sen sen. rep rep. gov gov. gen gen. prof prof. president senator secretary judge lord \
lady sir dame chancellor congressman congresswoman governor mayor minister professor pope king queen prince princess captain colonel \
sgt lt representative ambassador attorney general councilwoman councilman councillor councilor alderman \
assemblyman assemblywoman commissioner sheriff sergeant detective inspector justice chairman chairwoman baroness baron viscount earl \
cllr cllr. ald ald. deputy td insp insp. supt supt. superintendent det det. constable maj maj. capt capt. cmdr cmdr. adm adm. \
admiral brig brig. brigadier sgt. lt. lieutenant col col. cpl cpl. corporal pte pte. pvt pvt. pfc hon hon. rev rev. reverend \
atty atty. msgr messrs taoiseach tánaiste sheikh ayatollah imam rabbi archbishop cardinal bishop",
    ),
    (
        Class::TIME,
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later",
    ),
    (Class::MONTH, "january february march april may june july august september october november december"),
    (
        Class::ROLE,
        "minister president director boss chief chair chairman researcher expert spokesman spokesperson deputy senator mayor prosecutor \
judge lawyer professor doctor journalist author writer economist analyst historian founder co-founder executive secretary candidate \
leader commissioner general colonel captain coach player actor singer artist entrepreneur engineer scientist specialist representative \
ambassador chancellor king prince pope cardinal bishop activist adviser advisor governor man witness resident official student teacher \
officer ceo manager head congressman councilman councillor lawmaker reporter attorney politician billionaire critic \
prosecutor bookkeeper captain manager striker goalkeeper midfielder winger forward pitcher quarterback referee teammate champion \
biologist chemist physicist astronomer climatologist geologist neuroscientist psychologist psychiatrist surgeon physician nurse \
epidemiologist archaeologist anthropologist sociologist philosopher novelist poet playwright filmmaker photographer painter sculptor \
singer-songwriter musician composer pianist choreographer comedian curator editor publisher producer screenwriter translator columnist \
defendant plaintiff juror detective sheriff firefighter lieutenant sergeant envoy diplomat delegate rebel loyalist reviewer inspector principal headteacher farmer fisherman baker chef shopkeeper neighbor neighbour \
treasurer negotiator diplomat demographer architect planner clerk landlord tenant aide donor partner guy boy father brother son husband uncle grandfather widower counsel defender drummer \
guitarist rapper dancer designer developer trader banker investor broker auctioneer ranger pilot driver nun priest rabbi pastor monk \
teenager survivor victim suspect foreman chairperson mechanic plumber carpenter veteran retiree patient passenger customer",
    ),
    (
        Class::ROLE.or(Class::FEMININE),
        "minister president director boss chief chair chairwoman researcher expert spokeswoman spokesperson \
deputy senator mayor prosecutor judge lawyer professor doctor journalist author writer economist analyst historian founder co-founder \
executive secretary candidate leader commissioner coach player actress singer artist entrepreneur engineer scientist specialist \
representative ambassador chancellor queen princess activist adviser advisor governor woman witness resident official student teacher \
officer ceo manager head congresswoman councilwoman councillor lawmaker reporter attorney politician critic \
bookkeeper captain striker goalkeeper midfielder winger forward teammate champion biologist chemist physicist astronomer climatologist \
geologist neuroscientist psychologist psychiatrist surgeon physician nurse epidemiologist archaeologist anthropologist sociologist \
philosopher novelist poet playwright filmmaker photographer painter sculptor singer-songwriter musician composer pianist choreographer \
comedian curator editor producer screenwriter translator columnist defendant plaintiff juror detective sheriff firefighter lieutenant \
sergeant envoy diplomat delegate rebel loyalist reviewer inspector principal headteacher farmer baker chef shopkeeper neighbor neighbour treasurer negotiator diplomat demographer architect planner clerk landlord \
tenant aide donor partner mother sister wife daughter widow aunt grandmother girl counsel defender drummer guitarist rapper dancer \
designer developer trader banker investor broker auctioneer ranger pilot driver nun priest rabbi pastor teenager survivor victim suspect \
chairperson mechanic veteran retiree patient passenger customer detective",
    ),
    (
        Class::ANYBODY,
        "teenager survivor victim guy retiree defendant suspect plaintiff researcher scientist academic professor man woman politician executive leader expert specialist lawmaker candidate author star veteran head boss",
    ),
    (
        Class::WORK,
        "film movie novel book record album song single series documentary podcast play show exhibition magazine newspaper poem essay \
memoir biography feature short debut sitcom musical ballet track thriller trilogy bestseller comedy drama anthem sculpture \
docudrama blockbuster miniseries sequel novella paperback hit painting opera column titled entitled nicknamed dubbed project operation program programme",
    ),
    (
        Class::BODY,
        "company firm group startup start-up party association federation union government ministry bank commission organisation trust museum fund hospital festival broadcaster carmaker airline brand \
organization agency institute university institution foundation subsidiary maker operator publisher giant club team city council \
administration department court committee authority regulator newspaper channel studio laboratory army police consortium campaign",
    ),
    (
        Class::BEFORE_BODY,
        "company firm startup start-up maker giant group ceo founder co-founder chairman subsidiary publisher operator bank",
    ),
    (
        Class::EVENT,
        "congress summit conference festival forum cup games championship championships tournament expo olympics fair biennale \
awards grammys oscars g7 g8 g20",
    ),
    (
        Class::LAW,
        "act law bill treaty directive regulation convention charter code constitution amendment protocol accord accords ordinance statute",
    ),
    (
        Class::INSTITUTION,
        "university bank college council court department commission committee ministry institute center centre agency party \
union league association foundation academy school museum senate parliament office bureau board church hospital federation society \
administration house corporation authority police fund reserve club network times post journal news press endowment coalition alliance \
confederation campaign trust secretariat",
    ),
    (
        Class::SITE,
        "lake mount mountain river sea ocean gulf island islands valley street avenue boulevard road square bridge station airport \
port forest park castle palace tower beach cape desert county bay stadium hill hills",
    ),
    (
        Class::LEADING,
        "went goes gone going on likes liked loves loved used wants wanted tends tended keeps kept continues continued continue came \
comes began begins begun started starts refused refuses declined declines hesitated hesitates tried tries seemed seems appeared appears \
quoted heard stopped ended opened closed concluded agreed failed rushed managed cannot",
    ),
    (Class::WHERE, "in from near at outside"),
    (
        Class::UNIT,
        "euros euro dollars dollar pounds yen yuan kilometers kilometres km miles meters metres acres tonnes tons degrees years \
hours minutes megawatts gigawatts",
    ),
    (Class::MAGNITUDE, "thousand million billion trillion"),
    (
        Class::NO_NAME,
        "i i'm i'll i've i'd internet web god christmas interior treasury easter american americans british german germans french italian italians \
spanish arabic mandarin cantonese hindi urdu swahili gaelic chilean chileans peruvian peruvians colombian colombians venezuelan \
venezuelans cuban cubans haitian haitians argentine argentines egyptian egyptians libyan libyans sudanese ethiopian ethiopians kenyan kenyans \
nigerian nigerians ghanaian ghanaians ugandan ugandans malawian malawians zambian zimbabwean somali somalis thai vietnamese filipino filipinos \
malaysian malaysians indonesian indonesians singaporean pakistani pakistanis bangladeshi nepalese afghan afghans jordanian jordanians yemeni \
saudi saudis emirati qatari kuwaiti serbian serbs croatian bosnian bulgarian slovak slovenian estonian latvian lithuanian icelandic georgian \
armenian azerbaijani kurdish kurds tibetan whitsun halloween thanksgiving lent ramadan passover advent bible koran quran belgian swiss russian russians polish chinese japanese european europeans african africans arab arabs jewish jews muslim muslims \
christian christians catholic catholics israeli israelis palestinian palestinians ukrainian ukrainians greek greeks turkish turks iranian \
iranians iraqi iraqis syrian syrians lebanese moroccan algerian tunisian indian indians canadian canadians brazilian mexican mexicans \
portuguese dutch irish scottish welsh hungarian romanian czech swedish danish norwegian finnish austrian australian australians korean \
koreans asian asians western english latin hispanic black white democrat republican democratic conservative liberal monday tuesday \
wednesday thursday friday saturday sunday january february march april june july august september october november december",
    ),
    (
        Class::COMMON,
        "the a an this that these those his her their its my our your he she it they we you i him them us me who whom whose which \
what when where why how if whether while because although though since until unless as so yet but and or nor for of in on at to by with \
from about into over after before during against between among under through without within despite around near like toward upon outside \
inside amid per via not no yes never always often sometimes also too then thus hence however meanwhile moreover furthermore instead still \
just even only again once now today tomorrow yesterday here there more most less least many much few several some any all both each every \
either neither other another such same one two three four five six seven eight nine ten first second third last next new old is are was \
were be been being has have had do does did will would can could should may might must let get asked speaking according earlier later \
recently perhaps maybe indeed well thanks hello please rather quite very say says said see besides beyond except unlike whatever whoever whichever wherever whenever sorry listen imagine remember \
honestly frankly apparently obviously clearly certainly surely unfortunately fortunately sadly eventually finally ultimately usually generally \
wow oh ah hey hi yeah okay ok don't didn't doesn't can't won't wouldn't couldn't isn't wasn't aren't it's that's there's here's what's \
who's let's we're they're you're we've i've monday tuesday wednesday thursday friday \
saturday sunday january february march april june july august september october november december",
    ),
];
