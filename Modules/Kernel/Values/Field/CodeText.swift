import Persian

/// A typed code as it is stored: upper case, Latin digits, no surrounding blanks.
func foldedCode(_ text: String) -> String {
  PersianText.asciiDigits(text).uppercased().filter { !$0.isWhitespace }
}
