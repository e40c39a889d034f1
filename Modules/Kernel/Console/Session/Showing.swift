import Glibc
import Engine
import Values

/// A file that takes the place of standard output.
final class OutputFile {
  private let descriptor: Int32

  init(path: String) throws { descriptor = try Descriptor.openPrivate(path, appending: false) }

  deinit { close(descriptor) }

  func write(_ text: String) { Descriptor.write(text, to: descriptor) }
}

extension ConsoleSession {
  /// Data goes to the file of `\o`, else to the screen or pipe.
  func write(_ text: String) {
    if let output { return output.write(text) }
    if isPaging, io.isTerminal { io.page(text, in: language) } else { io.write(text) }
  }

  /// Directions and width matter on a screen only: what goes to a pipe or a file has one shape everywhere.
  func style(forScreen isScreen: Bool) -> Style {
    var style = Style(digits: digits, language: language, null: null, width: isScreen ? io.width : .max)
    guard isScreen else { return style }
    switch bidi {
    case .off: break
    case .isolate: style.direction = .isolate
    case .visual: style.direction = .visual
    case .auto:
      // The Linux console and Windows Terminal keep the logical order.
      let keepsOrder = ConsoleOptions.environment("WT_SESSION") != nil || ConsoleOptions.environment("TERM") == "linux"
      style.direction = keepsOrder ? .visual : .isolate
    }
    return style
  }

  /// Of pages whose lines begin with what is typed: help and descriptions. They hold no controls, so that what is copied is
  /// what is typed, and a terminal that orders by itself takes each line by its first letter.
  var pageStyle: Style {
    var style = style(forScreen: output == nil && io.isTerminal)
    if style.direction == .isolate { style.direction = .plain }
    return style
  }

  /// A remark beside the data, in the language of its reader.
  ///
  /// - Parameter rest: what is the same in both.
  func tell(_ fa: String, _ en: String, _ rest: String = "") {
    io.complain(style(forScreen: io.canAsk).directed((language == .fa ? fa : en) + rest) + "\n")
  }

  /// Shows a value in the mode of the session, or as JSON when the command asked for that.
  func show(_ value: Value, columns: [String] = [], isJSON: Bool = false) {
    let mode = isJSON && !self.mode.isJSON ? .json : self.mode
    let style = style(forScreen: output == nil && io.isTerminal)
    write(Rendering.text(value, columns: columns, mode: mode, expansion: expansion, style: style))
  }

  /// The answer of a command: a person reads it in words of their language and is told how many rows there are.
  func show(_ value: Value, of command: CommandEntry, _ call: Call) {
    let isJSON = call.isJSON
    let chosen = Columns(call.columns, command.answer)
    let value = chosen?.only(value) ?? value
    let fields = chosen?.fields ?? command.answer
    let isList = command.kind == "list"
    if !isJSON, mode.isForPeople || call.isLabelled {
      let labelling = Labelling(language: language, keepsNumbers: chosen != nil, sentences: sentenceForm(chosen))
      let rows = value["items"]?.items ?? []
      // Rows of a kind without letters have no code.
      let isCodeless = isList && !rows.isEmpty && !rows.contains { $0["code"] != nil }
      show(labelling.labelled(value, by: fields), columns: isList ? labelling.headings(of: fields, isCodeless: isCodeless) : [])
    } else {
      show(value, columns: isList ? Columns.machine(fields) : [], isJSON: isJSON)
    }
    guard value.isPage, io.canAsk, io.isTerminal, output == nil, !isJSON, !mode.isJSON else { return }
    tell("ردیف‌ها: ", "rows: ", style(forScreen: true).number(value["items"]?.items.count ?? 0))
  }

  /// Fields that somebody named are shown as they are; files get everything.
  private func sentenceForm(_ chosen: Columns?) -> SentenceForm {
    guard chosen == nil else { return .beside }
    return mode == .table ? .instead : mode == .vertical ? .first : .beside
  }

  /// Lines that are a page already; in a document they stand as they are.
  func write(page: String) {
    switch mode {
    case .markdown: write(MarkupWriter.markdown(page: page))
    case .html: write(MarkupWriter.html(page: page, style(forScreen: false)))
    default: write(page)
    }
  }
}

/// The columns that somebody asked for by name, in that order.
struct Columns {
  let fields: [FieldEntry]
  private let names: [String]

  /// nil when all are wanted.
  init?(_ names: [String], _ answer: [FieldEntry]) {
    guard !names.isEmpty else { return nil }
    self.names = names
    fields = names.compactMap { name in answer.first { $0.name == name } }
  }

  /// The answer, or each row of it, with these members and what stands beside them.
  func only(_ value: Value) -> Value {
    switch value {
    case .list(let items): return .list(items.map(only))
    case .object(let members) where value.isPage:
      return .object(members.map { $0.name == "items" ? .init("items", only($0.value)) : $0 })
    case .object(let members):
      return .object(
        names.flatMap { name in
          members.filter { [name, JSONWriter.twin(of: name), ReferenceName.member(beside: name)].contains($0.name) }
        })
    default: return value
    }
  }

  /// What a program finds in a sheet: every field, then code and name of what the numbers refer to.
  static func machine(_ fields: [FieldEntry]) -> [String] {
    fields.map(\.name)
      + fields.filter { $0.kind == "reference" && $0.name != "id" }.flatMap { ["\($0.name)Code", "\($0.name)Name"] }
  }
}
