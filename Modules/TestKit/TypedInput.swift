public import Jalali
public import Persian
public import Values

/// An input with a field of every kind, for the table of typed texts.
public struct TypedInput: Codable, Sendable {
  public enum Thing: Entity {
    public static let object = "typed.thing"
    public static let prefix: String? = "TH"
    public static let texts = Texts("چیز", "thing")
  }

  public enum Tree: String, Choice {
    case pear, appleTree, oak, ash

    public var texts: Texts {
      switch self {
      case .pear: Texts("گلابی", "Pear")
      case .appleTree: Texts("درختِ سیب", "Apple tree")
      // Two of one name in Persian.
      case .oak: Texts("درخت کهنسال", "Oak")
      case .ash: Texts("درخت کهنسال", "Ash")
      }
    }
  }

  public struct Part: Codable, Sendable {
    public var name: String
    public var count: Int?
  }

  public var flag: Bool?
  public var count: Int?
  public var amount: Rial?
  public var text: String?
  public var day: JalaliDay?
  public var province: Province?
  public var person: NationalID?
  public var company: LegalEntityID?
  public var account: IBAN?
  public var phone: Secret<Mobile>?
  public var bytes: Bytes?
  public var tree: Tree?
  public var thing: Ref<Thing>?
  public var row: ID<Thing>?
  public var numbers: [Int]?
  public var trees: [Tree]?
  public var words: [String]?
  public var days: [JalaliDay]?
  public var part: Part?
  public var parts: [Part]?
}
