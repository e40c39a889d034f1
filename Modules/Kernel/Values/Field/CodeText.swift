import Persian

/// A typed code as it is stored: upper case, Latin digits, neither blanks nor half-spaces nor invisible controls.
func foldedCode(_ text: String) -> String {
  let code = PersianText.asciiDigits(PersianText.withoutControls(text)).uppercased().unicodeScalars
  return String(code.filter { !$0.properties.isWhitespace && !$0.properties.isJoinControl })
}
