"""What the judge `contract` teaches schemathesis about this house: who may do what, and which rows there are.

A generated request that is meant to be valid gets a session that may make it and, mostly, references to rows that exist,
valid national IDs and the like; otherwise nearly every request would end at the door. Damaged ones are left as they are.
"""
import atexit, gc, json, os, random, threading, time, urllib.error, urllib.request
from collections import Counter

import hypothesis
import schemathesis

# What a run spends on looking for smaller or luckier inputs, it does not spend on new ones.
hypothesis.settings.register_profile(
    "contract", phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate), database=None)
hypothesis.settings.load_profile("contract")
gc.set_threshold(100_000, 20, 50)

with open(os.environ["CONTRACT_FACTS"]) as file:
    facts = json.load(file)
operations = {entry["id"]: entry for entry in facts["operations"]}
statuses, asked, reached, fuzzed, wrote, lock, jobs = {}, {}, set(), Counter(), [0.0], threading.Lock(), []
local = threading.local()

# Done for real they would end the very sessions and modules that the judge needs.
ONLY_DRY = {
    "accounts.disable", "accounts.end-sessions", "accounts.end-post", "accounts.assign-post",
    "configuration.switch-module", "configuration.switch",
}
# Whole numbers that mean something in a field of this name; a field of another name gets any.
NUMBERS = {"year": [1403, 1404, 1405], "population": [580_158, 1_868_819]}
ANY_NUMBER = [0, 1, 2, 3, 10, 100, 1404, 1405, 5_000_000]
WORDS = ["باغ پلنگ", "نیک‌اندیشان", "خیابان شهید بهشتی", "کارگاه مهارت‌های زندگی", "همیاران سلامت", "گرگان"]


def strays(dice, share):
    """Whether to leave what is known for once; never before an operation's body was reached."""
    return local.strays and dice.random() < share


def national_id(dice):
    digits = [dice.randrange(10) for _ in range(9)]
    rest = sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11
    return "".join(map(str, digits)) + str(rest if rest < 2 else 11 - rest)


def iban(dice):
    account = f"{dice.randrange(10**22):022d}"
    return f"IR{98 - int(account + '182700') % 97:02d}{account}"


def reference(entry, province, dice):
    rows = facts["rows"].get(entry["object"], [])
    near = [row for row in rows if row["province"] == province or row["province"] is None and strays(dice, 0.5)] or rows
    if not near or strays(dice, 0.1):
        return None
    row = dice.choice(near[-40:] if dice.random() < 0.5 else near)
    return row["code"] if row.get("code") and entry.get("prefix") and dice.random() < 0.7 else row["id"]


def named(province, dice):
    """The code of something recorded, or its name in the ledger."""
    entity = dice.choice(sorted(facts["rows"]))
    rows = [row for row in facts["rows"][entity] if row["province"] in (None, province)]
    row = dice.choice(rows) if rows else None
    return row and (row["code"] if row["code"] and dice.random() < 0.7 else f"{entity}/{row['id']}")


def better(entry, value, province, dice):
    """A value that this house could know, for a field of this kind."""
    kind = entry["kind"]
    if strays(dice, 0.08):
        return value
    if entry["name"] in ("object", "code") and kind == "text":
        return named(province, dice) or value
    if kind == "text" and entry["name"] in facts["words"]:
        return dice.choice(facts["words"][entry["name"]])
    if kind == "reference":
        found = reference(entry, province, dice)
        return value if found is None else found
    if kind == "text":
        return dice.choice(WORDS)
    if kind == "day":
        return f"140{dice.choice([3, 4, 5, 5, 5])}/{dice.randint(1, 12):02d}/{dice.randint(1, 29):02d}"
    if kind == "province":
        return province or dice.choice(["IR-27", "IR-12"])
    if kind == "nationalID":
        return national_id(dice)
    if kind == "iban":
        return iban(dice)
    if kind == "mobile":
        return f"09{dice.randrange(10**9):09d}"
    if kind == "legalEntityID":
        return "10380284790"
    if kind in ("int", "rial"):
        return dice.choice(NUMBERS.get(entry["name"], ANY_NUMBER))
    if kind == "list" and isinstance(value, list):
        return [better(entry["parts"][0], item, province, dice) for item in value]
    if kind == "object" and isinstance(value, dict):
        return improve(entry["parts"], value, province, dice)
    return value


def improve(entries, values, province, dice):
    known = {entry["name"]: entry for entry in entries}
    improved = {
        name: better(known[name], value, province, dice) if name in known and value is not None else value
        for name, value in values.items()
    }
    days = [name for name in known if known[name]["kind"] == "day" and isinstance(improved.get(name), str)]
    if not strays(dice, 0.2):  # The first day is named before the last.
        improved.update(zip(days, sorted(improved[name] for name in days)))
    return improved


def somewhere(dice):
    """An address, so that wrong passwords from here and there do not make everybody wait."""
    return f"10.{dice.randrange(256)}.{dice.randrange(256)}.{dice.randrange(1, 255)}"


def sign_in(dice):
    """Opens a session of somebody; those who guessed wrong too often have to wait."""
    users = sorted(facts["accounts"])
    dice.shuffle(users)
    for user in users:
        local.user = user
        request = urllib.request.Request(
            facts["base"] + "/api/v1/session", json.dumps({"user": user, "password": facts["accounts"][user]["secret"]}).encode(),
            {"Content-Type": "application/json", "X-Forwarded-For": somewhere(dice)})
        try:
            with urllib.request.urlopen(request) as response:
                return json.load(response)["token"]
        except urllib.error.HTTPError as refusal:
            if refusal.code != 429:
                raise
    raise RuntimeError("everybody has to wait before signing in again")


