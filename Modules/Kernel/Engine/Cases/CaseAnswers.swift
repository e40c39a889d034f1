import Feature
import Jalali
import Persian
import Values

/// A code with what people call it.
struct CaseLabel: Codable, Sendable, Equatable {
  var code: String
  var fa: String
  var en: String

  init(_ code: String, _ texts: Texts) {
    self.code = code
    fa = texts.fa
    en = texts.en
  }
}

/// Where a thing stands, what happened to it, what may come next.
struct ShownCase: Codable, Sendable {
  /// As in the ledger, `groups.group/3`.
  var object: String
  var code: String?
  var name: String?
  var kind: CaseLabel
  var module: CaseLabel
  var province: Province?
  var state: CaseLabel?
  /// How often it was changed.
  var revision: Int
  var fields: [Line]
  /// Fields that are guarded: the thing's own page shows them to whoever may see them.
  var guarded: [CaseLabel]
  var events: [Event]
  /// Of all events; `events` holds the newest.
  var eventCount: Int
  var next: [Step]

  /// A field as it stands.
  struct Line: Codable, Sendable {
    var name: String
    var fa: String
    var en: String
    /// For machines; nil for an empty field.
    var value: String?
    /// For people.
    var textFa: String?
    var textEn: String?
  }

  /// An entry of the ledger about the thing.
  struct Event: Codable, Sendable {
    var entry: Int64
    var day: JalaliDay?
    /// Tehran's clock, `1403/05/02 10:15:00`.
    var time: String
    /// As the ledger calls them, `u17`.
    var actor: String
    /// Where the asker's region shows them.
    var actorName: String?
    var role: String
    /// The same as people call it.
    var roleLabel: CaseLabel
    var action: CaseLabel
    /// `ok` or `denied`.
    var outcome: String
    /// The state it came into, where it changed.
    var state: CaseLabel?
    /// Why, as it was typed; masked from whoever may not see personal data.
    var reason: Personal<String>?
    /// The code of the refusal.
    var refusal: String?
  }

  /// A step that leads on from here.
  struct Step: Codable, Sendable {
    var move: CaseLabel
    var to: [CaseLabel]
    /// nil where the night or another module takes it.
    var action: CaseLabel?
    /// Whether the thing waits for it.
    var isAwaited: Bool
    /// Whether the asker may take it.
    var isPermitted: Bool
    /// The codes of what the action is called with, where that is not the thing itself: the institute of a licence.
    var about: String?
    /// Who may.
    var roles: [CaseLabel]
    /// Whether it was tried; what needs more than the thing itself was not.
    var isTried: Bool
    /// What has to be written in besides the thing.
    var needs: [CaseLabel]
    /// What stands against it.
    var against: [Point]
  }

  /// One reason against a step.
  struct Point: Codable, Sendable, Equatable {
    var code: String
    /// The rule that says so.
    var rule: String?
    var fa: String
    var en: String
  }
}

/// The road of a thing, both ways.
struct TracedRoad: Codable, Sendable {
  var object: String
  var code: String?
  var steps: [Step]
  /// Whether nothing was left out; a road that branches into hundreds is cut.
  var isWhole: Bool

  /// One thing on the road.
  struct Step: Codable, Sendable {
    var relation: Relation
    var object: String
    var code: String?
    var name: String?
    var kind: CaseLabel
    var state: CaseLabel?
    /// Its own day: the first of its milestones.
    var day: JalaliDay?
    var milestones: [Milestone]
  }

  struct Milestone: Codable, Sendable {
    var day: JalaliDay
    var fa: String
    var en: String
  }

  /// How a step stands to the thing that was asked about.
  enum Relation: String, Choice {
    case before, itself, after, beside

    var texts: Texts {
      switch self {
      case .before: Texts("پیش از آن", "before it")
      case .itself: Texts("خود آن", "the thing itself")
      case .after: Texts("پس از آن", "after it")
      case .beside: Texts("در کنار آن", "beside it")
      }
    }
  }
}

/// What waits for the asker.
struct TaskList: Codable, Sendable {
  var items: [Task]
  /// How many there are; `items` holds the most urgent.
  var total: Int
  /// Whether every kind of thing was looked through to its end.
  var isWhole: Bool
  /// The same counted: how many wait for each step, in the order of `items`.
  var counts: [Count]
  /// What whoever looks after the whole house has to see to first: a clock that is doubted, nights that are held.
  var alerts: [Texts]?
  /// What waits for posts below the asker's for which nobody is there; nil for nothing.
  var unattended: [Unattended]?

  /// Work that the asker sees as the superior and may not do for that reason.
  struct Unattended: Codable, Sendable {
    var object: String
    var code: String?
    var name: String?
    var kind: CaseLabel
    var province: Province
    var state: CaseLabel
    /// What it waits for.
    var action: CaseLabel
    /// Who may, if they were there.
    var roles: [CaseLabel]
    /// The day on which it came into the state in which it waits.
    var since: JalaliDay?
    /// What the asker does about it.
    var fa: String
    var en: String
  }

  /// Why something stands where it stands in the list.
  enum Urgency: String, Choice {
    case dated, decision, waiting

    var texts: Texts {
      switch self {
      case .dated: Texts("مهلت‌دار", "with a last day")
      case .decision: Texts("در انتظار تصمیم", "waiting for a decision")
      case .waiting: Texts("در انتظار کار", "waiting for work")
      }
    }

    /// What comes first.
    var order: Int {
      switch self {
      case .dated: 0
      case .decision: 1
      case .waiting: 2
      }
    }
  }

  /// Tasks of one kind of thing and one urgency that wait for the same step.
  struct Count: Codable, Sendable {
    var urgency: Urgency
    var kind: CaseLabel
    /// The first of what the asker may do about each.
    var action: CaseLabel
    var count: Int
    /// The most urgent of them, as people name it.
    var first: String
    /// The day on which that one came into the state in which it waits.
    var since: JalaliDay?
    /// Where a time limit runs on that one.
    var lastDay: JalaliDay?
  }

  struct Task: Codable, Sendable {
    var module: CaseLabel
    var object: String
    var code: String?
    var name: String?
    var kind: CaseLabel
    var province: Province?
    var state: CaseLabel
    var urgency: Urgency
    /// What the asker may do about it.
    var actions: [CaseLabel]
    /// The code of what the actions are called with, where that is not the thing itself: the group of a round.
    var about: String?
    /// What stands against the first of them today, where it takes nothing but the thing: it waits for somebody else first.
    var against: [ShownCase.Point]
    /// The day on which it came into the state in which it waits.
    var since: JalaliDay?
    /// Where a time limit runs on it.
    var lastDay: JalaliDay?
  }
}
