import Contracts
import Feature

extension ConfigurationModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "citationEn": ("استناد انگلیسی", "English citation"),
    "citationFa": ("استناد فارسی", "Persian citation"),
    "dependents": ("ماژول‌های وابسته", "dependent modules"),
    "fromDay": ("از روز", "from day"),
    "hasSource": ("دارای مستند", "has source"),
    "isLocked": ("قفل برای استان‌ها", "locked for provinces"),
    "isNationLocked": ("قفل کشوری", "locked nationally"),
    "isOn": ("روشن", "on"),
    "isProvincial": ("استانی", "provincial"),
    "latest": ("آخرین تاریخ تعیین", "latest day"),
    "least": ("کمترین", "least"),
    "missing": ("پیش‌نیازهای خاموش", "missing modules"),
    "most": ("بیشترین", "most"),
    "origin": ("منشأ", "origin"),
    "parameter": ("نام مقدار", "parameter"),
    "parameters": ("مقدارها", "parameters"),
    "rule": ("قاعده", "rule"),
    "source": ("مستند", "source"),
    "statementEn": ("متن انگلیسی قاعده", "English statement"),
    "statementFa": ("متن فارسی قاعده", "Persian statement"),
    "unitEn": ("یکای انگلیسی", "English unit"),
    "unitFa": ("یکای فارسی", "Persian unit"),
  ]
}
