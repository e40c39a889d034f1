/// Which passwords may be chosen (ASVS 5.0 6.2): length and guessability only, no rules on kinds of characters.
public enum PasswordPolicy {
  /// Least number of characters, counted as Unicode scalars.
  public static let minimum = 12
  /// Greatest number of characters, counted as Unicode scalars.
  public static let maximum = 256

  // Once known words and keyboard runs are taken out, this much must be left.
  private static let leastRemainder = 8
  private static let leastDistinct = 5
  private static let leastRun = 4

  /// Why the password is refused, or nil. `forbiddenWords` are local names (user name, province, town) that count as
  /// known words.
  public static func check(_ password: String, forbiddenWords: [String]) -> PasswordFault? {
    let scalars = password.unicodeScalars
    if scalars.count < minimum { return .tooShort(minimum: minimum) }
    if scalars.count > maximum { return .tooLong(maximum: maximum) }
    let folded = fold(password)
    if Set(folded).count < leastDistinct { return .monotonous }
    var rest = folded
    let words = WellKnownPasswords.words + forbiddenWords
    for word in words.map(fold).sorted(by: { $0.count > $1.count }) where word.count > 2 {
      rest = removing(word, from: rest)
    }
    rest = removingRuns(from: rest)
    return rest.count < leastRemainder ? .common : nil
  }

  /// Lower case, ASCII digits, Persian yeh and kaf, no joiners: the form in which likeness is judged, never stored.
  private static func fold(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
      case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
      case 0x064A: "\u{06CC}"
      case 0x0643: "\u{06A9}"
      case 0x200C, 0x200D: nil
      default: scalar
      }
    }
  }

  private static func removing(_ word: [Unicode.Scalar], from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var position = 0
    while position < text.count {
      if text[position...].starts(with: word) {
        position += word.count
      } else {
        kept.append(text[position])
        position += 1
      }
    }
    return kept
  }

  private static func removingRuns(from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var position = 0
    while position < text.count {
      let length = runLength(at: position, in: text)
      if length >= leastRun {
        position += length
      } else {
        kept.append(text[position])
        position += 1
      }
    }
    return kept
  }

  private static func runLength(at start: Int, in text: [Unicode.Scalar]) -> Int {
    var longest = 1
    for steps in WellKnownPasswords.steps {
      var end = start + 1
      while end < text.count, steps.contains([text[end - 1], text[end]]) { end += 1 }
      longest = max(longest, end - start)
    }
    return longest
  }
}

/// The words and keyboard runs that passwords are most often made of, here and elsewhere.
enum WellKnownPasswords {
  /// Lower case, Persian letters in their normal form.
  static let words: [String] = (english + transliterated + persian).map(String.init)

  /// For each run, forwards and backwards, the pairs of neighbours in it; also any character repeated.
  static let steps: [Set<[Unicode.Scalar]>] = runs.flatMap { run -> [Set<[Unicode.Scalar]>] in
    let scalars = Array(run.unicodeScalars)
    let forwards = zip(scalars, scalars.dropFirst()).map { [$0, $1] }
    let repeats = scalars.map { [$0, $0] }
    return [Set(forwards), Set(forwards.map { $0.reversed() }), Set(repeats)]
  }

  private static let english = """
    behzisti hamyar password passw0rd p@ssw0rd p@ssword pa$$word pa$$w0rd pass welcome letmein iloveyou administrator
    admin login logon monkey dragon football baseball basketball soccer hockey superman batman spiderman pokemon naruto
    sunshine princess master shadow michael jordan harley hunter ranger trustno1 whatever starwars computer internet
    freedom mustang charlie secret summer winter spring autumn flower hello lovely love ashley jessica jennifer daniel
    thomas robert andrew joshua george anthony william matthew nicole amanda cookie cheese coffee chocolate banana
    orange silver golden diamond purple yellow matrix phoenix tigger killer pepper ginger buster maggie merlin corvette
    ferrari porsche mercedes yamaha samsung google facebook instagram telegram whatsapp microsoft windows changeme
    default guest root test user temp temporary server system manager support office service oracle database qazwsx
    zaq1 q1w2e3r4 q1w2e3 1q2w3e4r 1q2w3e a1b2c3 abc123 qwe123 asd123 zxc123 aa123456 god angel babygirl blink myspace
    money lucky happy family friend forever monday friday january december newyear january2024
    """.split(whereSeparator: \.isWhitespace)

  private static let transliterated = """
    mohammad mohammed muhammad mohamad mahmoud ahmad hossein hosein husein hassan hasan reza alireza mohammadreza
    amirhossein amir mahdi mehdi javad abbas fatemeh fateme zahra maryam narges sara mina leila samira somayeh
    khoda allah islam iran iranian irani persia persian perspolis persepolis esteghlal traktor teraktor sepahan
    azizam eshgham eshgh asheghetam jigar salam ramz ramzobur gozarvazhe karbar modir madadjoo madadkar mosese
    """.split(whereSeparator: \.isWhitespace)

  private static let persian = """
    بهزیستی همیار گذرواژه رمزعبور رمز عبور پسورد سلام خداوند خدا عشقم عشق عزیزم جیگر ایران پرسپولیس استقلال
    محمدرضا علیرضا محمد احمد حسین حسن رضا علی مهدی فاطمه زهرا مریم نرگس کاربر مدیر سامانه سازمان
    """.split(whereSeparator: \.isWhitespace)

  private static let runs = [
    "01234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "!@#$%^&*()", "abcdefghijklmnopqrstuvwxyz",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "qazwsxedcrfvtgbyhnujmik", "1q2w3e4r5t6y7u8i9o0p", "135792468",
    "ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو", "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
  ]
}
