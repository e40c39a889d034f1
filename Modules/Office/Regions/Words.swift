import Contracts
import Feature

extension RegionsModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "isHarmProne": ("آسیب‌خیز", "harm-prone"),
    "isInformalSettlement": ("حاشیه‌نشین", "informal settlement"),
    "setting": ("نوع محیط", "setting"),
    "source": ("منبع", "source"),
    "statisticalCode": ("کد مرکز آمار", "statistical code"),
  ]
}
