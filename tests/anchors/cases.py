#!/usr/bin/env python3
"""Held-out cases for re-anchoring annotations, and baselines run on the same cases.

  cases.py sources  --work DIR [--seed-text FILE]     fetch + clean real texts into DIR/src
  cases.py make     --work DIR --out cases.jsonl [--seed N] [--per 7] [--ops all|global|local] [--flat]
  cases.py hypo     --work DIR --cases cases.jsonl --out res.jsonl   (needs node + npm)
  cases.py simple   --cases cases.jsonl --out res.jsonl --mode position|exact
  cases.py ref      --cases cases.jsonl --out res.jsonl [--jobs 2]   (proposed algorithm, slow reference)
  cases.py score    --cases cases.jsonl --res name=res.jsonl [...] [--split dev|held|all] [--md]

A line of cases.jsonl is one document pair with the spans annotated in it:
  {"id","source","lang","split","op","level","original","mutated",
   "cases":[{"n","kind","span":[s,e],"expected":[s,e]|null,"accept_orphan":bool}]}
--flat writes one line per span instead: {"id","op",...,"original","mutated","span","expected"}.
Offsets are Unicode code points, end exclusive; all texts are kept inside the BMP so they are also
UTF-16 offsets. "expected" is null when the annotated passage is gone: the right answer is then an
orphan that is kept and shown, never a guess. accept_orphan marks passages so rewritten that both
answers are honest.

A program under test reads {original, span}, makes whatever it stores (quote, context, position, ...),
then is given only what it stored plus "mutated", and answers one line per span:
  {"id","n","found":[s,e]|null,"ms":float,"score":float?}
`score` judges it:  right = overlap (Jaccard over characters) >= 0.8;  near = 0.3..0.8;
wrong = anything else that was anchored;  missed = orphaned though the passage is there;
kept = orphaned and the passage is indeed gone.
"""
import argparse, bisect, gzip, hashlib, json, os, random, re, shutil, subprocess, sys, time, unicodedata

# ----------------------------------------------------------------- sources
DEBS = {  # name: (debian package, path inside, language)
    "devref-fr": ("developers-reference-fr", "usr/share/developers-reference/fr/developers-reference.txt.gz", "fr"),
    "faq-fr": ("debian-faq-fr", "usr/share/doc/debian/FAQ/debian-faq.fr.txt.gz", "fr"),
    "maint-fr": ("maint-guide-fr", "usr/share/doc/maint-guide-fr/maint-guide.fr.txt.gz", "fr"),
    "devref-en": ("developers-reference", "usr/share/developers-reference/developers-reference.txt.gz", "en"),
}

def paragraphs(raw):
    raw = raw.replace("\r\n", "\n").replace("\ufeff", "")
    raw = "".join(c for c in raw if ord(c) < 0x10000 and (c in "\n\t" or unicodedata.category(c) != "Cc"))
    out = []
    for b in re.split(r"\n\s*\n", raw):
        b = re.sub(r"[~=*_+\-]{4,}", "", b)          # underlines of headings, rules
        t = unicodedata.normalize("NFC", re.sub(r"[ \t\n]+", " ", b).strip())
        if len(t) >= 60 and not re.search(r"(\. ){5}|\.{6}|-{6}|_{6}|\u2500{4}", t):
            out.append(t)
    return out

