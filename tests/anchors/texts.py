#!/usr/bin/env python3
"""Texts to try anchoring on, made here: python3 tests/anchors/texts.py DIR [--seed N]

Writes DIR/src/*.json for `cases.py make --work DIR`: the bundled article, the papers of this project, and invented
news in French and in English, 2 to 20 kB each. The news share their words and turns, so that they are full of look-alikes.
"""
import argparse, json, os, random, re

FRENCH = {
    "who": "le maire|la présidente de la région|un conseiller municipal|le syndicat des mariniers|la préfète|l’association des riverains|le directeur du port|une ingénieure du barrage|le tribunal administratif|la ministre des transports|un éleveur de la vallée|le collectif des usagers|la chambre de commerce|une chercheuse de l’observatoire|l’entreprise Delmas|le porte-parole du gouvernement|la rapporteuse du projet|un délégué du personnel|l’ancien préfet|la cheffe de service",
    "does": "a annoncé|conteste|a présenté hier|demande depuis un an|a refusé de signer|défend|a fait reporter|veut financer|a découvert dans la presse|a soumis au vote|juge trop coûteuse|attend encore|a relancé|s’apprête à suspendre|a chiffré",
    "what": "la fermeture de la ligne de nuit|une étude sur la qualité de l’eau|l’extension du quai sud|la rénovation des écluses|un plan de quarante millions d’euros|la réouverture de la gare|l’accord sur les horaires|une enquête sur les crues de mars|le nouveau tracé de la rocade|la vente des anciens entrepôts|une subvention aux petites exploitations|la fusion des deux hôpitaux|l’installation d’éoliennes en mer|un moratoire sur les forages|la hausse du prix des abonnements",
    "when": "lundi soir|avant la fin de l’été|lors d’une séance houleuse|après trois reports|en marge du salon|devant quelque deux cents habitants|sans attendre le rapport|à une voix près|dans un courrier de six pages|au terme d’une longue nuit|pour la deuxième fois cette année|malgré l’avis des experts",
    "why": "faute de garanties sur l’emploi|parce que le calendrier ne tient plus|tant que les riverains ne sont pas entendus|afin de respecter la directive européenne|alors que les travaux ont commencé|ce que l’opposition dénonce|et personne ne sait qui paiera|pour rassurer les investisseurs|quitte à perdre une partie des crédits|sous la pression des commerçants|si le budget le permet|comme le prévoyait la convention",
    "join": "De son côté,|Selon plusieurs élus,|Le même jour,|Dans la vallée,|À l’inverse,|Depuis,|Reste que|En coulisse,|Pour mémoire,|Plus discrètement,",
    "said": "répond|assure|tranche|résume|rappelle|regrette|précise|s’étonne",
}
ENGLISH = {
    "who": "the mayor|the regional chair|a town councillor|the bargemen’s union|the harbour master|a residents’ group|an engineer at the dam|the administrative court|the transport minister|a hill farmer|the passengers’ committee|the chamber of commerce|a researcher at the observatory|the contractor|a government spokeswoman|the author of the report|a shop steward|the former prefect|the head of the service|the county archivist",
    "does": "announced|is contesting|presented|has been asking for|refused to sign|defended|postponed|wants to pay for|read in the papers about|put to the vote|finds too expensive|is still waiting for|has revived|is about to suspend|put a price on",
    "what": "the closure of the night line|a study of the water|the extension of the south quay|the repair of the locks|a plan worth forty million|the reopening of the station|the agreement on working hours|an inquiry into the March floods|the new route of the ring road|the sale of the old warehouses|a grant for small farms|the merger of the two hospitals|the wind farm off the coast|a ban on drilling|the rise in fares",
    "when": "on Monday evening|before the end of summer|at a stormy meeting|after three delays|on the fringes of the fair|in front of two hundred people|without waiting for the report|by a single vote|in a letter of six pages|at the end of a long night|for the second time this year|against expert advice",
    "why": "for want of guarantees on jobs|because the timetable no longer holds|as long as nobody listens to the residents|to comply with the directive|although work has begun|which the opposition denounces|and nobody knows who will pay|to reassure investors|even at the price of losing funds|under pressure from shopkeepers|if the budget allows|as the agreement said",
    "join": "Meanwhile,|According to several councillors,|The same day,|Down the valley,|By contrast,|Since then,|Even so,|Behind the scenes,|For the record,|More quietly,",
    "said": "says|insists|answers|sums up|recalls|complains|explains|adds",
}


