//! Lists that serve both languages: names of people, words that look like names and are none.

use super::{Class, List};

/// See the module.
pub(super) const LISTS: &[List] = &[
    (Class::PARTICLE, "de du d' la le von van der den bin ben al el di da dos del della ter st"),
    (
        Class::BODY_SUFFIX,
        "inc corp ltd llc plc gmbh sa sas sarl ag group groupe holding holdings technologies industries airlines \
motors pharmaceuticals partners capital ventures bank media records entertainment foundation mining energy \
energies pictures foods systems systèmes labs software shipping logistics trading aggregates properties insurance telecom telecoms \
communications solutions consulting associates petroleum aerospace biotech therapeutics pharma semiconductor semiconductors robotics studios \
interactive airways aviation automotive resources imports orchestra quartet quintet ensemble band choir",
    ),
    // Initialisms of things, not of bodies.
    (
        Class::NO_NAME,
        "ia ai pc adn arn dna rna pdg ceo cfo cto dg tv dvd cd vih hiv sida usb wifi gps pib gdp utc gmt am pm ok id qr \
url html pdf api llm gpu cpu 5g 4g 3g 2g r&d tva smic opa vtc hlm suv ong ngo dj mp mps pme eti bd qg hq vs co2 covid covid-19 mw gw kw \
usd eur ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi faq rfp cpa vhs irr lng dui diy asap fyi btw lol rsvp bbq atm tbd eta poc nda vip cv bff omg wtf imo imho afaik aka ps p.s. psa tba eod edt est pst cdt cst pdt mst wifi hd dm dms pto it iot saas ipo rh hr m. mm",
    ),
];
