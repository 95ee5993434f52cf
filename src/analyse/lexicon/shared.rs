//! Lists that serve both languages: names of people, words that look like names and are none.

use super::{Class, List};

/// See the module.
pub(super) const LISTS: &[List] = &[
    (
        Class::MAN,
        "abdel abraham adam adrien ahmed alain alan albert alberto alejandro alex alexander alexandre alexis alfred ali amir \
andré andrea andreas andrew angelo anthony antoine antonio antony arnaud arthur aurélien barack ben benjamin benoît bernard bertrand \
bill bob boris brad brian brice bruno carl carlos cédric charles chris christian christoph christophe christopher claude clément colin \
cyril damien dan daniel dave david denis dennis didier dimitri dmitri dominique donald dylan éd ed eddy edgar édouard edward elon \
emmanuel enrico enzo éric eric erik ernest étienne eugène fabien fabio fabrice felix félix fernando florent florian francis \
francisco franck françois frank franz fred frédéric friedrich gabriel gael gaël gary gaspard geoffrey george georges gérald gérard \
gérarld gilles giorgio giovanni giuseppe gordon grégory greg guillaume gustave guy hans harold harry hassan helmut henri henry hervé \
howard hugo hugues hussein ian ibrahim igor ismaël ivan jack jacob jacques jake james jamal jan jason javier jay jean jean-baptiste \
jean-charles jean-claude jean-françois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-noël jean-paul \
jean-philippe jean-pierre jean-yves jeff jeffrey jens jeremy jérémy jérôme jim jimmy jo joe joël john johnny jon jonas jonathan jordan \
jorge josé joseph josh joshua juan jules julien justin karim karl keir ken kevin kurt kyle lars larry laurent lee léo léon leonardo \
lewis lionel louis loïc luc luca lucas luigi luis luke maël malik manuel marc marcel marco marcos mario mark markus martin mathias \
mathieu matt matteo matthew matthias matthieu maurice max maxime mehdi michael michaël michel miguel mike mohamed mohammed moussa \
mustapha narendra nathan neil nicholas nick nicolas nigel noah noël norbert olaf olivier omar oscar otto pablo paolo pascal patrice \
patrick paul pedro peter philip philippe pierre pierre-yves quentin rachid rafael ralph raoul raphaël raymond recep régis rémi rémy \
rené ricardo richard rob robert roberto robin rodolphe roger roland romain ron ronald ruben rudy ryan sam samir samuel scott sean \
sébastien serge sergei sergeï sergey sergio silvio simon stan stanislas stefan stéphane stephen steve steven stuart sundar sylvain ted \
terry théo theo thibault thierry thomas tim timothée timothy tobias tom tommy tony tristan valéry valentin victor viktor vincent \
vladimir volodymyr walter warren wayne wilfried william wolfgang xavier xi yann yannick yves yvon zinedine",
    ),
    (
        Class::WOMAN,
        "adèle adeline agathe agnès aicha alexandra alice alicia aline alison amanda amandine amélie amy ana anaïs andrée \
angela angelina angélique anna anne anne-marie annie annick ariane astrid audrey aurélie aurore ayesha barbara béatrice bénédicte \
bernadette betty beverly brigitte camille carine carla carmen carol carole caroline catherine cathy cécile céline chantal charlotte \
chloé chloe christel christelle christiane christina christine claire clara clarisse clémence clémentine colette corinne cynthia danielle \
deborah delphine denise diana diane dolores dorothée edith éléonore éliane elisa élisabeth elisabeth élise elizabeth ella ellen élodie \
elsa emily emma emmanuelle estelle esther eva eve évelyne ève fabienne fanny fatima fatou florence france-anne françoise frédérique \
gabrielle geneviève georgia georgina ghislaine giorgia gisèle gloria grace gwenaëlle hannah heather hélène helen helena hillary ines \
inès ingrid irène isabel isabella isabelle jacqueline jane janet janice jeanne jennifer jessica joan joanna jocelyne josiane joséphine \
judith julia julie juliette justine kamala karen karine kate kathleen kathryn kelly kim laetitia lara laura laure laurence lauren léa \
leïla leila léna lily linda lisa liz louise lucie lucile lucy lydia lydie madeleine magali manon margaret margaux margot margrethe \
maria marianne marie marie-christine marie-claude marie-france marie-george marie-hélène marie-pierre marina marine marion marta martha \
martine mary maryam maud maude megan melania mélanie melissa mélissa meryem michèle michelle mireille molly monica monique muriel \
nadège nadia nadine najat nancy naomi natacha natalia natalie nathalie nicola nicole ségolène noémie odile olga olivia pamela patricia \
pauline penny perrine priscilla rachel rachida raphaëlle rebecca régine renée rita rosa rose roxane ruth sabine sabrina salma samantha \
sandra sandrine sara sarah shannon sharon sheila silvia simone solange sonia sophia sophie stella stéphanie stephanie suzanne susan \
svetlana sylvie tamara tania tara teresa theresa thérèse tina ursula valentine valérie vanessa vera véronique victoria virginie \
viviane wendy yael yasmina yolande yvette yvonne zoé",
    ),
    (Class::PARTICLE, "de du d' la le von van der den bin ben al el di da dos del della ter st"),
    (
        Class::BODY_SUFFIX,
        "inc corp ltd llc plc gmbh sa sas sarl ag group groupe holding holdings technologies industries airlines \
motors pharmaceuticals partners capital ventures bank media records entertainment foundation",
    ),
    // Initialisms of things, not of bodies.
    (
        Class::NO_NAME,
        "ia ai pc adn arn dna rna pdg ceo cfo cto dg tv dvd cd vih hiv sida usb wifi gps pib gdp utc gmt am pm ok id qr \
url html pdf api llm gpu cpu 5g 4g 3g 2g r&d tva smic opa vtc hlm suv ong ngo dj mp mps pme eti bd qg hq vs co2 covid covid-19 mw gw kw \
usd eur ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi faq it iot saas ipo rh hr m. mm",
    ),
];
