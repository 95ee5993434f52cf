#!/usr/bin/env python3
"""long_use: a long sitting, in a hurry. Does memory grow, are files left open?

    cargo build --release --bins
    python3 benches/terminal/long_use.py target/release/exergue [--sittings 2] [--rounds 400] [--seed 1] [--deeds note,mark]

The real window in a pseudo-terminal, with a home of its own. Each round does a day's worth of everything in some order: scrolls, views,
filters, previews, searches, contents, library, links, another document and back, notes with and without text, tags, pens, undo and redo, deleting
and bringing back, exports, layers, reading the file again after it changed, resizing. A sitting has `--rounds` of them; then the window
is left, and the next sitting opens what the one before left behind. `--deeds` does only some of them, to find the one that grows. After each
round it waits until the window is quiet, and asks /proc for the anonymous memory and the open descriptors; it fails where either grows.

What is compared must be comparable, so:
- The figures are taken at one size of the window: its cells alone differ by a megabyte between the sizes.
- The program has one arena (MALLOC_ARENA_MAX=1). Else each of its threads keeps what it freed for itself, and memory grows
  for long without anything being held (`--arenas 0` leaves the allocator as it is).
- The first half of a sitting is a warm-up: caches and the allocator fill. The growth is the slope over the second half.

A note that is taken back is kept as a deleted one, for ever, and what can be undone is kept whole: every second sitting only reads, and may
grow by `--allowed` kB in 100 rounds, which is a block of one kB leaked in a round; in the others each note made may cost `--kept` kB more.
"""
import argparse, fcntl, os, pty, random, select, shutil, signal, struct, sys, tempfile, termios, time

SIZES = [(120, 40), (80, 24), (50, 20), (160, 50)]
# Among keys: wait until the window is quiet.
PAUSE = "\0"
# What a round does, as keys. Each leaves the window as it found it, in the text without a selection.
DEEDS = {
    "scroll": "jjjjJJJ\x04\x04\x15kkkG" + "gg",
    "views": "E\x1bQ\x1bT\x1bC\x1b",
    "lists": "Ejjj jjj\x1b\x1bQjjkk\x1b\x1b",
    "filter": "C/ici\r/\x15\r\x1b\x1b",
    "search": "/ville\rnnNN\x1b",
    "note": "JJcune note de plus\x1bu",
    "mark": "Jsu",
    "pens": "JsJ.uu",
    "tags": "Jtlong #cours\ru",
    "delete": "JsddC\x1buu",
    "undo": "JsuUu",
    "select": "vwwjj\x1b",
    "layers": "zzztzbii\x1b",
    "export": "JsX\ru",
    "help": "?\x1b\x1b",
    "palette": ":lire\x1b\x1b",
    "marks": "maJJJ'a",
    "outline": "ojj\x1b\x1b",
    "library": "Oj\x1b\x1b",
    "links": "glj\x1b\x1b",
    "encoding": "gcj\x1b\x1b",
    "measure": "++--=",
    # To the document that the first link leads to, and back.
    "journey": f"gggl{PAUSE}\r{PAUSE}\x0f{PAUSE}",
}


# How many notes these make and take back.
NOTES = {"note": 1, "mark": 1, "pens": 2, "tags": 1, "delete": 1, "undo": 1, "export": 1}


