import Contracts
import Feature

/// Nobody holds two posts of one institute that exclude each other, such as director and inspector.
struct IncompatiblePosts: Rule {
  static let id = "institutes.incompatible-posts"
  static let texts = Texts(
    "هیچ‌کس دو سمت ناسازگار یک مؤسسه را با هم ندارد.", "Nobody holds two posts of one institute that exclude each other."
  )
  static let source = Citation(
    "D", "پیش‌فرض این سامانه؛ سمت‌ها از فهرست مدارک پروانهٔ تأسیس",
    "default of this product; the posts are those of the document list for the establishment licence (W)")
  static let parameters = [
    Parameter(
      "incompatible",
      [
        "director+inspectorMain", "director+inspectorAlternate", "managingDirector+inspectorMain",
        "managingDirector+inspectorAlternate", "inspectorMain+inspectorAlternate",
      ], "جفت سمت‌های ناسازگار", "pairs of posts that exclude each other", entries: 1...100,
      among: Set(BoardPost.allCases.flatMap { one in BoardPost.allCases.map { "\(one.rawValue)+\($0.rawValue)" } }))
  ]

  struct Parameters: Codable, Sendable {
    var incompatible: [String]
  }

  struct Facts: Codable, Sendable {
    var state: InstituteState
    var post: BoardPost
    /// What the person holds in this institute already.
    var held: [BoardPost]
  }

  enum Objection: RuleObjection {
    case closed(InstituteState)
    case foundersStand(InstituteState)
    case heldAlready(BoardPost)
    case excludes(BoardPost, BoardPost)

    var code: String {
      switch self {
      case .closed: "institutes.closed"
      case .foundersStand: "institutes.founders-stand"
      case .heldAlready: "institutes.post-held"
      case .excludes: "institutes.posts-exclude"
      }
    }

    var texts: Texts {
      switch self {
      case .closed(let state):
        Texts("این مؤسسه \(state.texts.fa) است.", "This institute is closed: \(state.texts.en).")
      case .foundersStand(let state):
        Texts(
          "هیئت مؤسس تنها تا پیش از تأیید پرونده تغییر می‌کند؛ اکنون: \(state.texts.fa).",
          "The founding board changes only until the file is approved; now: \(state.texts.en).")
      case .heldAlready(let post):
        Texts("این شخص هم‌اکنون \(post.texts.fa) است.", "This person is \(post.texts.en) already.")
      case .excludes(let held, let post):
        Texts(
          "\(held.texts.fa) نمی‌تواند \(post.texts.fa) هم باشد.",
          "Whoever is \(held.texts.en) cannot be \(post.texts.en) as well.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.state.isClosed { found.append(.closed(facts.state)) }
    if facts.post == .founder, facts.state != .file, !facts.state.isClosed { found.append(.foundersStand(facts.state)) }
    for held in facts.held {
      if held == facts.post { found.append(.heldAlready(held)) }
      let pairs = ["\(held.rawValue)+\(facts.post.rawValue)", "\(facts.post.rawValue)+\(held.rawValue)"]
      if parameters.incompatible.contains(where: pairs.contains) { found.append(.excludes(held, facts.post)) }
    }
    return found
  }
}
