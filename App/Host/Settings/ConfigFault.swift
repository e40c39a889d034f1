import Persian
import Values

/// What is wrong at one place of `Config/`.
struct ConfigFault {
  /// As it was named: the folder and the file in it.
  let file: String
  let place: FilePlace
  /// `module.rule.parameter`, or the module; nil where it is about neither.
  let subject: String?
  let province: Province?
  /// Stable, for machines.
  let code: String
  let texts: Texts

  /// As compilers say it, so that an editor jumps there.
  func line(in language: Language) -> String {
    let about = [subject, province?.code].compactMap(\.self).joined(separator: " ")
    return "\(file):\(place.line):\(place.column): \(about.isEmpty ? "" : "\(about): ")\(texts[language])"
  }

  var value: Value {
    .record([
      "file": .text(file), "line": .int(Int64(place.line)), "column": .int(Int64(place.column)),
      "subject": subject.map(Value.text) ?? .null, "province": province.map { .text($0.code) } ?? .null, "code": .text(code),
      "fa": .text(texts.fa), "en": .text(texts.en),
    ])
  }
}

/// `Config/` as a whole cannot be used: everything that is wrong with it.
struct ConfigFilesFault: Error {
  let faults: [ConfigFault]
}
