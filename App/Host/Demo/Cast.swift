import Feature
import Contracts
public import Persian
import Engine
import Store
public import Values

/// The staff of one province in the demo life; each acts with the posts that the accounts desk gave them.
public final class Cast {
  public let province: Province
  private var members: [String: Caller] = [:]
  /// Told of every step, so that a road can be walked again by other means.
  var recorder: ((_ name: String, _ command: String, _ input: Value) -> Void)?
  /// User names with the secrets that they chose, for the people who try the demo.
  private(set) var secrets: [(user: String, secret: String, role: String)] = []

  /// One person for each role; two where two are needed.
  private static let posts: [(name: String, role: Role, fullName: String)] = [
    ("director", .provincialDirector, "مدیرکل"), ("prevention.deputy", .preventionDeputy, "معاون پیشگیری"),
    ("social.deputy", .socialDeputy, "معاون امور اجتماعی"), ("rehabilitation.deputy", .rehabilitationDeputy, "معاون توانبخشی"),
    ("rehabilitation.expert", .rehabilitationExpert, "کارشناس توانبخشی"),
    ("prevention.officer", .preventionOfficer, "کارشناس پیشگیری"), ("ngo.officer", .ngoOfficer, "کارشناس مراکز غیردولتی"),
    ("county.officer", .countyOfficer, "کارشناس شهرستان"), ("facilitator", .facilitator, "تسهیلگر"),
    ("admin", .provincialAdmin, "مدیر سامانه"),
  ]

  /// - Parameters:
  ///   - installer: makes the accounts.
  ///   - county: the county officer's.
  /// - Throws: `Refusal` where an account or a post may not be made.
  public init(_ province: Province, installer: Caller, county: Int64) throws {
    self.province = province
    for post in Cast.posts {
      let user = user(post.name)
      let isCounty = post.role == .countyOfficer
      let (number, secret) = try Cast.open(
        user, "\(post.fullName) \(province.fa)", of: post.role, in: province, county: isCounty ? county : nil, installer)
      let scope: Scope = isCounty ? .county(province.code, county) : .province(province.code)
      let principal = Principal(
        id: "u\(number)", staff: number, name: user, grants: [.init(role: post.role.id, scope: scope)], session: "demo")
      members[post.name] = try Caller(installer.runtime, principal: principal, channel: "demo")
      secrets.append((user, secret, post.role.id))
    }
  }

  /// Makes an account with a post, whose owner has chosen a secret.
  static func open(
    _ user: String, _ fullName: String, of role: Role, in province: Province?, county: Int64? = nil, _ installer: Caller
  ) throws -> (number: Int64, secret: String) {
    let place = province.map { Value.text($0.code) } ?? .null
    let created = try installer.perform(
      "accounts.create-staff", .record(["userName": .text(user), "fullName": .text(fullName), "province": place]))
    let number = created["id"]?.integer ?? 0
    let secret = try installer.runtime.changeSecret(created["oneTimeSecret"]?.string ?? "", of: number, channel: "demo")
    try installer.perform(
      "accounts.assign-post",
      .record(["staff": .int(number), "role": .text(role.id), "province": place, "county": county.map(Value.int) ?? .null]))
    return (number, secret)
  }

  /// The name under which one of the cast signs in.
  func user(_ name: String) -> String { "\(province.en.lowercased()).\(name)" }

  /// Runs a command as one of the cast.
  ///
  /// - Throws: `UsageFault` when nobody has this name, `DemoFault` where the answer is no.
  @discardableResult
  public func play(_ name: String, _ command: String, _ input: KeyValuePairs<String, Value>) throws -> Value {
    guard let caller = members[name] else { throw UsageFault("نقش \(name) نیست.", "Nobody plays \(name).") }
    recorder?(name, command, .record(input))
    do {
      return try caller.perform(command, .record(input))
    } catch let refusal as Refusal {
      throw DemoFault(who: name, command: command, refusal: refusal)
    }
  }
}

/// A step of the demo life was refused: the story is wrong, not the reader.
struct DemoFault: Error, CustomStringConvertible {
  let who: String
  let command: String
  let refusal: Refusal

  var description: String {
    let faults = refusal.faults.map { "\($0.pointer) \($0.code) \($0.texts.en)" }.joined(separator: "; ")
    return "\(who): \(command): \(refusal.code) \(refusal.texts.en) \(faults)"
  }
}
