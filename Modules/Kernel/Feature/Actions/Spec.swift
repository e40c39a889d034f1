/// The method of the HTTP route (RFC 9110, 9.3; PATCH RFC 5789). A query's is always GET.
public enum Method: String, Sendable {
  /// Reads only.
  case get = "GET"
  /// Does something, or makes a new row.
  case post = "POST"
  /// Sets what has one place.
  case put = "PUT"
  /// Corrects a row.
  case patch = "PATCH"
  /// Annuls.
  case delete = "DELETE"
}

/// How much a wrong use would hurt; the console asks accordingly.
public enum Weight: Int, Sendable {
  /// Create and edit: no question.
  case ordinary = 0
  /// Cancel, reject, close: asks.
  case serious = 1
  /// Terminate, dissolve, revoke: the code is typed, and a reason is given.
  case grave = 2
}

/// Everything about an action or query that its Swift type does not say by itself.
public struct Spec: Sendable {
  /// `module.verb`; what clients, the ledger and the rights know it by. It is never changed.
  public let id: String
  /// The part of `id` before the dot.
  public let module: String
  /// `module.verb` as people type it: `list` for a module's chief list, `show` for one of them. The `id` goes on as an alias.
  public let name: String
  /// What it does, in a few words that begin with a verb.
  public let texts: Texts
  /// The method of its route.
  public let method: Method
  /// Below `/api/v1`; `{field}` takes a field of the input out of the path.
  public let path: String
  /// What the caller must hold; its scope is where it works.
  public let permission: Permission
  /// How much a wrong use would hurt.
  public let weight: Weight
  /// A line in both languages for each field of the input.
  package let fieldTexts: [String: Texts]
  /// How long the text of a field may be, where its name does not say so; see `TextLength`.
  package let lengths: [String: TextLength]
  /// What a text field may hold, for documentation; needed where not every text will do. For a list or an object, JSON.
  public let examples: [String: String]
  /// Whether it takes a secret or tells one: then its answer is not kept for a repeated Idempotency-Key, and it is neither
  /// tried out, nor put off, nor done in a transaction that may be taken back, where guesses would not be counted.
  public let handlesSecret: Bool
  /// How its sheet may lie besides one row a call; nil for no other way.
  package let matrix: Matrix?
  /// How many octets a request's body may have; nil for the server's standard limit, which holds no file.
  public let bodyLimit: Int?

  /// An action: something changes.
  public init(
    _ id: String, _ fa: String, _ en: String, _ method: Method, _ path: String, permission: Permission,
    weight: Weight = .ordinary, handlesSecret: Bool = false, fields: KeyValuePairs<String, (String, String)> = [:],
    lengths: [String: TextLength] = [:], examples: [String: String] = [:], verb: String? = nil, bodyLimit: Int? = nil,
    matrix: Matrix? = nil
  ) {
    self.lengths = lengths
    self.matrix = matrix
    self.examples = examples
    self.bodyLimit = bodyLimit
    self.id = id
    let module = String(id.prefix { $0 != "." })
    self.module = module
    name = verb.map { "\(module).\($0)" } ?? id
    self.handlesSecret = handlesSecret
    texts = Texts(fa, en)
    self.method = method
    self.path = path
    self.permission = permission
    self.weight = weight
    fieldTexts = Dictionary(fields.map { ($0.key, Texts($0.value.0, $0.value.1)) }, uniquingKeysWith: { first, _ in first })
  }

  /// A query: nothing changes.
  ///
  /// - Parameter verb: what people type, where the `id` of an earlier version is another.
  public init(
    _ id: String, _ fa: String, _ en: String, _ path: String, permission: Permission,
    fields: KeyValuePairs<String, (String, String)> = [:], examples: [String: String] = [:], verb: String? = nil
  ) {
    self.init(id, fa, en, .get, path, permission: permission, fields: fields, examples: examples, verb: verb)
  }
}
