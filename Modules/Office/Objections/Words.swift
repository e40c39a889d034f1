import Contracts
import Feature

extension ObjectionsModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "answer": ("پاسخ", "answer"),
    "answered": ("پاسخ داده‌شده", "what was answered"),
    "channel": ("راه رسیدن", "channel"),
    "daysToDecide": ("مهلت تصمیم", "days to decide"),
    "daysToEnter": ("مهلت ثبت ابلاغ", "days to enter"),
    "daysToHandOver": ("مهلت ابلاغ", "days to hand over"),
    "daysToObject": ("مهلت اعتراض", "days to object"),
    "decidedOn": ("روز تصمیم", "decided on"),
    "decision": ("تصمیم", "decision"),
    "decisionEn": ("تصمیم به انگلیسی", "decision in English"),
    "decisionFa": ("شرح تصمیم", "decision in Persian"),
    "grounds": ("متن اعتراض", "grounds"),
    "handOver": ("ابلاغ", "hand-over"),
    "handedOverOn": ("روز ابلاغ", "handed over on"),
    "held": ("سمت‌های تصمیم‌گیرنده", "posts held"),
    "isUpheld": ("پذیرفته است", "is upheld"),
    "lastDay": ("آخرین روز اعتراض", "last day to object"),
    "manner": ("شیوهٔ ابلاغ", "manner"),
    "objectedOn": ("روز اعتراض", "objected on"),
    "objection": ("اعتراض", "objection"),
    "proof": ("سند ابلاغ", "proof"),
    "recipient": ("گیرنده", "recipient"),
    "said": ("آنچه گفته شده", "what is said"),
    "superiors": ("مقام‌های بالاتر", "superiors"),
    "takenOn": ("روز گرفتن تصمیم", "taken on"),
  ]
}
