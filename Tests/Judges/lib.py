"""Read by the judges written in Python: a scratch folder, a server on a free port, requests, how to end.

HAMYAR is the executable, WORK an empty folder; `full` tells --full from --quick.
"""
import atexit, datetime, http.client, json, os, shutil, signal, subprocess, sys, tempfile, time

judge = os.path.basename(sys.argv[0])
here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
full = "--full" in sys.argv[1:]
hamyar = os.environ.get("HAMYAR") or os.path.join(root, ".build/release/hamyar")
shared = os.environ.get("HAMYAR_SHARED") or os.path.join(root, "../shared")
work = os.environ.get("WORK")
if not work:
    work = tempfile.mkdtemp(prefix=f"hamyar-{judge}.")
    atexit.register(shutil.rmtree, work, True)

_children = []


@atexit.register
def _end_children():
    for child in _children:
        if child.poll() is None:
            child.kill()
            child.wait()


for number in (signal.SIGTERM, signal.SIGINT):
    signal.signal(number, lambda *_: sys.exit(143))


def skip(reason):
    print(f"SKIP {judge}: {reason}", flush=True)
    sys.exit(77)


def passed(text):
    print(f"PASS {judge}: {text}", flush=True)
    sys.exit(0)


def failed(text):
    print(f"FAIL {judge}: {text}", flush=True)
    sys.exit(1)


def tell(text):
    print(text, flush=True)


def need(*tools):
    """The judge cannot be heard without these programs."""
    for tool in tools:
        if not shutil.which(tool):
            skip(f"{tool} is not installed")


def spawn(arguments, **options):
    """A child that ends with the judge, whatever happens."""
    child = subprocess.Popen(arguments, **options)
    _children.append(child)
    return child


def own_secret(folder, user, secret, launch=()):
    """Changes a secret that somebody else made; gives the new one."""
    given = os.path.join(work, "given")
    with open(given, "w") as file:
        file.write(secret)
    line = f"accounts set-password old={secret} new=own-{secret}"
    ran = subprocess.run(
        [*launch, hamyar, "console", "--store", folder, "--as", user, "--password-file", given, "-c", line], capture_output=True, text=True)
    if ran.returncode:
        failed(f"{user} cannot change the secret: {ran.stderr[-300:]}")
    return "own-" + secret


def fresh_store(folder):
    """Makes a store; gives the secret that `admin` chose."""
    made = subprocess.run([hamyar, "init", "--store", folder, "--config", root + "/Config"], capture_output=True, text=True)
    for line in made.stdout.splitlines():
        if line.startswith("one-time secret: "):
            return own_secret(folder, "admin", line.split(": ", 1)[1])
    failed(f"init made no store: {made.stderr[-300:]}")


def demo_store(folder):
    """Copies the demo life; gives its accounts as {user: secret}."""
    life = os.environ.get("HAMYAR_DEMO") or os.path.join(work, "demo-life")
    if not os.path.exists(life + "/hamyar.db"):
        made = subprocess.run([hamyar, "demo", "--store", life, "--config", root + "/Config"], capture_output=True, text=True)
        if made.returncode:
            failed(f"demo: {made.stderr[-300:]}")
    shutil.copytree(life, folder)
    with open(folder + "/demo-accounts.txt") as lines:
        words = [line.split() for line in lines if line.startswith("  ")]
    return {each[0]: each[1] for each in words}


