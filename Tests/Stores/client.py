"""What a client of this version asks of the packed store, with the answers that it got; a later version answers no less."""
import datetime
from house import *

OFFICER, DEPUTY, FACILITATOR = "golestan.prevention.officer", "golestan.prevention.deputy", "golestan.facilitator"
COUNTY, DIRECTOR, OTHER, ADMIN = "golestan.county.officer", "golestan.director", "kurdistan.prevention.officer", "admin"
KEPT = ("Content-Type", "Location", "ETag", "Hamyar-Entry", "Allow")


class Session:
    """Records requests and answers. In a request `${12/code}` stands for a member of the twelfth answer, `${12:ETag}` for one
    of its headers."""

    def __init__(self, house, last):
        self.house, self.lines = house, []
        house.moment = moment(last[:19]) + datetime.timedelta(minutes=1)
        house.open()

    def document(self):
        return self.house.send("GET", "/openapi.json")[1]

    def fill(self, text):
        def part(found):
            line = self.lines[int(found[1]) - 1]
            return str(line["answer"][found[3]] if found[2] == "/" else line["answerHeaders"][found[3]])
        return re.sub(r"\$\{(\d+)([/:])([^}]+)\}", part, text)

    def raw(self, user, method, target, status, body=None, headers=(), until=None):
        """Sends one request; an answer that was not meant ends the recording. Gives the number of the line."""
        line = {"number": len(self.lines) + 1, "as": user, "method": method, "target": target, "headers": dict(headers)}
        if body is not None:
            line["body"] = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
        sent = {**({"Authorization": f"Bearer {self.house.tokens[user]}"} if user else {}), **{name: self.fill(value) for name, value in dict(headers).items()}}
        for _ in range(100):
            got, answer, lines = self.house.send(method, self.fill(target), self.fill(line["body"]) if body is not None else None, sent)
            if not until or answer.get(until[0]) == until[1]:
                break
            time.sleep(0.1)
        if got != status:
            sys.exit(f"{user}: {method} {target}: {got}, not {status}: {json.dumps(answer, ensure_ascii=False)[:600]}")
        line.update(until=until, status=got, answer=answer, answerHeaders={name: lines[name] for name in KEPT if lines[name]})
        self.lines.append({name: value for name, value in line.items() if value is not None})
        return line["number"]

    def sign_in(self, user, password=None):
        number = self.raw(None, "POST", "/api/v1/session", 201, {"user": user, "password": password or self.house.secrets[user]})
        self.house.tokens[user] = self.lines[-1]["answer"]["token"]
        return number

    def do(self, user, command, /, status=None, headers=(), dry=False, **fields):
        """A command by its name; the fields of a list or a query go into the address."""
        method, path = self.house.operations[command]
        for name in re.findall(r"{(\w+)}", path):
            path = path.replace("{%s}" % name, quote(str(fields.pop(name)), safe="${/}"))
        if dry:
            path += "?dryRun=true"
        if method == "GET" and fields:
            path += "?" + "&".join(f"{name}={quote(str(each), safe='${/}')}" for name, each in fields.items())
        normal = 201 if method == "POST" and not dry else 200
        return self.raw(user, method, path, status or normal, None if method == "GET" else fields, headers)

    def record(self):
        for part in (self.arriving, self.looking, self.national, self.refusals, self.trying, self.changing, self.conditions, self.jobs, self.leaving):
            part()
        self.house.close()
        return self.lines

    def arriving(self):
        for path in ("/healthz", "/readyz"):
            self.raw(None, "GET", path, 200)
        self.raw(None, "POST", "/api/v1/session", 401, {"user": OFFICER, "password": "not this one"})
        self.raw(None, "GET", "/api/v1/groups", 401)
        for user in (OFFICER, DEPUTY, FACILITATOR, COUNTY, DIRECTOR, OTHER, ADMIN):
            self.sign_in(user)
        for user in (OFFICER, ADMIN):
            self.do(user, "accounts.me")
            self.do(user, "api.catalogue")

    def looking(self):
        for command in (
            "groups.groups", "groups.members", "groups.offices", "groups.projects", "groups.activities", "groups.assessments",
            "people.list", "mobilisation.clinics", "mobilisation.volunteers", "mobilisation.key-persons", "mobilisation.gatherings",
            "mobilisation.needs", "mobilisation.rankings", "training.courses", "training.enrolments", "training.certificates",
            "training.templates", "institutes.institutes", "institutes.licences", "institutes.register", "healthbases.bases",
            "healthbases.agreements", "healthbases.activities", "healthbases.outcomes", "monitoring.measurements", "regions.counties",
            "regions.neighbourhoods", "regions.closures", "documents.list", "enquiries.list", "deadlines.list", "deadlines.stops",
        ):
            self.do(OFFICER, command, limit=20)
        for command, filters in (
            ("groups.groups", dict(state="institute")), ("groups.groups", dict(search="امید")), ("people.list", dict(search="محمدی")),
            ("people.list", dict(bornFrom="1361/01/01", bornUntil="1363/12/29")), ("groups.members", dict(on="1404/06/01")),
            ("documents.list", dict(state="filed", kind="statute")), ("enquiries.delays", {}), ("training.attendance", dict(day=3)),
            ("monitoring.indicators", dict(year=1404)), ("deadlines.notices", dict(includesAcknowledged="true")),
            ("healthbases.outcomes", dict(year=1404, kind="renewed")), ("people.duplicates", {}),
        ):
            self.do(OFFICER, command, **filters)
        for command, field, code in (
            ("groups.group", "group", "GR-27-1404-0001"), ("groups.group", "group", 1), ("groups.trace", "group", "GR-27-1404-0001"),
            ("people.show", "person", "PE-27-1404-0001"), ("mobilisation.clinic", "clinic", 1), ("mobilisation.ranking", "ranking", 1),
            ("mobilisation.gathering", "gathering", 1), ("training.course", "course", 1), ("institutes.institute", "institute", 1),
            ("institutes.members", "institute", 1), ("healthbases.agreement", "agreement", "AG-27-1404-0001"),
            ("healthbases.renewals", "year", 1404), ("monitoring.measurement", "measurement", 1), ("monitoring.recompute", "measurement", 1),
            ("monitoring.drilldown", "measurement", 1), ("documents.show", "document", 1), ("documents.content", "document", 1),
            ("enquiries.show", "enquiry", 1), ("deadlines.show", "deadline", 1), ("training.plan", "year", 1404),
            ("groups.assessment", "assessment", 1), ("regions.neighbourhood", "neighbourhood", 1),
        ):
            more = {"figure": "covered"} if command == "monitoring.drilldown" else {}
            self.do(OFFICER, command, **{field: code}, **more)
        first = self.do(OFFICER, "people.list", limit=3)
        self.do(OFFICER, "people.list", limit=3, cursor="${%d/next}" % first)
        self.do(OTHER, "people.list")
        self.do(OTHER, "groups.groups")

    def national(self):
        for command in ("accounts.staff", "accounts.posts", "regions.populations", "configuration.settings", "configuration.switches"):
            self.do(ADMIN, command, limit=40)
        self.do(ADMIN, "configuration.rules", province="IR-27")
        self.do(ADMIN, "configuration.explain", rule="institutes.licence-term", province="IR-27")

    def refusals(self):
        self.do(OTHER, "groups.group", 404, group="GR-27-1404-0001")
        self.do(OFFICER, "groups.group", 404, group="GR-27-1404-0099")
        self.raw(OFFICER, "GET", "/api/v1/nothing", 404)
        self.raw(OFFICER, "DELETE", "/api/v1/groups", 405)
        self.raw(OFFICER, "POST", "/api/v1/people", 400, "{not json")
        self.raw(OFFICER, "POST", "/api/v1/people", 415, "a,b", {"Content-Type": "text/csv"})
        self.do(OFFICER, "people.register", 400, firstName="زهرا")
        self.do(OFFICER, "people.list", 400, limit="many")
        self.do(OFFICER, "people.list", 400, cursor="AAAA")
        self.do(FACILITATOR, "groups.declare-mature", 403, group="GR-27-1404-0002")
        self.do(DEPUTY, "groups.declare-mature", 422, group="GR-27-1404-0002")
        self.do(FACILITATOR, "groups.admit-member", 422, group="GR-27-1404-0001", person="PE-27-1404-0001")
        self.do(DEPUTY, "monitoring.approve", 422, measurement=1)
        self.do(OFFICER, "people.register", 409, **PERSON, nationalID=national_id(211_000_001))

    def trying(self):
        self.do(OFFICER, "regions.add-neighbourhood", dry=True, province="IR-27", name="ویلاشهر", setting="urban")
        self.do(OFFICER, "people.register", dry=True, **PERSON, nationalID=national_id(211_000_050))
        self.do(COUNTY, "groups.confirm-identity", dry=True, group="GR-27-1404-0002")
        self.do(FACILITATOR, "groups.record-activity", 422, dry=True, group="GR-27-1404-0002", day="1405/01/20", kind="meeting", report="نشست", attendance=[])

    def changing(self):
        place = self.do(OFFICER, "regions.add-neighbourhood", province="IR-27", name="ویلاشهر", setting="urban", isHarmProne=True)
        person = self.do(OFFICER, "people.register", **PERSON, nationalID=national_id(211_000_050), mobile="09111234567")
        self.do(OFFICER, "people.show", person="${%d/code}" % person)
        self.do(FACILITATOR, "mobilisation.register-volunteer", person="${%d/code}" % person, neighbourhood="${%d/code}" % place, consentedOn="1405/01/20")
        self.do(FACILITATOR, "mobilisation.record-need", neighbourhood="${%d/code}" % place, title="کتابخانه", category="culture")
        self.do(COUNTY, "groups.confirm-identity", group="GR-27-1404-0002")
        self.do(OFFICER, "groups.accept-request", group="GR-27-1404-0002")
        self.do(FACILITATOR, "groups.admit-member", group="GR-27-1404-0002", person="${%d/code}" % person)
        self.do(OFFICER, "groups.group", group="GR-27-1404-0002")
        self.do(DIRECTOR, "institutes.suspend", institute=1, reason="بازدید سالانه")
        self.do(DIRECTOR, "institutes.reinstate", institute=1, reason="مدارک کامل شد")
        made = self.do(ADMIN, "accounts.create-staff", userName="golestan.second.facilitator", fullName="تسهیلگر دوم", province="IR-27")
        self.do(ADMIN, "accounts.assign-post", staff="${%d/id}" % made, role="facilitator", province="IR-27")
        self.sign_in_new("golestan.second.facilitator", made)
        self.do("golestan.second.facilitator", "accounts.me")
        self.do(ADMIN, "configuration.set-parameter", rule="groups.founding-quorum", parameter="minimumMembers", value="5", province="IR-27",
                **{"from": "1405/02/01"}, source="دستور آزمایشی")

    def sign_in_new(self, user, made):
        number = self.raw(None, "POST", "/api/v1/session", 201, {"user": user, "password": "${%d/oneTimeSecret}" % made})
        self.house.tokens[user] = self.lines[number - 1]["answer"]["token"]

    def conditions(self):
        path = "/api/v1/regions/neighbourhoods"
        key = {"Idempotency-Key": "client-1"}
        body = {"province": "IR-27", "name": "شهرک نگین", "setting": "urban"}
        for _ in range(2):
            self.raw(OFFICER, "POST", path, 201, body, key)
        self.raw(OFFICER, "POST", path, 422, {**body, "name": "دیگر"}, key)
        row = self.do(OFFICER, "people.show", person="PE-27-1404-0002")
        self.do(OFFICER, "people.show", 304, headers={"If-None-Match": "${%d:ETag}" % row}, person="PE-27-1404-0002")
        change = dict(person="PE-27-1404-0002", fatherName="کریم", reason="اشتباه نگارشی")
        self.do(OFFICER, "people.correct", 412, headers={"If-Match": '"rev-7"'}, **change)
        self.do(OFFICER, "people.correct", headers={"If-Match": '"rev-1"'}, **change)
        self.do(OFFICER, "people.show", person="PE-27-1404-0002")

    def jobs(self):
        for accept in ("application/json", "text/csv"):
            asked = self.do(OFFICER, "mobilisation.volunteers", 202, headers={"Prefer": "respond-async", "Accept": accept})
            self.raw(OFFICER, "GET", "/api/v1/jobs/${%d/id}" % asked, 200, until=["state", "done"])
            self.raw(OFFICER, "GET", "/api/v1/jobs/${%d/id}/result" % asked, 200)
        sheet = "province,name,setting\nIR-27,کوی دانش,urban\nIR-27,کوی معلم,rural\n"
        asked = self.raw(OFFICER, "POST", "/api/v1/jobs/imports/regions.add-neighbourhood", 202, sheet, {"Content-Type": "text/csv"})
        self.raw(OFFICER, "GET", "/api/v1/jobs/${%d/id}" % asked, 200, until=["state", "done"])
        self.do(OFFICER, "regions.neighbourhoods")
        self.raw(OFFICER, "GET", "/api/v1/jobs", 200)

    def leaving(self):
        self.raw(OFFICER, "DELETE", "/api/v1/session", 200)
        self.raw(OFFICER, "GET", "/api/v1/session", 401)


PERSON = dict(firstName="نرگس", familyName="صادقی", fatherName="اکبر", birth="1370/05/06", isLiterate=True, gender="female", consentedOn="1405/01/20")
