"""Read by the judges of the store: a seeded store with an officer's token, changes to send, what must hold afterwards."""
import http.client, itertools, os, random, shutil, sqlite3, threading
from lib import *

numbers = itertools.count(random.randrange(1, 9) * 10_000_000)


def letters(number):
    """A name that no two changes share; the store folds digits, not letters."""
    return "m" + "".join(chr(97 + int(digit)) for digit in str(number))


def national_id(number):
    digits = f"{number % 10**9:09d}"
    rest = sum(int(digit) * (10 - place) for place, digit in enumerate(digits)) % 11
    return digits + str(rest if rest < 2 else 11 - rest)


def seed(folder):
    """A fresh store with an officer of Golestan and one neighbourhood; gives the officer's token."""
    secret = fresh_store(folder)
    server = Server(folder)
    admin = server.sign_in("admin", secret)

    def post(client, path, value):
        status, answer, _ = client.post("/api/v1" + path, value)
        if status != 201:
            failed(f"seeding {path}: {status} {answer}")
        return answer

    staff = post(admin, "/accounts/staff", {"userName": "officer", "fullName": "کارشناس", "province": "IR-27"})
    post(admin, f"/accounts/staff/{staff['id']}/posts", {"role": "prevention.officer", "province": "IR-27"})
    officer = server.arrive("officer", staff["oneTimeSecret"])
    post(officer, "/regions/neighbourhoods", {"province": "IR-27", "name": "محلهٔ نخست", "setting": "urban"})
    if server.stop() != 0:
        failed("the seeding server did not stop well")
    return officer.token


class Change:
    """One change to send, with what will be found in the store if it took effect."""

    kinds = ("neighbourhood", "need", "person")
    tables = {
        "neighbourhood": ("regions_neighbourhood", "name", "regions.neighbourhood"),
        "need": ("mobilisation_need", "title", "mobilisation.need"),
        "person": ("people_person", "first_name", "people.person"),
    }

    def __init__(self, kind=None, keyed=True):
        number = next(numbers)
        self.kind = kind or random.choice(self.kinds)
        self.name = letters(number)
        self.key = f"judge-{number}" if keyed else None
        self.status, self.code = None, ""
        if self.kind == "neighbourhood":
            self.path, self.body = "/api/v1/regions/neighbourhoods", {"province": "IR-27", "name": self.name, "setting": "urban"}
        elif self.kind == "need":
            self.path, self.body = "/api/v1/mobilisation/needs", {"neighbourhood": 1, "title": self.name, "category": "health"}
        else:
            self.path, self.body = "/api/v1/people", {
                "nationalID": national_id(number), "firstName": self.name, "familyName": "محمدی", "fatherName": "علی",
                "birth": "1370/01/01", "isLiterate": True, "gender": "female", "consentedOn": "1404/03/01"}

    def send(self, client):
        """Sends it; the status, 0 when no answer came. `code` is the problem's."""
        self.code = ""
        try:
            status, answer, _ = client.post(self.path, self.body, {"Idempotency-Key": self.key} if self.key else {})
        except (OSError, http.client.HTTPException, ValueError):
            status, answer = 0, {}
        self.status = status
        if isinstance(answer, dict):
            self.code = answer.get("code", "") if status >= 400 else ""
        return status

    @property
    def is_acknowledged(self):
        return self.status is not None and 200 <= self.status < 300


class Look:
    """The store as it is in its files now, also while the server runs."""

    def __init__(self, folder, copy=False):
        path = folder + "/hamyar.db"
        if copy:  # Looking must not change what a crash left.
            place = os.path.join(work, "look")
            shutil.rmtree(place, True)
            os.makedirs(place)
            for name in ("hamyar.db", "hamyar.db-wal"):
                if os.path.exists(f"{folder}/{name}"):
                    shutil.copyfile(f"{folder}/{name}", f"{place}/{name}")
            path = place + "/hamyar.db"
        self.base = sqlite3.connect(path, timeout=20)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.base.close()

    def count(self, change):
        table, column, _ = Change.tables[change.kind]
        return self.base.execute(f"SELECT count(*) FROM {table} WHERE {column}=?", (change.name,)).fetchone()[0]

    def names(self, kind):
        table, column, _ = Change.tables[kind]
        return [row[0] for row in self.base.execute(f"SELECT {column} FROM {table}")]

    def faults(self):
        """Integrity, foreign keys, and exactly one entry for every row."""
        found = []
        said = self.base.execute("PRAGMA integrity_check").fetchall()
        if said != [("ok",)]:
            found.append(f"integrity_check: {said[:3]}")
        broken = self.base.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            found.append(f"foreign_key_check: {broken[:3]}")
        for table, _, entity in Change.tables.values():
            wrong = self.base.execute(
                f"SELECT id, (SELECT count(*) FROM audit_ix WHERE obj='{entity}/'||id) AS entries FROM {table} WHERE entries<>1"
            ).fetchall()
            if wrong:
                found.append(f"{table}: rows with other than one entry: {wrong[:3]}")
            orphans = self.base.execute(
                f"SELECT obj FROM audit_ix WHERE obj LIKE '{entity}/%' AND NOT EXISTS"
                f"(SELECT 1 FROM {table} WHERE '{entity}/'||id=obj)").fetchall()
            if orphans:
                found.append(f"{table}: entries without a row: {orphans[:3]}")
        return found


def store_faults(folder):
    """Everything that must hold of a store at rest."""
    with Look(folder) as look:
        found = look.faults()
    code, said = audit_verify(folder)
    if code != 0:
        found.append(f"audit verify: {code} {said[-300:]}")
    return found