SAID = {
    "fr": ("nous n’avons jamais promis|il fallait bien préparer|personne ne pouvait prévoir|on nous demande de payer|j’ai vu disparaître|tout le monde attendait|rien n’oblige à garder|les chiffres montrent bien|vous ne trouverez nulle part|je regrette d’avoir signé|la loi protège encore|mes collègues ont dessiné",
           "ce pont de bois|la moitié des emplois|un hiver aussi sec|les archives du chantier|l’eau que boivent nos bêtes|une route pour trois camions|le silence de la nuit|autant de bureaux vides|la parole donnée aux pêcheurs|ces vieux moteurs|le prix du kilo|un marché couvert"),
    "en": ("we never promised|somebody had to prepare|nobody could foresee|they ask us to pay for|I have watched the end of|everyone was waiting for|nothing forces us to keep|the figures clearly show|you will not find anywhere|I am sorry I signed away|the law still protects|my colleagues designed",
           "that wooden bridge|half of the jobs|a winter as dry|the files of the building site|the water our cattle drink|a road for three lorries|the quiet of the night|so many empty offices|the word given to fishermen|those old engines|the price of a pound|a covered market"),
}


def name(rng):
    """A name nobody bears: news are full of names, and these keep two articles apart."""
    syllables = [rng.choice("b c d f g k l m n p r s t v br cl dr gr pl tr".split()) + rng.choice("a e i o u ai ou".split()) for _ in range(rng.randrange(2, 4))]
    return "".join(syllables).capitalize() + rng.choice(["", "c", "l", "n", "r", "s"])


def sentence(rng, words, lang, names):
    def pick(kind):
        chosen = rng.choice(words[kind].split("|"))
        named = rng.choice(names)
        if kind == "who" and rng.random() < .6: return f"{chosen} {named}"
        if kind == "what" and rng.random() < .6: return f'{chosen} {"de" if lang == "fr" else "of"} {named}'
        if kind == "when" and rng.random() < .4: return f'{"à" if lang == "fr" else "in"} {named}, {chosen}'
        if kind == "said":
            first, second = (rng.choice(half.split("|")) for half in SAID[lang])
            words_said = f"{first} {second}".capitalize()
            return f"« {words_said} », {chosen}" if lang == "fr" else f"“{words_said},” {chosen}"
        return chosen
    body = f'{pick("who")} {pick("does")} {pick("what")}'
    tail = rng.choice([f', {pick("why")}', f' {pick("when")}', f' {pick("when")}, {pick("why")}', ""])
    shape = rng.randrange(5)
    if shape == 0: body = f'{pick("join")} {body}{tail}'
    elif shape == 1: body = f'{pick("said")} {pick("who")}{tail}'
    elif shape == 2: body = f'{body}{tail} ; {pick("who")} {pick("does")} {pick("what")}'
    else: body = f"{body}{tail}"
    body += f" ({rng.randrange(2, 990)} / {rng.randrange(1950, 2026)})" if rng.random() < .12 else ""
    return body[0].upper() + body[1:] + "."


def news(rng, words, lang, size):
    names = [name(rng) for _ in range(40)]
    paragraphs = []
    while sum(map(len, paragraphs)) < size:
        paragraphs.append(" ".join(sentence(rng, words, lang, names) for _ in range(rng.randrange(1, 6))))
    return paragraphs


def papers(*paths):
    text = "\n\n".join(open(path, encoding="utf-8").read() for path in paths)
    text = re.sub(r"```[\s\S]*?```|^[|#].*$", "", text, flags=re.M)
    blocks = [re.sub(r"\s+", " ", block).strip() for block in re.split(r"\n\s*\n", text)]
    return [block for block in blocks if len(block) >= 60]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    out = os.path.join(options.dir, "src")
    os.makedirs(out, exist_ok=True)
    rng = random.Random(options.seed)
    texts = {"article": ("fr", [line.strip() for line in open(os.path.join(root, "assets/mistral-mwc.fr.txt"), encoding="utf-8") if line.strip()])}
    docs = ["README.md", "docs/ARCHITECTURE.md", "docs/formats.md"]
    texts["papers"] = ("en", papers(*(os.path.join(root, name) for name in docs)))
    for number, size in enumerate([2000, 4000, 6000, 9000, 13000, 15000, 20000, 20000]):
        texts[f"news-fr-{number}"] = ("fr", news(rng, FRENCH, "fr", size))
        texts[f"news-en-{number}"] = ("en", news(rng, ENGLISH, "en", size))
    for name, (lang, paragraphs) in texts.items():
        with open(os.path.join(out, name + ".json"), "w", encoding="utf-8") as file:
            json.dump({"name": name, "lang": lang, "paras": paragraphs}, file, ensure_ascii=False)


if __name__ == "__main__":
    main()
