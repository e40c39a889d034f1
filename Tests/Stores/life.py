"""The life that is lived in a store before it is packed: one neighbourhood of Golestan from nothing to a measured year, a
few rows of Kurdistan, and whatever else puts at least one row into every table."""
import datetime
from house import *

POSTS = [
    ("director", "provincial.director"), ("prevention.deputy", "prevention.deputy"), ("social.deputy", "social.deputy"),
    ("rehabilitation.deputy", "rehabilitation.deputy"), ("rehabilitation.expert", "rehabilitation.deputy"),
    ("prevention.officer", "prevention.officer"), ("ngo.officer", "ngo.officer"), ("county.officer", "county.officer"),
    ("facilitator", "facilitator"), ("admin", "provincial.admin"),
]
PEOPLE = [
    ("زهرا", "محمدی", "female"), ("مریم", "احمدی", "female"), ("فاطمه", "کریمی", "female"), ("علی", "رضایی", "male"),
    ("حسین", "مرادی", "male"), ("سارا", "نوری", "female"), ("رضا", "حسینی", "male"),
]
PAPERS = [
    ["registrationRequest", "statute"],
    ["applicationForm", "identityBooklet", "nationalCard", "photographs", "noCriminalRecord", "noAddiction", "degree"],
    ["placesOffice", "technicalOffice", "healthOffice", "siteOpinion", "trainingCertificate"],
]