@schemathesis.auth(refresh_interval=None)
class Session:
    """A session of somebody who holds the permission that the operation asks for."""

    def get(self, case, context):
        identity = case.operation.definition.raw.get("operationId")
        users = facts["holders"].get(identity) or list(facts["accounts"])
        dice = random.Random(f"{identity} {case.path_parameters} {case.query}")
        local.user = "admin" if identity.startswith("jobs.") and dice.random() < 0.9 else dice.choice(users)
        return sign_in(dice) if identity == "accounts.logout" else facts["accounts"][local.user]["token"]

    def set(self, case, token, context):
        case.headers = {**(case.headers or {}), "Authorization": "Bearer " + token}


@schemathesis.hook
def before_call(context, case, kwargs):
    identity = case.operation.definition.raw.get("operationId")
    entry = operations.get(identity)
    mode = getattr(getattr(case.meta, "generation", None), "mode", None)
    is_valid = mode is None or mode.name == "POSITIVE"
    dice = random.Random(f"{identity} {case.path_parameters} {case.query} {case.body!r}")
    user = getattr(local, "user", "admin")
    local.strays = identity in reached
    if is_valid and "Prefer" in (case.headers or {}) and not strays(dice, 0.1):
        case.headers = {name: value for name, value in case.headers.items() if name != "Prefer"}
    if is_valid and identity.startswith("jobs.") and case.path_parameters:
        better_job = {"job": dice.choice(jobs[-20:] or [1]), "command": dice.choice(facts["imports"])}
        case.path_parameters = {name: better_job[name] for name in case.path_parameters}
    if identity == "accounts.login":
        case.headers = {**(case.headers or {}), "X-Forwarded-For": somewhere(random)}
    if is_valid and isinstance(case.body, dict) and dice.random() < 0.8:
        if identity == "accounts.login":
            chosen = dice.choice(sorted(facts["accounts"]))
            case.body = {**case.body, "user": chosen, "password": facts["accounts"][chosen]["secret"]}
        if identity == "accounts.set-password":
            # What takes a secret has no dry run, and the sessions are still needed: the present password is a wrong one.
            case.body = {**case.body, "old": f"not {facts['accounts'][user]['secret']}", "new": f"Sarv-e-naz {dice.randrange(10**9)}"}
    if identity in ONLY_DRY:
        case.query = {**(case.query or {}), "dryRun": "true"}
    if entry is None or not is_valid or identity in ("accounts.login", "accounts.set-password"):
        return
    province = facts["accounts"][user]["province"]
    if case.path_parameters:
        case.path_parameters = improve(entry["fields"], case.path_parameters, province, dice)
        if not strays(dice, 0.5):
            chosen = dice.choice(facts["chosen"].get(identity, {}).get(user) or [{}])
            # What belongs in the body is not put into the path, where it would be no parameter.
            case.path_parameters.update({name: chosen[name] for name in chosen if name in case.path_parameters})
        if identity in ("accounts.reset-password", "accounts.confirm-password"):
            case.path_parameters["staff"] = facts["spare"]
    if case.query:
        case.query = improve(entry["fields"], case.query, province, dice)
        if case.query.get("cursor") is not None and dice.random() < 0.8:
            case.query = {name: value for name, value in case.query.items() if name != "cursor"}
    if isinstance(case.body, dict):
        case.body = improve(entry["fields"], case.body, province, dice)
        if identity == "configuration.set-parameter" and not strays(dice, 0.1):
            case.body = {**case.body, **dice.choice(facts["settings"])}
    if case.headers and "If-Match" in case.headers and dice.random() < 0.8:
        case.headers = {**case.headers, "If-Match": dice.choice(["*", "*", '"rev-1"'])}
    if case.headers and "If-None-Match" in case.headers:
        case.headers = {**case.headers, "If-None-Match": dice.choice(["*", '"rev-1"'])}


@schemathesis.hook
def after_call(context, case, response):
    identity = case.operation.definition.raw.get("operationId")
    phase = getattr(getattr(case.meta, "phase", None), "name", None)
    with lock:
        place = response.headers.get("location", [""])[0]
        if response.status_code == 202 and local.user == "admin" and place:
            jobs.append(int(place.rsplit("/", 1)[1]))
        statuses.setdefault(identity, Counter())[response.status_code] += 1
        if case.method.lower() == case.operation.method.lower():
            asked.setdefault(identity, Counter())[response.status_code] += 1
            if response.status_code in (200, 201, 204, 304, 409, 412, 422):
                reached.add(identity)
        if phase and phase.value == "fuzzing":
            fuzzed[identity] += 1
        if time.monotonic() - wrote[0] > 5:
            write()


@atexit.register
def write():
    wrote[0] = time.monotonic()
    place = os.environ["CONTRACT_COUNTS"]
    with open(place + ".new", "w") as file:
        json.dump({identity: {"sent": sum(one.values()), "fuzzing": fuzzed[identity], "statuses": one,
                              "asked": asked.get(identity, {})}
                   for identity, one in statuses.items()}, file)
    os.replace(place + ".new", place)