def cmd_sources(a):
    src = os.path.join(a.work, "src"); os.makedirs(src, exist_ok=True)
    deb = os.path.join(a.work, "deb"); os.makedirs(deb, exist_ok=True)
    def unpack(pkg):
        d = os.path.join(deb, pkg)
        if not os.path.isdir(d):
            subprocess.run(["apt-get", "download", pkg], cwd=deb, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            f = [x for x in os.listdir(deb) if x.startswith(pkg + "_")][0]
            subprocess.run(["dpkg-deb", "-x", os.path.join(deb, f), d], check=True)
        return d
    for name, (pkg, inner, lang) in DEBS.items():
        try:
            root = unpack(pkg); p = os.path.join(root, inner)
            if not os.path.exists(p):
                p = next(os.path.join(dp, f) for dp, _, fs in os.walk(root) for f in fs if f.endswith(".txt.gz") or f.endswith(".txt"))
            data = (gzip.open(p) if p.endswith(".gz") else open(p, "rb")).read().decode("utf-8", "replace")
            ps = paragraphs(data)[40:]
            json.dump({"name": name, "lang": lang, "paras": ps}, open(os.path.join(src, name + ".json"), "w"), ensure_ascii=False)
            print(name, len(ps), "paragraphs", file=sys.stderr)
        except Exception as e:
            print("skip", name, e, file=sys.stderr)
    try:  # King James Bible: very repetitive English, good for look-alikes
        t, b = unpack("bible-kjv-text"), unpack("bible-kjv")
        prog = next(os.path.join(dp, "bible") for dp, _, fs in os.walk(b) if "bible" in fs and dp.endswith("bin"))
        text = subprocess.run([prog, "-f", "gen1:1-rev22:21"], cwd=os.path.join(t, "usr/lib"), capture_output=True).stdout.decode("latin-1")
        ps, cur = [], []
        for l in text.splitlines():
            m = re.match(r"(\S+?\d+):(\d+) (.*)", l)
            if not m: continue
            cur.append(m.group(3).strip())
            if len(cur) == 4: ps.append(" ".join(cur)); cur = []
        json.dump({"name": "kjv", "lang": "en", "paras": ps}, open(os.path.join(src, "kjv.json"), "w"))
        print("kjv", len(ps), "paragraphs", file=sys.stderr)
    except Exception as e:
        print("skip kjv", e, file=sys.stderr)
    if a.seed_text:
        ps = [l.strip() for l in open(a.seed_text, encoding="utf-8").read().split("\n") if l.strip()]
        json.dump({"name": "news-fr", "lang": "fr", "paras": ps}, open(os.path.join(src, "news-fr.json"), "w"), ensure_ascii=False)

def chunks(work, rng, size=16000, per_source=12):
    docs, src = [], os.path.join(work, "src")
    for f in sorted(os.listdir(src)):
        s = json.load(open(os.path.join(src, f)))
        group, n, allg = [], 0, []
        for p in s["paras"]:
            group.append(p); n += len(p)
            if n >= size: allg.append(group); group, n = [], 0
        if group and (n > size // 3 or not allg): allg.append(group)
        if s["name"] != "news-fr" and len(allg) > per_source:
            allg = rng.sample(allg, per_source)
        for i, g in enumerate(allg):
            did = f'{s["name"]}-{i:02d}'
            docs.append({"id": did, "source": s["name"], "lang": s["lang"], "paras": g,
                         "split": "held" if int(hashlib.sha1(did.encode()).hexdigest(), 16) % 2 else "dev"})
    return docs

# ----------------------------------------------------------------- a text with origins
class T:
    """Characters with, for each, the index of the original character it comes from (-1: inserted)."""
    def __init__(self, ch, src): self.ch, self.src = ch, src
    @classmethod
    def of(cls, s): return cls(list(s), list(range(len(s))))
    def text(self): return "".join(self.ch)
    def sub(self, fn):
        """fn(text) yields (start, end, replacement), ascending, disjoint."""
        ch, src, p = [], [], 0
        for s, e, r in fn(self.text()):
            ch += self.ch[p:s]; src += self.src[p:s]
            for i, c in enumerate(r):
                ch.append(c); src.append(self.src[s + min(i, e - s - 1)] if e > s else -1)
            p = e
        return T(ch + self.ch[p:], src + self.src[p:])
    def re(self, pat, rep, prob=1.0, rng=None):
        pat = re.compile(pat)
        def g(t):
            for m in pat.finditer(t):
                if prob >= 1 or rng.random() < prob:
                    r = rep(m) if callable(rep) else rep
                    if r is not None and r != m.group(0): yield m.start(), m.end(), r
        return self.sub(g)
    def blocks(self):
        out, t, p = [], self.text(), 0
        for m in re.finditer(r"\n\n", t): out.append((p, m.start())); p = m.end()
        out.append((p, len(t))); return out
    def slice(self, s, e): return T(self.ch[s:e], self.src[s:e])
def join(parts):
    ch, src = [], []
    for i, x in enumerate(parts):
        if i: ch += ["\n", "\n"]; src += [-1, -1]
        ch += x.ch; src += x.src
    return T(ch, src)
def ins(s): return T(list(s), [-1] * len(s))

LETTERS = "abcdefghijklmnopqrstuvwxyzéèàùçêîô"
OCR = {"rn": "m", "m": "rn", "l": "1", "1": "l", "e": "c", "c": "e", "é": "e", "è": "e", "à": "a", "I": "l", "O": "0", "cl": "d", "d": "cl",
       "h": "b", "u": "ii", "n": "u", "s": "5", "’": "'", "«": "<<", ".": ",", "f": "t", "ê": "e", "ç": "c", "w": "vv", "-": " ", "g": "q", "t": "l"}
def noise(t, rate, rng):
    def g(s):
        for i, c in enumerate(s):
            if c.isalpha() and rng.random() < rate:
                k = rng.randrange(4)
                if k == 0: yield i, i + 1, rng.choice(LETTERS)
                elif k == 1: yield i, i + 1, ""
                elif k == 2: yield i, i + 1, c + rng.choice(LETTERS)
                elif i + 2 < len(s) and s[i + 1].isalpha(): yield i, i + 1, s[i + 1]
    return t.sub(g)
def ocr(t, rate, rng):
    def g(s):
        i = 0
        while i < len(s):
            two = s[i:i + 2]; k = two if two in OCR else s[i]
            if k in OCR and rng.random() < rate: yield i, i + len(k), OCR[k]; i += len(k)
            else: i += 1
    return t.sub(g)
def wrap(t, width, hyphen, rng):
    def g(s):
        col, last = 0, -1
        for i, c in enumerate(s):
            if c == "\n": col, last = 0, -1; continue
            col += 1
            if c == " ":
                if col > width: yield i, i + 1, "\n"; col, last = 0, -1
            elif hyphen and col > width - 3 and c.isalpha() and i + 3 < len(s) and s[i + 1:i + 4].isalpha() and s[i - 2:i].isalpha():
                yield i + 1, i + 1, "-\n"; col = 0
    return t.sub(g)
def nfd(t): return t.sub(lambda s: ((i, i + 1, unicodedata.normalize("NFD", c)) for i, c in enumerate(s) if unicodedata.normalize("NFD", c) != c))
def straight(t):
    t = t.re(r"«[ \u00a0\u202f]?", '"').re(r"[ \u00a0\u202f]?»", '"').re("[“”„]", '"').re("[’‘]", "'").re("[–—]", "-").re("…", "...")
    return t
def curly(t):
    t = t.re(r"(?<=\w)'(?=\w)", "’")
    n = [0]
    def q(m): n[0] ^= 1; return "«\u00a0" if n[0] else "\u00a0»"
    return t.re('"', q)
def nbsp(t, rng):
    return t.re(r"[ \u00a0\u202f](?=[;:!?»])", "\u202f").re(r"(?<=«)[ \u00a0\u202f]", "\u202f").re(r"\u00a0", " ", .5, rng).re(r"(?<=\d) (?=\d)", "\u00a0").re(r" (?=[%€])", "\u00a0")
def words(s): return [(m.start(), m.end()) for m in re.finditer(r"[^\W_]+", s)]
def swap_words(t, s, e, share, pool, rng, content_only=False):
    ws = [(a, b) for a, b in words(t.text()[s:e])]
    cand = [w for w in ws if (w[1] - w[0] >= 4 or t.text()[s + w[0]].isdigit())] if content_only else ws
    k = max(1, round(len(cand) * share)) if share < 1 else len(cand)
    pick = sorted(rng.sample(cand, min(k, len(cand)))) if cand else []
    return t.sub(lambda _: ((s + a, s + b, rng.choice(pool)) for a, b in pick))

# ----------------------------------------------------------------- operations
def block_of(t, span):
    """blocks of t that hold characters of the original span"""
    out = []
    for k, (s, e) in enumerate(t.blocks()):
        if any(span[0] <= x < span[1] for x in t.src[s:e]): out.append(k)
    return out
def parts_of(t): return [t.slice(s, e) for s, e in t.blocks()]

def op_global(name):
    """operations on the whole document; several spans are judged at once"""
    return {
        "identity": lambda t, r, x: t,
        "insert-before": lambda t, r, x: join([ins(p) for p in x["other"][:r.randrange(2, 8)]] + parts_of(t)),
        "interleave": lambda t, r, x: join([y for p in parts_of(t) for y in ([ins(r.choice(x["other"])), p] if r.random() < .35 else [p])]),
        "shuffle-paragraphs": lambda t, r, x: join(r.sample(parts_of(t), len(t.blocks()))),
        "typos-1%": lambda t, r, x: noise(t, .01, r),
        "typos-4%": lambda t, r, x: noise(t, .04, r),
        "ocr-3%": lambda t, r, x: ocr(t, .03, r),
        "ocr-10%": lambda t, r, x: ocr(t, .10, r),
        "rewrap-72": lambda t, r, x: wrap(t, 72, False, r),
        "rewrap-hyphen": lambda t, r, x: wrap(t, 60, True, r),
        "nfd": lambda t, r, x: nfd(t),
        "quotes-straight": lambda t, r, x: straight(t),
        "quotes-curly": lambda t, r, x: curly(straight(t)),
        "nbsp": lambda t, r, x: nbsp(t, r),
        "soft-hyphens": lambda t, r, x: t.re(r"(?<=\w\w\w)(?=\w\w\w)", "\u00ad", .3, r),
        "ligatures": lambda t, r, x: t.re("œ", "oe").re("fi", "ﬁ").re("fl", "ﬂ").re("ae", "æ", .1, r),
        "page-breaks": lambda t, r, x: t.sub(lambda s: ((i, i, f"\n\n— {1 + i // 900} —\nTITRE COURANT\n\n") for i in range(900, len(s), 900) if True)),
        "markup-leak": lambda t, r, x: t.re(r"\b\w{5,}\b", lambda m: r.choice(["*%s*", "_%s_", "[%s](#x)", "%s[3]"]) % m.group(0), .06, r),
        "new-edition": lambda t, r, x: noise(nbsp(curly(straight(wrap(join([ins(p) for p in x["other"][:3]] + parts_of(t)), 80, False, r))), r), .005, r),
        "truncated": lambda t, r, x: join(parts_of(t)[:max(1, len(t.blocks()) // 2)]),
        "other-document": lambda t, r, x: ins("\n\n".join(x["other"])),
    }.get(name)
GLOBAL = ["identity", "insert-before", "interleave", "shuffle-paragraphs", "typos-1%", "typos-4%", "ocr-3%", "ocr-10%", "rewrap-72", "rewrap-hyphen",
          "nfd", "quotes-straight", "quotes-curly", "nbsp", "soft-hyphens", "ligatures", "page-breaks", "markup-leak", "new-edition", "truncated", "other-document"]
LOCAL = ["move-paragraph", "move-and-edit", "edit-20%", "edit-50%", "rewrite-in-place", "delete-paragraph", "delete-sentence", "lookalike-stays", "half-deleted"]

def expected(t, span):
    pos = [i for i, x in enumerate(t.src) if span[0] <= x < span[1]]
    if not pos: return None, True
    s, e = pos[0], pos[-1] + 1
    if e - s > 3 * (span[1] - span[0]) + 120: return None, None      # split apart: no single answer
    return [s, e], False

def pick_spans(text, rng, per, kinds=("word", "phrase", "phrase", "sentence", "sentence", "paragraph", "across")):
    out, ws = [], words(text)
    sents = [(m.start(), m.end()) for m in re.finditer(r"[^\s.!?][^.!?\n]{30,260}[.!?]", text)]
    paras, p = [], 0
    for m in list(re.finditer(r"\n\n", text)) + [None]:
        e = m.start() if m else len(text)
        if 80 <= e - p <= 900: paras.append((p, e))
        p = m.end() if m else e
    for k in range(per):
        kind = kinds[k % len(kinds)]
        for _ in range(50):
            if kind == "word": s, e = rng.choice([w for w in ws if w[1] - w[0] >= 4])
            elif kind == "phrase":
                i = rng.randrange(len(ws) - 6); j = i + rng.randrange(1, 6); s, e = ws[i][0], ws[j][1]
            elif kind == "sentence" and sents: s, e = rng.choice(sents)
            elif kind == "paragraph" and paras: s, e = rng.choice(paras)
            elif kind == "across" and len(paras) > 2:
                i = rng.randrange(len(paras) - 1); s, e = paras[i][1] - rng.randrange(30, 70), paras[i + 1][0] + rng.randrange(30, 70)
                if e > len(text) or paras[i + 1][0] - paras[i][1] != 2: continue
            else: continue
            if ("\n" in text[s:e]) != (kind == "across"): continue
            out.append((kind, (s, e))); break
    return out

def cmd_make(a):
    rng = random.Random(a.seed); docs = chunks(a.work, rng)
    by_lang = {}
    for d in docs: by_lang.setdefault(d["lang"], []).append(d)
    n = 0
    with open(a.out, "w") as f:
        def emit(d, op, orig, t, spans, level=0):
            nonlocal n
            mutated, cs = t.text(), []
            for k, (kind, sp) in enumerate(spans):
                exp, gone = expected(t, sp)
                if gone is None: continue
                acc = op in ("rewrite-in-place", "half-deleted") or (op == "edit-50%" and kind in ("word", "phrase"))
                cs.append({"n": k, "kind": kind, "span": list(sp), "expected": exp, "accept_orphan": acc})
            if not cs: return
            base = {"id": f'{d["id"]}/{op}/{n}', "source": d["source"], "lang": d["lang"], "split": d["split"], "op": op}
            n += 1
            if a.flat:
                for c in cs: f.write(json.dumps({**base, "original": orig, "mutated": mutated, **c}, ensure_ascii=False) + "\n")
            else: f.write(json.dumps({**base, "original": orig, "mutated": mutated, "cases": cs}, ensure_ascii=False) + "\n")
        for d in docs:
            orig = "\n\n".join(d["paras"])
            if len(words(orig)) < 60: continue
            pool = list({w for p in d["paras"] for w in re.findall(r"[^\W_]{4,}", p)})
            others = [x for x in by_lang[d["lang"]] if x["id"] != d["id"]]
            for op in GLOBAL if a.ops != "local" else []:
                if op == "nfd" and d["lang"] == "en": continue
                x = {"other": rng.choice(others)["paras"]}
                emit(d, op, orig, op_global(op)(T.of(orig), rng, x), pick_spans(orig, rng, a.per))
            for op in LOCAL:
                for kind, sp in pick_spans(orig, rng, max(5, a.per - 2), ("word", "phrase", "sentence", "paragraph", "sentence")) if a.ops != "global" else []:
                    if kind == "across": continue
                    o, s2, t = orig, sp, T.of(orig)
                    k = block_of(t, sp)[0]; ps = parts_of(t)
                    if op == "move-paragraph":
                        m = ps.pop(k); ps.insert(rng.randrange(len(ps) + 1), m); t = join(ps)
                    elif op == "move-and-edit":
                        m = ps.pop(k); m = swap_words(m, 0, len(m.ch), .06, pool, rng); ps.insert(rng.randrange(len(ps) + 1), m); t = join(ps)
                    elif op.startswith("edit-"):
                        t = swap_words(t, sp[0], sp[1], .2 if op == "edit-20%" else .5, pool, rng)
                    elif op == "rewrite-in-place":
                        q = rng.choice([p for p in rng.choice(others)["paras"] if len(p) > 80])
                        q = q[:max(20, sp[1] - sp[0])]
                        t = t.sub(lambda _: [(sp[0], sp[1], q)])
                    elif op == "delete-paragraph": ps.pop(k); t = join(ps)
                    elif op == "delete-sentence":
                        if kind not in ("sentence",): continue
                        t = t.sub(lambda _: [(sp[0], sp[1], "")])
                    elif op == "half-deleted":
                        if kind not in ("sentence", "paragraph"): continue
                        mid = (sp[0] + sp[1]) // 2; t = t.sub(lambda _: [(mid, sp[1], "")])
                    elif op == "lookalike-stays":
                        # the original already holds a near-twin of the annotated paragraph; the annotated one is then removed
                        if kind not in ("sentence", "paragraph", "phrase"): continue
                        b = t.blocks()[k]; twin = swap_words(T.of(orig[b[0]:b[1]]), 0, b[1] - b[0], .08, pool, rng, True).text()
                        tw = T.of(twin); q0 = orig[sp[0]:sp[1]]
                        if q0 in twin: # make sure that the twin of the span itself differs
                            i = twin.index(q0); twin = swap_words(tw, i, i + len(q0), .01, pool, rng, True).text()
                            if q0 in twin: continue
                        pp = d["paras"][:]; at = rng.randrange(len(pp) + 1)
                        off = sum(len(p) + 2 for p in pp[:k]) 
                        pp.insert(at, twin); o = "\n\n".join(pp); shift = len(twin) + 2 if at <= k else 0
                        s2 = (sp[0] + shift, sp[1] + shift)
                        if o[s2[0]:s2[1]] != q0: continue
                        t = T.of(o); kk = k + (1 if at <= k else 0); ps = parts_of(t); ps.pop(kk); t = join(ps)
                    emit(d, op, o, t, [(kind, s2)])
    print(n, "document pairs", file=sys.stderr)

# ----------------------------------------------------------------- baselines
JS = r"""
// A re-implementation, for measuring only, of the rule the Hypothesis client documents: exact position,
// then closest quote (exact occurrences, else least edit distance) ranked 50/20/20/2 by quote, prefix, suffix, place.
import search from 'approx-string-match'; import fs from 'fs'; import readline from 'readline';
const CTX = 32, W = { q: 50, p: 20, s: 20, h: 2 };
const exact = (t, q) => { const r = []; for (let i = t.indexOf(q); i !== -1; i = t.indexOf(q, i + 1)) r.push({ start: i, end: i + q.length, errors: 0 }); return r; };
const near = (t, q, k) => { const r = exact(t, q); return r.length ? r : search(t, q, k); };
const like = (t, q) => (!t.length || !q.length) ? 0 : 1 - near(t, q, q.length)[0].errors / q.length;
function place(text, sel) {
  if (text.slice(sel.pos[0], sel.pos[1]) === sel.quote) return { start: sel.pos[0], end: sel.pos[1], score: 1 };
  const all = near(text, sel.quote, Math.min(256, sel.quote.length / 2)); let best = null;
  for (const m of all) {
    const p = sel.prefix ? like(text.slice(Math.max(0, m.start - sel.prefix.length), m.start), sel.prefix) : 1;
    const s = sel.suffix ? like(text.slice(m.end, m.end + sel.suffix.length), sel.suffix) : 1;
    const h = 1 - Math.abs(m.start - sel.pos[0]) / text.length;
    const score = (W.q * (1 - m.errors / sel.quote.length) + W.p * p + W.s * s + W.h * h) / 92;
    if (!best || score > best.score) best = { start: m.start, end: m.end, score };
  }
  return best;
}
const out = fs.createWriteStream(process.argv[3]);
for await (const line of readline.createInterface({ input: fs.createReadStream(process.argv[2]) })) {
  const d = JSON.parse(line), o = d.original;
  for (const c of d.cases) {
    const [s, e] = c.span;
    const sel = { pos: [s, e], quote: o.slice(s, e), prefix: o.slice(Math.max(0, s - CTX), s), suffix: o.slice(e, e + CTX) };
    const t0 = performance.now(), m = place(d.mutated, sel), ms = performance.now() - t0;
    out.write(JSON.stringify({ id: d.id, n: c.n, found: m ? [m.start, m.end] : null, score: m ? m.score : 0, ms }) + '\n');
  }
}
out.end();
"""
def cmd_hypo(a):
    d = os.path.join(a.work, "node"); os.makedirs(d, exist_ok=True)
    open(os.path.join(d, "package.json"), "w").write('{"type":"module","private":true}')
    open(os.path.join(d, "base.mjs"), "w").write(JS)
    if not os.path.isdir(os.path.join(d, "node_modules", "approx-string-match")):
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "approx-string-match@2"], cwd=d, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(["node", "base.mjs", os.path.abspath(a.cases), os.path.abspath(a.out)], cwd=d, check=True)

def rows(path):
    for line in open(path): yield json.loads(line)

def cmd_simple(a):
    with open(a.out, "w") as f:
        for d in rows(a.cases):
            for c in d["cases"]:
                s, e = c["span"]; q = d["original"][s:e]; m = d["mutated"]; t0 = time.perf_counter()
                if a.mode == "position": r = [s, e] if e <= len(m) else None
                else:
                    r = [s, e] if m[s:e] == q else None
                    if not r:
                        i = m.find(q); r = [i, i + len(q)] if i >= 0 and m.find(q, i + 1) < 0 else None
                f.write(json.dumps({"id": d["id"], "n": c["n"], "found": r, "ms": (time.perf_counter() - t0) * 1e3}) + "\n")

# ----------------------------------------------------------------- the proposed algorithm (slow, readable reference)
def skeleton(text):
    """Letters and digits only, lower case, no accents, ligatures opened; plus the source index of each."""
    out, idx = [], []
    for i, c in enumerate(text):
        if c.isascii():
            if c.isalnum(): out.append(c.lower()); idx.append(i)
            continue
        for x in unicodedata.normalize("NFKD", "oe" if c in "œŒ" else "ae" if c in "æÆ" else "ss" if c == "ß" else c):
            if x.isalnum() and not unicodedata.combining(x): out.append(x.lower()[:1]); idx.append(i)
    return "".join(out), idx

def myers(text, pat, k):
    """all end positions with edit distance <= k, as (end, distance); free start"""
    m = len(pat); full = (1 << m) - 1; top = 1 << (m - 1); peq = {}
    for i, c in enumerate(pat): peq[c] = peq.get(c, 0) | (1 << i)
    pv, mv, score, res = full, 0, m, []
    for j, c in enumerate(text):
        eq = peq.get(c, 0); xv = eq | mv
        xh = (((eq & pv) + pv) ^ pv) | eq
        ph = mv | (~(xh | pv) & full); mh = pv & xh
        if ph & top: score += 1
        elif mh & top: score -= 1
        ph = (ph << 1) & full; mh = (mh << 1) & full
        pv = mh | (~(xv | ph) & full); mv = ph & xv
        if score <= k: res.append((j + 1, score))
    return res
def minima(ends, gap):
    """best end of each run of neighbouring ends"""
    out = []
    for e, s in ends:
        if out and e - out[-1][0] <= gap:
            if s < out[-1][1]: out[-1] = (e, s)
        else: out.append((e, s))
    return out
def start_of(text, end, pat, dist):
    lo = max(0, end - len(pat) - dist); seg = text[lo:end][::-1]
    r = [(e, s) for e, s in myers(seg, pat[::-1], dist) if s <= dist]
    if not r: return lo
    best = min(s for _, s in r); return end - min((e for e, s in r if s == best), key=lambda e: abs(e - len(pat)))
def similar(a, b):
    """share of b found at the adjoining end of a, 0..1"""
    if not b: return 1.0
    if not a: return 0.0
    r = myers(a, b, len(b)); return 1 - min(s for _, s in r) / len(b) if r else 0.0

CTX, HEAD, MAXQ = 40, 160, 400
def mean(p, q): v = [x for x in (p, q) if x is not None]; return sum(v) / len(v) if v else 1.0
def best(p, q): return max([x for x in (p, q) if x is not None] or [1.0])
def context(A, sk, a, b):
    return (similar(sk[max(0, a - len(A.pre) - 8):a], A.pre) if A.pre else None, similar(sk[b:b + len(A.suf) + 8], A.suf) if A.suf else None)

def fuzzy(A, sk):
    """acceptable approximate places, best first: (score, start, end, error share)"""
    m, n, cands = len(A.q), len(sk), []
    if m < 8: return []
    if m <= MAXQ:
        k = int(m * (.2 if m < 20 else .35))
        for b, d in minima(myers(sk, A.q, k), max(2, m // 2)): cands.append((start_of(sk, b, A.q, d), b, d / m))
    else:                                     # a long quote by its head and its tail
        h, t = A.q[:HEAD], A.q[-HEAD:]; k = int(HEAD * .35)
        hs = [(start_of(sk, b, h, d), d) for b, d in minima(myers(sk, h, k), HEAD // 2)]
        ts = [(b, d) for b, d in minima(myers(sk, t, k), HEAD // 2)]
        cands = [(a, b, (d1 + d2) / (2 * HEAD)) for a, d1 in hs for b, d2 in ts if .5 * m <= b - a <= 1.8 * m]
    out = []
    for a, b, err in sorted(cands, key=lambda z: z[2])[:24]:
        p, q = context(A, sk, a, b); c, bb = mean(p, q), best(p, q)
        if (bb >= .75 and c >= .5) or (bb >= .6 and err <= .2 and m >= 16) or (m >= 60 and err <= .12):
            out.append((.55 * (1 - err) + .4 * c + .05 * (1 - abs(a / n - A.rel)), a, b, err))
    return sorted(out, reverse=True)

def gaps(A, sk):
    """places where both contexts follow each other with a plausible gap: the quote was rewritten in between"""
    if len(A.pre) < 24 or len(A.suf) < 24: return []
    k = int(len(A.pre) * .15)
    ps = minima(myers(sk, A.pre, k), 12); ss = [start_of(sk, b, A.suf, d) for b, d in minima(myers(sk, A.suf, k), 12)]
    return [(y - x, x, y) for x, _ in ps for y in ss if 0 < y - x <= 3 * len(A.q) + 60]

class Anchor:
    """What is stored with a note, made once, in the document as it was then."""
    def __init__(self, text, s, e):
        self.raw = text[s:e]; self.pos = (s, e); self.hash = hashlib.sha256(text.encode()).digest()
        sk, idx = skeleton(text); a, b = bisect.bisect_left(idx, s), bisect.bisect_left(idx, e)
        self.q, self.pre, self.suf, self.rel = sk[a:b], sk[max(0, a - CTX):a], sk[b:b + CTX], a / max(1, len(sk))
        self.left = s == 0 or not text[s - 1].isalnum(); self.right = e >= len(text) or not text[e:e + 1].isalnum()
        self.head = len(re.match(r"[\W_]*", self.raw).group(0)); self.tail = len(re.search(r"[\W_]*$", self.raw).group(0))
        # how many other places of this very document would have been accepted: its look-alikes
        self.rivals = sum(1 for _, x, y, _ in fuzzy(self, sk) if min(y, b) - max(x, a) < (b - a) / 2)
        self.gaprivals = sum(1 for _, x, y in gaps(self, sk) if abs(x - a) > 3)

def place(A, text, sk=None, idx=None):
    """-> (how, range, confidence); how: same exact moved fuzzy changed | ambiguous orphan"""
    s, e = A.pos
    if text[s:e] == A.raw and hashlib.sha256(text.encode()).digest() == A.hash: return "same", (s, e), 1.0
    if sk is None: sk, idx = skeleton(text)
    n, m = len(sk), len(A.q)
    if m == 0: return "orphan", None, 0.0
    def back(a, b):
        x, y = idx[a], idx[b - 1] + 1
        for _ in range(A.head):                 # the quote began or ended with punctuation: take it in again
            if x > 0 and not text[x - 1].isalnum() and not text[x - 1].isspace(): x -= 1
        for _ in range(A.tail):
            if y < len(text) and not text[y].isalnum() and not text[y].isspace(): y += 1
        return x, y
    def bound(a, b):
        x, y = idx[a], idx[b - 1] + 1
        return (not A.left or x == 0 or not text[x - 1].isalnum()) and (not A.right or y >= len(text) or not text[y].isalnum())
    # 2. every exact occurrence on the skeleton
    occ, i = [], sk.find(A.q)
    while i >= 0 and len(occ) < 4000: occ.append(i); i = sk.find(A.q, i + 1)
    if m < 12: occ = [i for i in occ if bound(i, i + m)]
    if occ:
        if len(occ) > 32:                       # many: keep the 32 with the longest common context, then score those
            def quick(i):
                p = q = 0
                while p < len(A.pre) and i - 1 - p >= 0 and sk[i - 1 - p] == A.pre[-1 - p]: p += 1
                while q < len(A.suf) and i + m + q < n and sk[i + m + q] == A.suf[q]: q += 1
                return -(p + q), abs(i / n - A.rel)
            occ = sorted(occ, key=quick)[:32]
        sc = []
        for i in occ:
            p, q = context(A, sk, i, i + m); sc.append((mean(p, q) + .02 * (1 - abs(i / n - A.rel)), i, mean(p, q), best(p, q)))
        _, i, c, bb = max(sc)
        # a random passage of the same language scores about 0.35-0.45 on one side of context
        if c >= .75 or (c >= .55 and bb >= .85) or (m >= 24 and (c >= .6 or bb >= .75)) or (len(sc) == 1 and (m >= 24 or (m >= 12 and bb >= .55))):
            return "exact" if c >= .9 else "moved", back(i, i + m), (1 + c) / 2
        if m >= 24: return "ambiguous", None, c
    # 3. approximate; not when all that is left is the look-alikes that were there from the start
    f = fuzzy(A, sk)
    if f:
        if A.rivals and len(f) <= A.rivals: return "ambiguous", None, f[0][0]
        return "fuzzy", back(f[0][1], f[0][2]), f[0][0]
    # 4. the quote is gone but both sides of it are still there, in order, once: changed in place
    g = gaps(A, sk)
    if len(g) == 1 and not A.gaprivals and g[0][0] >= max(3, .3 * m): return "changed", back(g[0][1], g[0][2]), .5
    return "orphan", None, 0.0

def _ref(line):
    d = json.loads(line); out = []
    sk, idx = skeleton(d["mutated"])
    for c in d["cases"]:
        A = Anchor(d["original"], *c["span"]); t0 = time.perf_counter()
        how, r, sc = place(A, d["mutated"], sk, idx)
        out.append(json.dumps({"id": d["id"], "n": c["n"], "found": list(r) if r else None, "how": how, "score": round(sc, 3), "ms": (time.perf_counter() - t0) * 1e3}))
    return "\n".join(out) + "\n"
def cmd_ref(a):
    from multiprocessing import Pool
    lines = (l for l in open(a.cases) if a.split == "all" or f'"split": "{a.split}"' in l[:300])
    with Pool(a.jobs) as p, open(a.out, "w") as f:
        for x in p.imap(_ref, lines, chunksize=8): f.write(x)

# ----------------------------------------------------------------- judging
def verdict(c, found):
    exp = c["expected"]
    if exp is None: return "kept" if found is None else "wrong"
    if found is None: return "kept" if c["accept_orphan"] else "missed"
    inter = max(0, min(exp[1], found[1]) - max(exp[0], found[0])); union = (exp[1] - exp[0]) + (found[1] - found[0]) - inter
    j = inter / union if union else 0
    return "right" if j >= .8 else "near" if j >= .3 else "wrong"
ORDER = ["right", "kept", "near", "missed", "wrong"]
def cmd_score(a):
    cases, ops, kinds = {}, [], []
    for d in rows(a.cases):
        if a.split != "all" and d["split"] != a.split: continue
        for c in d["cases"]: cases[d["id"], c["n"]] = (d["op"], c, d["source"])
        if d["op"] not in ops: ops.append(d["op"])
    for spec in a.res:
        name, path = spec.split("=", 1); tab, tot, kt, ms, how = {}, {}, {}, [], {}
        for r in rows(path):
            k = (r["id"], r["n"])
            if k not in cases: continue
            op, c, _ = cases[k]; v = verdict(c, r["found"])
            for t, key in ((tab, op), (kt, c["kind"])): t.setdefault(key, {}).setdefault(v, 0); t[key][v] += 1
            tot[v] = tot.get(v, 0) + 1; ms.append(r["ms"])
            if "how" in r: how.setdefault(r["how"], {}).setdefault(v, 0); how[r["how"]][v] += 1
        n = sum(tot.values()); ms.sort()
        print(f"\n== {name}  ({n} spans, split {a.split})  median {ms[n//2]:.2f} ms  p99 {ms[int(n*.99)]:.1f} ms")
        head = ["operation", "n"] + ORDER
        line = (lambda xs: "| " + " | ".join(xs) + " |") if a.md else (lambda xs: f"{xs[0]:<20}" + "".join(f"{x:>9}" for x in xs[1:]))
        print(line(head))
        if a.md: print(line(["---"] * len(head)))
        for label, t in [(o, tab.get(o, {})) for o in ops] + [("— " + k, v) for k, v in kt.items()] + [("ALL", tot)] + [("how: " + h, v) for h, v in how.items()]:
            m = sum(t.values())
            if m: print(line([label, str(m)] + [f"{100*t.get(x,0)/m:.1f}" for x in ORDER]))

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter); sub = ap.add_subparsers(dest="cmd", required=True)
    p = sub.add_parser("sources"); p.add_argument("--work", required=True); p.add_argument("--seed-text")
    p = sub.add_parser("make"); p.add_argument("--work", required=True); p.add_argument("--out", required=True); p.add_argument("--seed", type=int, default=1); p.add_argument("--per", type=int, default=7); p.add_argument("--flat", action="store_true"); p.add_argument("--ops", default="all", choices=["all", "global", "local"])
    p = sub.add_parser("hypo"); p.add_argument("--work", required=True); p.add_argument("--cases", required=True); p.add_argument("--out", required=True)
    p = sub.add_parser("simple"); p.add_argument("--cases", required=True); p.add_argument("--out", required=True); p.add_argument("--mode", default="exact", choices=["exact", "position"])
    p = sub.add_parser("ref"); p.add_argument("--cases", required=True); p.add_argument("--out", required=True); p.add_argument("--jobs", type=int, default=os.cpu_count()); p.add_argument("--split", default="all")
    p = sub.add_parser("score"); p.add_argument("--cases", required=True); p.add_argument("--res", nargs="+", required=True); p.add_argument("--split", default="held"); p.add_argument("--md", action="store_true")
    a = ap.parse_args(); globals()["cmd_" + a.cmd](a)
if __name__ == "__main__": main()