class Life:
    begin = moment("2025-05-22 04:30:00")  # 1404/03/01, eight in the morning in Tehran

    def __init__(self, house):
        self.house = house

    def act(self, who, command, /, **fields):
        user = who if who == "admin" or who.startswith("kurdistan.") else "golestan." + who
        return self.house.ask(user, command, **fields)

    def day(self, offset):
        return (self.begin + datetime.timedelta(days=offset)).date().isoformat()

    def until(self, offset):
        self.house.until(self.begin + datetime.timedelta(days=offset))
        return self.day(offset)

    def live(self):
        self.until(0.1)  # Later than the installation.
        self.settle()
        self.mobilise()
        self.form()
        self.train()
        self.ripen()
        self.license()
        self.work()
        self.turn()
        self.house.close()

    # The stretches of the road

    def settle(self):
        act = self.act
        county = act("admin", "regions.add-county", province="IR-27", name="گرگان", statisticalCode="2705")["id"]
        act("admin", "regions.add-county", province="IR-12", name="سنندج", statisticalCode="1204")
        for name, role in POSTS + [("prevention.officer", "prevention.officer"), ("facilitator", "facilitator")]:
            place, province = ("golestan", "IR-27") if "golestan." + name not in self.house.secrets else ("kurdistan", "IR-12")
            user = f"{place}.{name}"
            made = act("admin", "accounts.create-staff", userName=user, fullName="همکار " + name, province=province)
            self.house.secrets[user] = made["oneTimeSecret"]
            self.house.given.add(user)
            post = dict(staff=made["id"], role=role, province=province)
            act("admin", "accounts.assign-post", **post, **({"county": county} if role == "county.officer" else {}))
        act("admin", "training.set-plan", year=1404, shares=[{"province": "IR-27", "number": 2000}, {"province": "IR-12", "number": 1000}])
        act("prevention.officer", "regions.order-closure", province="IR-27", day="1404/03/20", reason="بارش سنگین؛ دستور استانداری")
        self.places = [
            act("prevention.officer", "regions.add-neighbourhood", province="IR-27", county=county, name=name, setting="urban", isHarmProne=True)["code"]
            for name in ("باغ پلنگ", "سبزه مشهد")]
        act("kurdistan.prevention.officer", "regions.add-neighbourhood", province="IR-12", name="قطارچیان", setting="urban")
        self.register("kurdistan.prevention.officer", 372_000_001, ("روناک", "کردستانی", "female"))

    def register(self, officer, number, person):
        first, family, gender = person
        return self.act(
            officer, "people.register", nationalID=national_id(number), firstName=first, familyName=family, fatherName="محمد",
            birth=f"13{60 + number % 20}/02/03", isLiterate=True, gender=gender, mobile=f"0911{number % 10_000_000:07d}",
            address="خیابان بهار", consentedOn=self.day(0))["code"]

    def mobilise(self):
        act, place = self.act, self.places[0]
        clinic = act(
            "county.officer", "mobilisation.propose-clinic", name="کلینیک مددکاری همدل", province="IR-27", neighbourhood=place,
            canOpenBase=True, placeEvidence="بازدید محل", isWilling=True, willingnessEvidence="نامهٔ اعلام آمادگی", hasGoodRecord=True,
            recordEvidence="همکاری موفق سال‌های پیش")["code"]
        act("social.deputy", "mobilisation.select-clinic", clinic=clinic)
        act("social.deputy", "mobilisation.extend-choice", clinic=clinic, days=5, reason="تعطیلی استان", citation="نامهٔ ۱۲/۳۴ مورخ ۱۴۰۴/۰۳/۰۱")
        scores = dict(need=70, capacity=60, access=50)
        act("prevention.officer", "mobilisation.choose-neighbourhood", clinic=clinic, neighbourhood=place, candidates=[
            {"neighbourhood": place, "harm": 80, **scores},
            {"neighbourhood": self.places[1], "harm": 40, **scores, "rejectionReason": "همکاری اهالی در این محله کمتر است"}])
        self.people = [self.register("prevention.officer", 211_000_001 + index, person) for index, person in enumerate(PEOPLE)]
        for index, person in enumerate(self.people):
            if index < 2:
                act("facilitator", "mobilisation.name-key-person", person=person, neighbourhood=place, kind=["trusted", "active"][index])
            act("facilitator", "mobilisation.register-volunteer", person=person, neighbourhood=place, consentedOn=self.day(0))
        act("facilitator", "mobilisation.hold-gathering", neighbourhood=place, day=self.until(6), place="مسجد محله",
            minutes="داوطلبان برای تشکیل گروه اعلام آمادگی کردند.", attendance=self.people)
        needs = [
            act("facilitator", "mobilisation.record-need", neighbourhood=place, title=title, category=category)["id"]
            for title, category in (("پیشگیری از اعتیاد نوجوانان", "socialHarm"), ("اشتغال زنان سرپرست خانوار", "livelihood"))]
        self.ranking = act("facilitator", "mobilisation.start-ranking", neighbourhood=place, method="weightedCriteria")["code"]
        for index, need in enumerate(needs):
            for criterion in ("severity", "spread", "urgency", "feasibility", "participation"):
                act("facilitator", "mobilisation.score-need", ranking=self.ranking, need=need, criterion=criterion, score=80 - 30 * index)
        act("prevention.deputy", "mobilisation.lock-ranking", ranking=self.ranking, decision="صورت‌جلسهٔ کمیتهٔ راهبردی")

    def form(self):
        act = self.act
        today = self.until(20)

        def request(name):
            return act("facilitator", "groups.request", kind="mutualAid", name=name, neighbourhood=self.places[0], applicant=self.people[0], day=today)

        self.group = request("نیک‌اندیشان")["code"]
        act("county.officer", "groups.confirm-identity", group=self.group)
        act("prevention.officer", "groups.accept-request", group=self.group)
        for person in self.people:
            act("facilitator", "groups.admit-member", group=self.group, person=person)
        for office, person in zip(["head", "secretary", "treasurer"], self.people):
            act("facilitator", "groups.appoint", group=self.group, office=office, person=person)
        act("facilitator", "groups.record-founding", group=self.group, day=today, minutes="گروه تشکیل و مسئولان برگزیده شدند.")
        # Another one waits for an outside body, so that a clock stands still.
        waiting = request("امیدواران")
        clocks = act("prevention.officer", "deadlines.list", object=f"groups.group/{waiting['id']}")["items"]
        act("prevention.officer", "deadlines.stop", deadline=clocks[0]["id"], agency="governorate", reason="استعلام نام گروه")

    def train(self):
        act = self.act
        template = act("rehabilitation.deputy", "training.define-template", province="IR-27", kind="localFacilitatorWorkshop", title="کارگاه دوازده‌روزه")["id"]
        first = 30
        course = act("rehabilitation.deputy", "training.schedule", template=template, place="سالن آموزش", firstDay=self.day(first),
                     lastDay=self.day(first + 11), capacity=30)["code"]
        learners = self.people[:5]
        for person in learners:
            act("facilitator", "training.enrol", course=course, person=person, kind="selfHelpMember")
        for step in ({"to": "invited"}, {"to": "ready", "requisites": "سالن و پذیرایی فراهم شد"}):
            act("rehabilitation.deputy", "training.advance", course=course, **step)
        self.until(44)
        act("rehabilitation.deputy", "training.advance", course=course, to="delivering")
        for number in range(12):
            for half in ("morning", "afternoon"):
                act("facilitator", "training.mark-attendance", course=course, day=number + 1, half=half, heldOn=self.day(first + number), present=learners)
        for person in learners:
            act("facilitator", "training.evaluate", course=course, person=person, score=85)
        act("rehabilitation.deputy", "training.advance", course=course, to="evaluated")
        for person in learners:
            act("rehabilitation.deputy", "training.certify", course=course, person=person)
        act("rehabilitation.expert", "training.settle", course=course)
        act("rehabilitation.deputy", "training.advance", course=course, to="closed")

    def ripen(self):
        act = self.act
        today = self.day(44)
        act("prevention.officer", "groups.declare-trained", group=self.group)
        act("facilitator", "groups.adopt-plan", group=self.group, title="برنامهٔ اقدام", ranking=self.ranking, projects=[{
            "title": "پروژهٔ محلی", "need": "پیشگیری از اعتیاد نوجوانان", "owner": self.people[0],
            "milestones": [{"title": "آغاز", "due": self.day(120)}], "credits": 50_000_000, "peoplesContributions": 20_000_000,
            "ownContribution": 5_000_000}])
        act("facilitator", "groups.start-plan", group=self.group)
        act("facilitator", "groups.record-activity", group=self.group, day=today, kind="meeting", report="گزارش نشست", attendance=self.people)
        self.until(180)
        for assessor in ("county.officer", "prevention.officer"):
            act(assessor, "groups.assess-maturity", group=self.group, scores=[
                {"criterion": each, "score": 85, "evidence": "بازدید و صورت‌جلسه‌ها"} for each in ("cohesion", "leadership", "results", "partnership", "resources")])
        act("prevention.deputy", "groups.declare-mature", group=self.group)

    def license(self):
        act = self.act
        today = self.day(180)
        opened = act("ngo.officer", "institutes.open-file", name="مؤسسهٔ نیک‌اندیشان گلستان", requestNumber="۱۰/۱۰۰", fromGroup=self.group, foundersFromGroup=False)
        self.institute, thing = opened["code"], f"institutes.institute/{opened['id']}"
        for person, post in zip(self.people, ["founder"] * 5 + ["managingDirector", "inspectorMain"]):
            act("ngo.officer", "institutes.name-founder", institute=self.institute, person=person, post=post)
        letters = [
            act("ngo.officer", "enquiries.send", object=thing, agency=agency, letterNumber="الف/۱۰۰", letterDate=today, province="IR-27")["id"]
            for agency in ("police", "registryOffice")]

        def file(kinds):
            for kind in kinds:
                paper = act("ngo.officer", "documents.file", object=thing, kind=kind, title="مدرک " + kind, fileName=kind + ".txt",
                            content="2KfbjNmGINmF2K/YsdqpINmG2YXZiNmG2Ycg2KfYs9iqLgo=", province="IR-27")
                act("county.officer", "documents.sight", document=paper["code"])

        file(PAPERS[0])
        today = self.day(180)
        for letter in letters:
            act("ngo.officer", "enquiries.answer", enquiry=letter, answerNumber="ب/۲۰۰", answerDate=today, isFavourable=True)
        act("prevention.deputy", "institutes.approve-file", institute=self.institute)
        file(PAPERS[1])
        act("director", "institutes.agree-in-principle", institute=self.institute)
        file(PAPERS[2])
        act("director", "institutes.license", institute=self.institute, scope="خدمات اجتماع‌محور پیشگیری در سطح محله")

    def work(self):
        act = self.act
        base = act("prevention.officer", "healthbases.propose", institute=self.institute, neighbourhood=self.places[0], name="پایگاه نیک‌اندیشان")["code"]
        act("prevention.deputy", "healthbases.admit", base=base, experience="سه سال فعالیت داوطلبانه", personnel=self.people[:4])
        self.agreement = act("director", "healthbases.agree", base=base)["code"]
        today = self.until(262)
        for commitment in ("needsAssessment", "assets", "harmsMap", "participatoryPlanning", "collectiveAction", "advocacy"):
            act("facilitator", "healthbases.record-activity", agreement=self.agreement, commitment=commitment, day=today, title="اقدام پایگاه",
                participants=self.people, report="گزارش اقدام")
        act("prevention.deputy", "healthbases.approve-year", agreement=self.agreement)

    def turn(self):
        """The night after the last day of the year renews the agreement; the new one is about to be ended early."""
        act = self.act
        self.until(303)
        [renewed] = act("prevention.officer", "healthbases.agreements", state="active")["items"]
        act("prevention.deputy", "healthbases.propose-termination", agreement=renewed["code"], capacity="deputy", reason="کاهش فعالیت پایگاه")
        act("director", "healthbases.confirm-termination", agreement=renewed["code"], capacity="director")
        self.until(327)
        measured = act("prevention.officer", "monitoring.measure", province="IR-27", year=1404)
        act("prevention.deputy", "monitoring.approve", measurement=measured["code"])
        # What does not last: an answer kept for its key, a job, a failed sign-in, sessions.
        act("prevention.officer", "regions.add-neighbourhood", headers={"Idempotency-Key": "kept-1"}, province="IR-27", name="گلشهر", setting="urban")
        act("prevention.officer", "people.list", headers={"Prefer": "respond-async"}, limit=5)
        time.sleep(1)
        self.house.send("POST", "/api/v1/session", {"user": "golestan.director", "password": "not this one"})
