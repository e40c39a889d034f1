import Values

/// What a refusal advises, as lines of a terminal: the sentence, then what is typed.
enum NextStepLines {
  static func lines(_ steps: [NextStep], _ style: Style) -> [String] {
    var page = PageLines(style)
    for step in steps {
      page.add(step.texts[style.language], after: ["→ ", "  "])
      if let line = step.line { page.addTyped(line, 4) }
    }
    return page.lines
  }
}
