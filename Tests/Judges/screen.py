"""A person at a terminal: a pseudo-terminal with the program at its far end, and a screen that understands what it draws."""
import fcntl, os, re, select, signal, struct, subprocess, termios, time, unicodedata

import lib

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, DELETE = "\x1b[H", "\x1b[F", "\x1b[3~"
WORD_LEFT, WORD_RIGHT = "\x1b[1;5D", "\x1b[1;5C"


def width(character):
    """Columns of one scalar, by the Unicode database and not by the program under judgement."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """Rows of cells; a row knows whether it goes on in the next one, so that a new width breaks lines anew."""

    def __init__(self, columns, rows):
        self.columns, self.height = columns, rows
        self.lines, self.goes_on = [[]], [False]
        self.row = self.column = 0
        self.is_waiting = False
        self.colours = set()

    def _line(self):
        while self.row >= len(self.lines):
            self.lines.append([])
            self.goes_on.append(False)
        return self.lines[self.row]

    def put(self, character):
        if character == "\r":
            self.column, self.is_waiting = 0, False
        elif character == "\n":
            self.row, self.is_waiting = self.row + 1, False
            self._line()
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif unicodedata.category(character) == "Cc":
            lib.failed(f"a control character reached the terminal: {character!r}")
        else:
            self._show(character)

    def _show(self, character):
        wide = width(character)
        line = self._line()
        if wide == 0:
            if self.column and self.column <= len(line):
                line[self.column - 1] += character
            return
        if self.is_waiting or self.column + wide > self.columns:
            self.goes_on[self.row] = True
            self.row, self.column, self.is_waiting = self.row + 1, 0, False
            line = self._line()
        line += [" "] * (self.column + wide - len(line))
        line[self.column] = character
        if wide == 2:
            line[self.column + 1] = ""
        self.column += wide
        if self.column == self.columns:
            self.column, self.is_waiting = self.columns - 1, True

    def control(self, parameters, final):
        count = int(parameters) if parameters.isdigit() and int(parameters) else 1
        line = self._line()
        if final == "A":
            self.row = max(self.top(), self.row - count)
        elif final == "B":
            self.row += count
            self._line()
        elif final == "C":
            self.column = min(self.columns - 1, self.column + count)
        elif final == "D":
            self.column = max(0, self.column - count)
        elif final == "G":
            self.column = count - 1
        elif final == "H":
            self.row, self.column = self.top(), 0
        elif final == "K":
            del line[self.column:]
            self.goes_on[self.row] = False
        elif final == "J":
            if parameters == "2":
                top = self.top()
                self.lines[top:] = [[] for _ in self.lines[top:]]
            else:
                del line[self.column:]
                del self.lines[self.row + 1:], self.goes_on[self.row + 1:]
            self.goes_on[self.row] = False
        elif final == "m":
            self.colours.add(parameters)
        self.is_waiting = False

    def top(self):
        return max(0, len(self.lines) - self.height)

    def resize(self, columns, rows):
        """Breaks every line anew, as terminals do that people use."""
        place, whole, lines = None, [], []
        for index, cells in enumerate(self.lines):
            if index == self.row:
                place = (len(lines), len(whole) + self.column + self.is_waiting)
            whole = whole + cells
            if not self.goes_on[index]:
                lines.append(whole)
                whole = []
        self.columns, self.height = columns, rows
        self.lines, self.goes_on, self.is_waiting = [], [], False
        for index, cells in enumerate(lines):
            if place and place[0] == index:
                self.row, self.column = len(self.lines) + place[1] // columns, place[1] % columns
            pieces = [cells[at:at + columns] for at in range(0, len(cells), columns)] or [[]]
            self.lines += pieces
            self.goes_on += [True] * (len(pieces) - 1) + [False]
        self._line()

    def text(self):
        return "\n".join("".join(line).rstrip() for line in self.lines)

    def cursor_line(self):
        """The whole line the cursor is in, however many rows it takes, and the cursor's place in it."""
        first = self.row
        while first and self.goes_on[first - 1]:
            first -= 1
        last = self.row
        while self.goes_on[last]:
            last += 1
        cells = [cell for line in self.lines[first:last + 1] for cell in line]
        return "".join(cells).rstrip(), (self.row - first) * self.columns + self.column


class Terminal:
    """`hamyar …` with a person in front of it."""

    def __init__(self, *arguments, columns=100, rows=30, environment=None, program=None):
        near, far = os.openpty()
        self.descriptor = near
        self.screen = Screen(columns, rows)
        self.raw = b""
        self._pending = b""
        self._size(columns, rows)
        self.child = lib.spawn(
            [program or lib.hamyar, *arguments], stdin=far, stdout=far, stderr=far, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**os.environ, "TERM": "xterm-256color", **(environment or {})})
        os.close(far)

    def _size(self, columns, rows):
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds=0.0):
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return False
        try:
            octets = os.read(self.descriptor, 65536)
        except OSError:
            return False
        self.raw += octets
        self._feed(self._pending + octets)
        return bool(octets)

    def _feed(self, octets):
        text = octets.decode("utf-8", "ignore")
        kept = octets[len(text.encode()):]
        at = 0
        while at < len(text):
            if text[at] != "\x1b":
                self.screen.put(text[at])
                at += 1
                continue
            found = re.compile(r"\x1b\[([0-9;?]*)([A-Za-z~])").match(text, at)
            if not found:
                kept = text[at:].encode() + kept
                break
            self.screen.control(found[1], found[2])
            at = found.end()
        self._pending = kept

    def settle(self, quiet=0.025, seconds=10):
        """Reads until the program has been silent for a moment."""
        end = time.monotonic() + seconds
        while self.read(quiet) and time.monotonic() < end:
            pass

    def keys(self, *texts):
        for text in texts:
            os.write(self.descriptor, text.encode())
            self.settle()
            # A person waits for the prompt or a question before typing on.
            if text.endswith("\r"):
                self.until(lambda _: re.search(r"(>|\]|:|: q)$", self.line()), 5)

    def type(self, *texts):
        """The same without waiting for what it does."""
        for text in texts:
            os.write(self.descriptor, text.encode())
            time.sleep(0.002)

    def until(self, wanted, seconds=10):
        """Waits until a text stands on the screen, or a condition holds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if wanted(self) if callable(wanted) else wanted in self.screen.text():
                return True
            if not self.read(0.05) and self.child.poll() is not None:
                break
        return False

    def resize(self, columns, rows=30):
        self.screen.resize(columns, rows)
        self._size(columns, rows)
        self.settle()

    def line(self):
        return self.screen.cursor_line()[0]

    def column(self):
        return self.screen.cursor_line()[1]

    def ends(self, seconds=10):
        """Its exit status; None when it goes on."""
        end = time.monotonic() + seconds
        while self.child.poll() is None and time.monotonic() < end:
            self.read(0.05)
        self.settle(0.01)
        return self.child.poll()

    def close(self):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGKILL)
            self.child.wait()
        os.close(self.descriptor)