class Server:
    """The server over a store, on a free port of this machine."""

    def __init__(self, store, *flags, launch=(), environment=None, nightly=False, preexec=None):
        self.log = os.path.join(work, f"serve-{len(_children)}.log")
        quiet = () if nightly else ("--no-nightly",)
        begun = time.monotonic()
        with open(self.log, "w") as log:
            self.process = spawn(
                [*launch, hamyar, "serve", "--store", store, "--listen", "127.0.0.1:0", *quiet, *flags],
                stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}, preexec_fn=preexec)
        self.port = None
        while self.port is None and time.monotonic() - begun < 30:
            for line in self.log_lines():
                if line.startswith("Listening on http://"):
                    self.port = int(line.split()[2].rsplit(":", 1)[1])
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        if self.port is None:
            failed(f"the server did not start: {self.log_lines()[-3:]}")
        self.start_seconds = time.monotonic() - begun
        self.pid = self.process.pid
        if launch:
            # A wrapper that is killed lets go of what it started.
            with open(f"/proc/{self.pid}/task/{self.pid}/children") as children:
                self.pid = int((children.read().split() or [self.pid])[0])
            atexit.register(self.stop)

    def log_lines(self):
        with open(self.log, errors="replace") as log:
            return log.read().splitlines()

    def stop(self, number=signal.SIGTERM, seconds=20):
        """Ends it and gives its exit status."""
        if self.process.poll() is None:
            os.kill(self.pid, number)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.kill(self.pid, signal.SIGKILL)
            self.process.kill()
            self.process.wait()
            return None

    def is_alive(self):
        return self.process.poll() is None

    def status_kib(self, name):
        with open(f"/proc/{self.pid}/status") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))

    def rss_mib(self):
        return self.status_kib("VmRSS") / 1024

    def peak_mib(self):
        return self.status_kib("VmHWM") / 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def client(self, source="127.0.0.1", timeout=15):
        return Client(self.port, source, timeout)

    def sign_in(self, user, secret, source="127.0.0.1"):
        client = self.client(source)
        status, answer, _ = client.post("/api/v1/session", {"user": user, "password": secret})
        if status != 201:
            failed(f"{user} cannot sign in: {status} {answer}")
        client.token = answer["token"]
        return client

    def arrive(self, user, secret):
        """Signs in with a secret that somebody else made, and changes it."""
        client = self.sign_in(user, secret)
        status, answer, _ = client.post("/api/v1/session/password", {"old": secret, "new": "own-" + secret})
        if status != 201:
            failed(f"{user} cannot change the secret: {status} {answer}")
        return client


class FalseClock:
    """A clock in a file, read at every look; the machine's own time goes on beside it."""

    def __init__(self, name):
        self.file = os.path.join(work, name)
        # The wrapper shares its memory with the program; what it would say once stands in the file instead.
        self.launch = (
            "faketime", "-m", "--exclude-monotonic", "-f", "+0d", "env", "-u", "FAKETIME", f"FAKETIME_TIMESTAMP_FILE={self.file}",
            "FAKETIME_NO_CACHE=1")

    def set(self, moment):
        """Tehran's civil time."""
        seconds = int((moment - datetime.timedelta(hours=3, minutes=30) - datetime.datetime(1970, 1, 1)).total_seconds() - time.time())
        with open(self.file + ".new", "w") as file:
            file.write(f"{seconds:+d}s\n")
        os.replace(self.file + ".new", self.file)

    def run(self, *words):
        made = subprocess.run([*self.launch, hamyar, *words], capture_output=True, text=True)
        return made.returncode, made.stdout, made.stderr


class Client:
    """One kept connection from one loopback address."""

    def __init__(self, port, source="127.0.0.1", timeout=15):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout, source_address=(source, 0))
        self.token = None
        self.used = time.monotonic()

    def send(self, method, path, value=None, headers=()):
        """Gives status, answer (JSON where it is JSON) and headers."""
        lines = dict(headers)
        if self.token:
            lines.setdefault("Authorization", "Bearer " + self.token)
        body = value if isinstance(value, (bytes, type(None))) else json.dumps(value).encode()
        if body is not None:
            lines.setdefault("Content-Type", "application/json")
        if time.monotonic() - self.used > 8:
            self.connection.close()  # The server ends idle connections after 15 s.
        self.used = time.monotonic()
        try:
            self.connection.request(method, path, body, lines)
            response = self.connection.getresponse()
            octets = response.read()
        except Exception:
            self.connection.close()
            raise
        answer = octets
        if "json" in response.headers.get("Content-Type", "") and octets:
            answer = json.loads(octets)
        return response.status, answer, response.headers

    def get(self, path, **headers):
        return self.send("GET", path, None, headers)

    def post(self, path, value, headers=()):
        return self.send("POST", path, value, headers)

    def rows(self, path):
        """All rows of a list, page after page."""
        found, cursor = [], None
        while True:
            mark = "" if cursor is None else ("&" if "?" in path else "?") + "cursor=" + cursor
            status, answer, _ = self.get(path + mark)
            if status != 200:
                failed(f"GET {path}: {status} {answer}")
            found += answer["items"]
            cursor = answer.get("next")
            if not cursor:
                return found


def percentile(values, share):
    """The value below which this share of all lies, such as 0.99."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"


def audit_verify(store):
    """Exit status and output of `audit verify` against the store's own high-water mark."""
    said = subprocess.run(
        [hamyar, "audit", "verify", "--store", store, "--hwm", store + "/audit.hwm"], capture_output=True, text=True)
    return said.returncode, said.stdout + said.stderr
