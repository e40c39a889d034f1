import Contracts
import Feature

enum ObjectionsSchema {
  static let tables = Migration(
    "objections.tables",
    """
    CREATE TABLE objections_hand_over(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id of the thing, where it has one
      object TEXT NOT NULL, -- the thing decided about, module.thing/row
      decision TEXT NOT NULL UNIQUE, -- the row of the decision, module.thing/row
      handed_over_on INTEGER NOT NULL, -- day number; the time to object runs from here
      manner TEXT NOT NULL CHECK(manner IN ('inPerson','registeredLetter')), -- how
      recipient TEXT NOT NULL CHECK(recipient <> ''), -- who took it
      proof TEXT NOT NULL CHECK(proof <> '') -- the identity seen, or the number of the letter
    ) STRICT
    """,
    "CREATE INDEX objections_hand_over_province ON objections_hand_over(province, id)",
    "CREATE INDEX objections_hand_over_object ON objections_hand_over(object)",
    "CREATE INDEX objections_hand_over_county ON objections_hand_over(county) WHERE county IS NOT NULL",
    """
    CREATE TABLE objections_objection(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- OB-27-1405-0001, by which whoever objects asks about it
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id of the thing, where it has one
      object TEXT NOT NULL, -- the thing decided about, module.thing/row
      decision TEXT NOT NULL, -- what is objected to, module.thing/row
      decision_fa TEXT NOT NULL, -- what was decided, in Persian
      decision_en TEXT NOT NULL, -- what was decided, in English
      objected_on INTEGER NOT NULL, -- day number
      channel TEXT NOT NULL CHECK(channel IN ('counter','letter','internet')), -- how it came
      grounds TEXT NOT NULL, -- as it was told
      superiors TEXT NOT NULL, -- JSON list of the posts that answer
      due INTEGER NOT NULL, -- last day for the answer
      state TEXT NOT NULL CHECK(state IN ('open','upheld','rejected','withdrawn')), -- decided once
      decided_on INTEGER, -- day number
      answer TEXT, -- with its reasons
      CHECK((state = 'open') = (decided_on IS NULL) AND (decided_on IS NULL) = (answer IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX objections_objection_once ON objections_objection(decision) WHERE state <> 'withdrawn'",
    "CREATE INDEX objections_objection_province ON objections_objection(province, id)",
    "CREATE INDEX objections_objection_state ON objections_objection(state, province)",
    "CREATE INDEX objections_objection_object ON objections_objection(object)",
    "CREATE INDEX objections_objection_county ON objections_objection(county) WHERE county IS NOT NULL")

  static let pending = Migration(
    "objections.pending",
    """
    CREATE TABLE objections_pending(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id of the thing, where it has one
      object TEXT NOT NULL, -- the thing decided about, module.thing/row
      decision TEXT NOT NULL UNIQUE, -- the row of the decision, module.thing/row
      decision_fa TEXT NOT NULL, -- what was decided, in Persian
      decision_en TEXT NOT NULL, -- what was decided, in English
      taken_on INTEGER NOT NULL, -- day number of the decision
      due INTEGER NOT NULL, -- last day for the hand-over
      state TEXT NOT NULL CHECK(state IN ('awaited','handedOver','objected','undone')) -- what ended the waiting
    ) STRICT
    """,
    "CREATE INDEX objections_pending_province ON objections_pending(province, id)",
    "CREATE INDEX objections_pending_state ON objections_pending(state, province)",
    "CREATE INDEX objections_pending_object ON objections_pending(object)",
    "CREATE INDEX objections_pending_county ON objections_pending(county) WHERE county IS NOT NULL")
}
