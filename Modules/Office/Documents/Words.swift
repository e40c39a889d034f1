import Contracts
import Feature

extension DocumentsModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "by": ("سند تازه", "newer document"),
    "content": ("محتوا", "content"),
    "endsUntil": ("پایان اعتبار تا", "validity ends by"),
    "fileName": ("نام پرونده", "file name"),
    "filedOn": ("تاریخ بایگانی", "filed on"),
    "issued": ("تاریخ صدور", "issued on"),
    "largestBytes": ("بیشترین اندازه (بایت)", "largest size (bytes)"),
    "mediaType": ("قالب پرونده", "media type"),
    "nameAgrees": ("سازگاری نام", "name agrees"),
    "rejection": ("علت رد", "reason of rejection"),
    "sha256": ("چکیدهٔ SHA-256", "SHA-256"),
    "sightedBy": ("رؤیت‌کنندهٔ اصل", "original sighted by"),
    "sightedFirst": ("رؤیت پیش از تأیید", "sighted first"),
    "sightedOn": ("تاریخ رؤیت اصل", "original sighted on"),
    "size": ("اندازه (بایت)", "size (bytes)"),
    "successorFits": ("سازگاری سند تازه", "newer one fits"),
    "supersededBy": ("سند جایگزین", "superseded by"),
    "type": ("قالب پرونده", "media type"),
    "types": ("قالب‌های پذیرفتنی", "accepted media types"),
    "verifiedBy": ("تأییدکننده", "verified by"),
    "verifiedOn": ("تاریخ تأیید", "verified on"),
    "SupersedeDocument.document": ("سند پیشین", "older document"),
  ]
}