class Window:
    """The program in a pseudo-terminal whose output is read and dropped."""

    def __init__(self, program, file, home, size, arenas=0):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            env = {"HOME": home, "PATH": os.environ.get("PATH", ""), "LANG": "fr_FR.UTF-8", "TERM": "xterm-256color"}
            if arenas:
                env["MALLOC_ARENA_MAX"] = str(arenas)
            os.chdir(home)
            os.execve(program, [program, file], env)
        os.set_blocking(self.fd, False)
        self.resize(size)
        self.read = 0
        self.quiet(2.0)

    def resize(self, size):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def drain(self, timeout):
        """Reads what comes; False once nothing came for so long."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self.read += len(data)
        return bool(data)

    def quiet(self, timeout=0.08, longest=10.0):
        until = time.monotonic() + longest
        while time.monotonic() < until and self.drain(timeout):
            pass

    def keys(self, keys):
        first, *others = keys.split(PAUSE)
        self.type(first)
        for part in others:
            self.quiet(0.25)
            self.type(part)

    def type(self, keys):
        data = keys.encode()
        while data:
            # Esc alone must not be taken for the start of a sequence.
            end = data.find(b"\x1b")
            piece, data = (data, b"") if end < 0 else (data[: end + 1], data[end + 1:])
            while piece:
                try:
                    piece = piece[os.write(self.fd, piece):]
                except BlockingIOError:
                    self.drain(0.05)
            if data:
                self.quiet(0.03, 2.0)

    def figures(self):
        """Resident kB, anonymous kB, open descriptors, threads."""
        status = dict(line.split(":", 1) for line in open(f"/proc/{self.pid}/status") if ":" in line)
        kb = lambda name: int(status[name].split()[0])
        return kb("VmRSS"), kb("RssAnon"), len(os.listdir(f"/proc/{self.pid}/fd")), int(status["Threads"])

    def leave(self):
        """Leaves by `q`; gives the exit code, or None where it had to be killed."""
        self.keys("\x1b\x1b\x1bq")
        until = time.monotonic() + 15
        while time.monotonic() < until:
            self.drain(0.05)
            done, code = os.waitpid(self.pid, os.WNOHANG)
            if done:
                os.close(self.fd)
                return os.waitstatus_to_exitcode(code)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
        return None


def article(seed):
    chance = random.Random(seed)
    words = "ville tram maire conseil budget projet quartier ligne chantier habitants vote travaux climat énergie Halles Paris".split()
    sentence = lambda: " ".join(chance.choices(words, k=chance.randrange(8, 20))).capitalize() + "."
    said = lambda: f"« {sentence()} », a dit Claire Denoual, adjointe au maire."
    paragraph = lambda: " ".join(chance.choice([sentence, sentence, said])() for _ in range(5))
    return "# Le tram et la ville\n\nVoir [la suite](suite.md).\n\n" + "\n\n".join(paragraph() for _ in range(120)) + "\n"


def slope(values):
    """The least squares slope, a round."""
    n = len(values)
    mean_x, mean_y = (n - 1) / 2, sum(values) / n
    over = sum((x - mean_x) * (y - mean_y) for x, y in enumerate(values))
    return over / max(1e-9, sum((x - mean_x) ** 2 for x in range(n)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--sittings", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deeds", default=",".join(DEEDS), help="which of them, with commas")
    parser.add_argument("--arenas", type=int, default=1, help="arenas of the allocator; 0 for as many as it likes")
    parser.add_argument("--allowed", type=float, default=100.0, help="kB of memory in 100 rounds")
    parser.add_argument("--kept", type=float, default=4.0, help="kB of memory a note")
    a = parser.parse_args()
    program = os.path.abspath(a.program)
    chance = random.Random(a.seed)
    home = tempfile.mkdtemp(prefix="exergue-long-")
    file = os.path.join(home, "tram.md")
    open(os.path.join(home, "suite.md"), "w").write(article(a.seed + 1))
    text = article(a.seed)
    open(file, "w").write(text)
    failures, deeds, began = [], 0, time.monotonic()
    print("sitting  rounds  keys out  RSS kB: warm  last  highest  kB/100 rounds  allowed  descriptors  threads")
    for sitting in range(a.sittings):
        window = Window(program, file, home, SIZES[0], a.arenas)
        rss, anon, descriptors, threads = [], [], [], []
        for number in range(a.rounds):
            names = [name for name in a.deeds.split(",") if not (sitting % 2 and name in NOTES)]
            chance.shuffle(names)
            for name in names:
                window.keys("\x1b" + DEEDS[name])
                window.quiet(0.02, 2.0)
                deeds += 1
            window.resize(chance.choice(SIZES))
            if number % 10 == 9:
                # Another edition under the same path, and back.
                open(file, "w").write(text.replace("budget", "impôt") if number % 20 == 9 else text)
                window.keys("\x1b\x1bR")
                window.quiet(0.25)
            window.resize(SIZES[0])
            window.quiet(0.15)
            try:
                figures = window.figures()
            except (OSError, KeyError):
                failures.append(f"sitting {sitting + 1}: ended in round {number + 1}")
                break
            for known, value in zip((rss, anon, descriptors, threads), figures):
                known.append(value)
        open(file, "w").write(text)
        code = window.leave()
        if code != 0:
            failures.append(f"sitting {sitting + 1}: left with {code}")
        if len(anon) < 8:
            continue
        warm = len(anon) // 2
        growth = 100 * slope(anon[warm:])
        made = 0 if sitting % 2 else sum(NOTES.get(name, 0) for name in a.deeds.split(","))
        allowed = a.allowed + 100 * a.kept * made
        print(f"{sitting + 1:7d} {len(rss):7d} {window.read // 1000:6d} kB {rss[warm]:13d} {rss[-1]:5d} {max(rss):8d} {growth:14.0f} "
              f"{allowed:8.0f} {descriptors[warm]:5d}..{max(descriptors[warm:])} {threads[warm]:5d}..{max(threads[warm:])}", flush=True)
        if growth > allowed:
            failures.append(f"sitting {sitting + 1}: memory grows by {growth:.0f} kB in 100 rounds")
        if min(descriptors[-warm // 2:]) > max(descriptors[warm:warm + warm // 2]):
            failures.append(f"sitting {sitting + 1}: descriptors grow from {descriptors[warm]} to {descriptors[-1]}")
        if max(threads[warm:]) > threads[warm] + 4:
            failures.append(f"sitting {sitting + 1}: threads grow from {threads[warm]} to {max(threads[warm:])}")
    left = [name for folder, _, names in os.walk(home) for name in names if name.startswith(".exergue-")]
    if left:
        failures.append(f"temporary files are left: {left[:5]}")
    print(f"{deeds} deeds in {time.monotonic() - began:.0f} s")
    shutil.rmtree(home)
    for failure in failures:
        print("FAILED:", failure)
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
