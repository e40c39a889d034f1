import FoundationEssentials
import Values

/// Reads a JSON5 file (comments, trailing commas, unquoted names) as a value; whole numbers only.
enum JSON5 {
  static func read(_ path: String) throws -> Value {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw UsageFault("فایل \(path) خوانده نشد.", "The file \(path) cannot be read.")
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode(Node.self, from: data).value
    } catch {
      throw UsageFault("فایل \(path) JSON5 درستی نیست: \(error)", "The file \(path) is no valid JSON5: \(error)")
    }
  }

  private struct Node: Decodable {
    let value: Value

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      if let object = try? decoder.container(keyedBy: Name.self) {
        value = .object(
          try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
            Value.Member($0.stringValue, try object.decode(Node.self, forKey: $0).value)
          })
      } else if var list = try? decoder.unkeyedContainer() {
        var items: [Value] = []
        while !list.isAtEnd { items.append(try list.decode(Node.self).value) }
        value = .list(items)
      } else {
        value = try Node.leaf(try decoder.singleValueContainer())
      }
    }

    private static func leaf(_ leaf: any SingleValueDecodingContainer) throws -> Value {
      if leaf.decodeNil() { return .null }
      if let flag = try? leaf.decode(Bool.self) { return .bool(flag) }
      if let number = try? leaf.decode(Int64.self) { return .int(number) }
      return .text(try leaf.decode(String.self))
    }
  }
}
