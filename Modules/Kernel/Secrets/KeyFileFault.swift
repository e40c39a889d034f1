/// Why a key file could not be read or written; always names the file.
public enum KeyFileFault: Error, Equatable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// A file of that name is there already; keys are never overwritten.
  case exists(path: String)
  /// Others than the owner have rights on the file or its folder; `mode` in octal digits.
  case tooOpen(path: String, mode: String)
  /// The file or its folder belongs to another user.
  case foreignOwner(path: String)
  /// A link, folder or device stands where a plain file must.
  case notPlain(path: String)
  /// The file is not one line of 64 hexadecimal digits.
  case malformed(path: String)
  /// The system refused; `code` is errno.
  case system(path: String, code: Int32)

  /// The reason in Persian.
  public var fa: String {
    switch self {
    case .missing(let path): "پروندهٔ کلید «\(path)» پیدا نشد."
    case .exists(let path): "پروندهٔ کلید «\(path)» از پیش هست و بازنویسی نمی‌شود."
    case .tooOpen(let path, let mode):
      "دسترسی «\(path)» باز است (\(mode))؛ تنها مالک باید به آن دسترسی داشته باشد (پرونده 0600، پوشه 0700)."
    case .foreignOwner(let path): "مالک «\(path)» کاربر دیگری است."
    case .notPlain(let path): "«\(path)» پروندهٔ ساده نیست."
    case .malformed(let path): "محتوای پروندهٔ کلید «\(path)» درست نیست؛ باید یک سطر با ۶۴ رقم شانزده‌شانزدهی باشد."
    case .system(let path, let code): "خطای سیستم برای پروندهٔ کلید «\(path)» (شمارهٔ \(code))."
    }
  }

  /// The reason in English.
  public var en: String {
    switch self {
    case .missing(let path): "The key file “\(path)” does not exist."
    case .exists(let path): "The key file “\(path)” exists already and is not overwritten."
    case .tooOpen(let path, let mode):
      "“\(path)” is open to others (mode \(mode)); only its owner may have access (file 0600, folder 0700)."
    case .foreignOwner(let path): "“\(path)” belongs to another user."
    case .notPlain(let path): "“\(path)” is not a plain file."
    case .malformed(let path): "The key file “\(path)” is not one line of 64 hexadecimal digits."
    case .system(let path, let code): "The system refused the key file “\(path)” (errno \(code))."
    }
  }
}
