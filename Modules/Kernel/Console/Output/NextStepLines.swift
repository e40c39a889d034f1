import Values

/// What a refusal advises, as lines of a terminal: the sentence in both languages, then what is typed.
enum NextStepLines {
  static func lines(_ steps: [NextStep], _ style: Style) -> [String] {
    let width = min(80, style.width)
    return steps.flatMap { step -> [String] in
      let english = Wrapping.lines("→ " + Visible.text(step.texts.en), to: width)
      let persian = Wrapping.lines(Visible.text(step.texts.fa), to: width - 2, indent: 0).map { "  " + style.directed($0) }
      let typed = step.line.map { Wrapping.lines(Visible.text($0), to: width - 4, indent: 4, tail: " \\").map { "    " + $0 } } ?? []
      return english + persian + typed
    }
  }
}
