import Persian
public import Values

/// What became of a sheet, for people: the counts, and why rows were refused, told once for all rows of one cause.
public struct SheetLines {
  /// Causes that are told; the sheet of refused rows has all.
  private static let mostCauses = 20

  private let language: Language

  /// - Parameter language: of the reader.
  public init(_ language: Language) { self.language = language }

  /// - Parameter summary: of an import, as its job leaves it.
  public func told(_ summary: Value, isTrial: Bool) -> String {
    func count(_ name: String) -> Int64 { summary[name]?.integer ?? 0 }
    let (failed, rows, tried) = (count("failed"), count("rows"), count("tried"))
    let isKept = count("kept") > 0 || failed == 0
    var parts = [said("\(count("changed")) تازه یا تغییریافته", "\(count("changed")) new or changed")]
    parts.append(said("\(count("same")) بی‌تغییر", "\(count("same")) the same"))
    parts.append(
      isKept && !isTrial && failed > 0
        ? said("\(failed) کنار گذاشته", "\(failed) left out") : said("\(failed) پذیرفته‌نشده", "\(failed) refused"))
    if tried < rows { parts.append(said("\(rows - tried) آزموده‌نشده", "\(rows - tried) not tried")) }
    var text = said("\(rows) سطر: ", "\(rows) rows: ") + parts.joined(separator: language == .fa ? "، " : ", ")
    if isTrial {
      text += said("؛ آزمایشی بود و چیزی نگه داشته نشد", "; a trial, nothing was kept")
    } else if !isKept {
      text += said("؛ چیزی نگه داشته نشد", "; nothing was kept")
    }
    if let batch = summary["batch"]?.integer {
      text += said("؛ برگهٔ \(batch) (imports show \(batch))", "; sheet \(batch) (imports show \(batch))")
    }
    let passed = (summary["passedOver"]?.items ?? []).compactMap(\.string).joined(separator: language == .fa ? "، " : ", ")
    if !passed.isEmpty { text += said("\n  ستون‌هایی که خوانده نشد: \(passed)", "\n  columns that were passed over: \(passed)") }
    let known = (summary["remembered"]?.items ?? []).compactMap(\.string).joined(separator: language == .fa ? "، " : ", ")
    if !known.isEmpty { text += said("\n  ستون‌ها همان‌گونه که پیش‌تر گفتید: \(known)", "\n  columns as you said before: \(known)") }
    let causes = summary["causes"]?.items ?? []
    let lines = causes.prefix(SheetLines.mostCauses).flatMap(lines)
    let more = causes.count > SheetLines.mostCauses ? [said("  و علت‌های دیگر …", "  and other causes …")] : []
    return ([text] + lines + more).joined(separator: "\n") + "\n"
  }

  private func lines(_ cause: Value) -> [String] {
    let numbers = (cause["rows"]?.items ?? []).compactMap(\.integer)
    let count = cause["count"]?.integer ?? 0
    let comma = language == .fa ? "، " : ", "
    let places = numbers.map(String.init).joined(separator: comma) + (count > numbers.count ? " …" : "")
    let rows = count == 1 ? said("سطر \(places)", "row \(places)") : said("\(count) سطر: \(places)", "\(count) rows: \(places)")
    let values = (cause["values"]?.items ?? []).compactMap(\.string).map { said("«\($0)»", "\"\($0)\"") }.joined(separator: comma)
    let field = cause["label"]?[language.rawValue]?.string.map { $0 + (values.isEmpty ? "" : " " + values) + ": " } ?? ""
    let reason = (cause[language.rawValue]?.string ?? "") + " [\(cause["code"]?.string ?? "")]"
    let next = (cause["next"]?.items ?? []).compactMap { $0[language.rawValue]?.string }.map { "      → " + $0 }
    return ["  ✗ \(rows)", "    " + field + reason] + next
  }

  private func said(_ fa: String, _ en: String) -> String { language == .fa ? PersianText.persianDigits(fa) : en }
}
