"""A store under a clock that can be set: made, served and asked over HTTP by several accounts."""
import datetime, gzip, http.client, json, os, re, signal, subprocess, sys, time
from urllib.parse import quote

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
hamyar = os.environ.get("HAMYAR") or os.path.join(root, ".build/release/hamyar")


def under(moment, *words):
    """The command with its clock set; the waiting of threads keeps to the machine's."""
    return ["faketime", "--exclude-monotonic", "-f", moment.strftime("@%Y-%m-%d %H:%M:%S"), hamyar, *words]


class House:
    def __init__(self, folder, moment):
        self.folder, self.moment, self.server = folder, moment, None
        self.environment = {**os.environ, "TZ": "UTC"}
        self.tokens, self.secrets = {}, {}
        self.given = set()  # Whose secrets somebody else made: they are changed at the first sign-in.

    def init(self, *words):
        made = self.run("init", "--store", self.folder, *words)
        self.secrets["admin"] = re.search("one-time secret: (.*)", made)[1]
        self.given.add("admin")

    def run(self, *words):
        said = subprocess.run(under(self.moment, *words), capture_output=True, text=True, env=self.environment)
        if said.returncode:
            sys.exit(f"{words[0]}: exit {said.returncode}\n{said.stdout}{said.stderr}")
        return said.stdout

    # The clock

    def open(self):
        self.server = subprocess.Popen(
            under(self.moment, "serve", "--store", self.folder, "--listen", "127.0.0.1:0", "--no-nightly"),
            stderr=subprocess.PIPE, text=True, env=self.environment)
        line = self.server.stderr.readline()
        if "Listening on" not in line:
            sys.exit(f"the server did not start: {line}{self.server.stderr.read()}")
        self.port = int(re.search(r":(\d+) ", line)[1])
        self.tokens = {}
        if not hasattr(self, "operations"):
            _, document, _ = self.send("GET", "/openapi.json")
            self.operations = {
                each["operationId"]: (method.upper(), path) for path, methods in document["paths"].items() for method, each in methods.items()}

    def close(self):
        """Ends the server that runs under the clock's wrapper."""
        with open(f"/proc/{self.server.pid}/task/{self.server.pid}/children") as children:
            os.kill(int(children.read().split()[0]), signal.SIGTERM)
        self.server.wait()
        self.server = None

    def until(self, moment):
        """Lets the days go by, with their nights."""
        if self.server:
            self.close()
        self.moment = moment
        self.run("nightly", "--store", self.folder)
        self.open()

    # Requests

    def send(self, method, path, body=None, headers=()):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        lines = dict(headers)
        if body is not None and "Content-Type" not in lines:
            lines["Content-Type"] = "application/json"
        octets = body.encode() if isinstance(body, str) else None if body is None else json.dumps(body, ensure_ascii=False).encode()
        connection.request(method, path, octets, lines)
        answer = connection.getresponse()
        octets = answer.read()
        connection.close()
        isJSON = re.match("application.(problem.)?json", answer.headers.get("Content-Type", "")) and octets
        return answer.status, json.loads(octets) if isJSON else octets.decode(), answer.headers

    def sign_in(self, user):
        if user not in self.tokens:
            status, answer, _ = self.send("POST", "/api/v1/session", {"user": user, "password": self.secrets[user]})
            if status != 201:
                sys.exit(f"{user} cannot sign in: {status} {answer}")
            self.tokens[user] = answer["token"]
            if user in self.given:
                change = {"old": self.secrets[user], "new": "own-" + self.secrets[user]}
                status, answer, _ = self.send("POST", "/api/v1/session/password", change, {"Authorization": "Bearer " + self.tokens[user]})
                if status != 201:
                    sys.exit(f"{user} cannot change the secret: {status} {answer}")
                self.secrets[user] = change["new"]
                self.given.remove(user)
        return {"Authorization": "Bearer " + self.tokens[user]}

    def ask(self, user, command, /, headers=(), **fields):
        """Runs a command by its name; whatever is refused ends everything."""
        method, path = self.operations[command]
        for name in re.findall(r"{(\w+)}", path):
            path = path.replace("{%s}" % name, quote(str(fields.pop(name)), safe=""))
        if method == "GET":
            path += "?" + "&".join(f"{name}={quote(str(each), safe='')}" for name, each in fields.items())
        status, answer, _ = self.send(
            method, path, None if method == "GET" else fields, {**self.sign_in(user), **dict(headers)})
        if status >= 300:
            sys.exit(f"{user}: {command}: {status} {json.dumps(answer, ensure_ascii=False)}")
        return answer


def national_id(number):
    digits = f"{number:09d}"
    rest = sum(int(digit) * (10 - place) for place, digit in enumerate(digits)) % 11
    return digits + str(rest if rest < 2 else 11 - rest)


def pack(path, octets):
    """The same octets give the same file."""
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, 0) as packed:
        packed.write(octets)


def moment(text):
    return datetime.datetime.fromisoformat(text)
