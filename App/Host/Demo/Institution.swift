import Jalali
import Persian
import Values

/// A mature group's way to a licensed institute.
final class Institution {
  private let cast: Cast
  private let band: Band
  private(set) var code = ""
  private(set) var object = ""

  init(_ band: Band) {
    self.band = band
    cast = band.quarter.cast
  }

  func openFile(number: Int, on day: JalaliDay) throws {
    let row = try cast.play(
      "ngo.officer", "institutes.open-file",
      [
        "name": .text("مؤسسهٔ \(band.name) \(band.quarter.cast.province.fa)"), "requestNumber": .text("۱۰/\(number)"),
        "fromGroup": .text(band.code), "foundersFromGroup": false,
      ])
    code = row["code"]?.string ?? ""
    object = "institutes.institute/\(row["id"]?.integer ?? 0)"
    let posts = ["founder", "founder", "founder", "founder", "founder", "managingDirector", "inspectorMain"]
    for (person, post) in zip(band.members, posts) {
      try cast.play(
        "ngo.officer", "institutes.name-founder",
        ["institute": .text(code), "person": .text(person), "post": .text(post)])
    }
    for agency in ["police", "registryOffice"] {
      let letter = try cast.play(
        "ngo.officer", "enquiries.send",
        [
          "object": .text(object), "agency": .text(agency), "letterNumber": .text("الف/\(number)"),
          "letterDate": .text(day.text), "province": .text(cast.province.code),
        ])
      letters.append(letter["id"] ?? .null)
    }
    try file(["registrationRequest", "statute"])
  }

  private var letters: [Value] = []

  func answerEnquiries(number: Int, on day: JalaliDay) throws {
    for letter in letters {
      try cast.play(
        "ngo.officer", "enquiries.answer",
        ["enquiry": letter, "answerNumber": .text("ب/\(number)"), "answerDate": .text(day.text), "isFavourable": true])
    }
  }

  func license() throws {
    try cast.play("prevention.deputy", "institutes.approve-file", ["institute": .text(code)])
    try file(["applicationForm", "identityBooklet", "nationalCard", "photographs", "noCriminalRecord", "noAddiction", "degree"])
    try cast.play("director", "institutes.agree-in-principle", ["institute": .text(code)])
    try file(["placesOffice", "technicalOffice", "healthOffice", "siteOpinion", "trainingCertificate"])
    try cast.play(
      "director", "institutes.license", ["institute": .text(code), "scope": "خدمات اجتماع‌محور پیشگیری در سطح محله"])
  }

  private func file(_ kinds: [String]) throws {
    for kind in kinds {
      let row = try cast.play(
        "ngo.officer", "documents.file",
        [
          "object": .text(object), "kind": .text(kind), "title": .text("مدرک \(kind)"), "fileName": .text("\(kind).txt"),
          "content": "2KfbjNmGINmF2K/YsdqpINmG2YXZiNmG2Ycg2KfYs9iqLgo=", "province": .text(cast.province.code),
        ])
      try cast.play("county.officer", "documents.sight", ["document": row["code"] ?? .null])
    }
  }
}
