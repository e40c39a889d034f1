import Foundation
import HTTP
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@testable import Host

/// One wrong request, and the answer it must get.
struct Wrong: Sendable, CustomTestStringConvertible {
  let name: String
  let user: String?
  let method: String
  let path: String
  let body: String
  let type: String
  let status: Int
  /// Of the problem itself or of one of its errors.
  let code: String
  let pointer: String?

  init(
    _ name: String, as user: String? = "golestan.prevention.officer", _ target: String, _ body: String,
    type: String = "application/json", _ status: Int, _ code: String, at pointer: String? = nil
  ) {
    let words = target.split(separator: " ").map(String.init)
    self.name = name
    self.user = user
    method = words.count == 2 ? words[0] : "POST"
    path = words.last ?? ""
    self.body = body
    self.type = type
    self.status = status
    self.code = code
    self.pointer = pointer
  }

  var testDescription: String { name }
}

extension Wrong {
  private static func person(_ changes: String) -> String {
    """
    {"firstName":"زهرا","familyName":"محمدی","fatherName":"علی","isLiterate":true,"gender":"female",
    "mobile":"09111234567","consentedOn":"1404/03/01",\(changes)}
    """
  }

  static let all: [Wrong] = [
    Wrong(
      "a national ID with a wrong check digit", "/people", person(#""nationalID":"0076229646","birth":"1370/01/01""#), 400,
      "national-id.check-digit", at: "/nationalID"),
    Wrong(
      "30 Esfand of a common year", "/people", person(#""nationalID":"0076229645","birth":"1374/12/30""#), 400,
      "day.no-such-date", at: "/birth"),
    Wrong(
      "an unknown field", "/people", person(#""nationalID":"0076229645","birth":"1370/01/01","nickname":"ز""#), 400,
      "field.unknown", at: "/nickname"),
    Wrong("a name that stands twice", "/people", #"{"firstName":"a","firstName":"b"}"#, 400, "json.duplicate-name", at: "/firstName"),
    Wrong("fields that are missing", "/people", "{}", 400, "field.required", at: "/firstName"),
    Wrong("no JSON", "/people", "{firstName:}", 400, "json.syntax"),
    Wrong("JSON deeper than anybody needs", "/people", String(repeating: "[", count: 40), 400, "json.too-deep"),
    Wrong(
      "an age of 12", as: "golestan.prevention.officer", "/mobilisation/volunteers",
      #"{"person":1,"neighbourhood":1,"consentedOn":"1404/03/01"}"#, 422, "mobilisation.volunteer-too-young"),
    Wrong(
      "a province without the module", as: "tehran.prevention.officer", "/mobilisation/volunteers",
      #"{"person":2,"neighbourhood":2,"consentedOn":"1404/03/01"}"#, 422, "module.off"),
    Wrong(
      "text instead of a number", "/monitoring/measurements", #"{"province":"IR-27","year":"many"}"#, 400, "field.kind",
      at: "/year"),
    Wrong(
      "a name that nothing has", "/regions/neighbourhoods",
      #"{"province":"IR-27","county":"many","name":"x","setting":"urban","isHarmProne":true}"#, 404, "not-found"),
    Wrong("text instead of a row or code", "GET /health-bases/agreements?base=many", "", 400, "field.reference", at: "/base"),
    Wrong(
      "a fraction", "/regions/neighbourhoods",
      #"{"province":"IR-27","county":1.5,"name":"x","setting":"urban","isHarmProne":true}"#, 400, "json.fraction"),
    Wrong(
      "a choice that does not exist", "/regions/neighbourhoods",
      #"{"province":"IR-27","county":1,"name":"x","setting":"lunar","isHarmProne":true}"#, 400, "field.choice",
      at: "/setting"),
    Wrong(
      "a province that does not exist", "/regions/neighbourhoods",
      #"{"province":"IR-99","county":1,"name":"x","setting":"urban","isHarmProne":true}"#, 400, "province.unknown",
      at: "/province"),
    Wrong("an unknown code", "GET /groups/GR-27-1404-9999", "", 404, "not-found"),
    Wrong("a body that is no JSON by its own words", "/people", "firstName=x", type: "text/plain", 415, "body.type"),
    Wrong("an unknown path", "GET /moon", "", 404, "not-found"),
    Wrong("a wrong method", "DELETE /people", "", 405, "method.not-allowed"),
    Wrong("a page larger than any", "GET /people?limit=100000", "", 400, "list.limit", at: "/limit"),
    Wrong("text instead of a page's length", "GET /people?limit=ten", "", 400, "field.kind", at: "/limit"),
    Wrong("an option nobody knows", "/people?force=true", "{}", 400, "query.unknown", at: "/force"),
    Wrong("a body of 2 MiB", "/people", String(repeating: "x", count: 2 << 20), 413, "http.body-too-large"),
    Wrong("no token", as: nil, "/people", "{}", 401, "session.required"),
    Wrong("a token that nobody was given", as: "stranger", "GET /people", "", 401, "session.ended"),
    Wrong("an expired token", as: "expired", "GET /people", "", 401, "session.ended"),
    Wrong(
      "somebody without the right", as: "golestan.facilitator", "/accounts/staff",
      #"{"userName":"new.one","fullName":"x"}"#, 403, "permission.missing"),
  ]
}

@Suite(.serialized) struct BadInputStory {
  private static let town = Result { try Town() }

  @Test(arguments: Wrong.all)
  func `it is answered clearly in both languages and changes nothing`(wrong: Wrong) throws {
    let town = try BadInputStory.town.get()
    let before = try town.snapshot()
    let response = try town.send(wrong)
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(response.status == wrong.status, "\(text)")
    #expect(response.header("content-type")?.hasPrefix("application/problem+json") == true)
    let problem = try JSONReader.read(response.body)
    let errors = problem["errors"]?.items ?? []
    let faults = [problem] + errors
    #expect(faults.contains { $0["code"]?.string == wrong.code }, "\(text)")
    if let pointer = wrong.pointer {
      #expect(errors.contains { $0["pointer"]?.string == pointer && $0["code"]?.string == wrong.code }, "\(text)")
    }
    #expect(problem["title"]?.string?.isEmpty == false)
    #expect(problem["titleFa"]?.string?.contains { ("آ"..."ی").contains($0) } == true)
    for error in errors {
      #expect(error["messageEn"]?.string?.isEmpty == false)
      #expect(error["messageFa"]?.string?.isEmpty == false)
    }
    try NextStepLaw.check(problem, text)
    if wrong.status == 405 { #expect(response.header("allow")?.contains("GET") == true) }
    let after = try town.snapshot()
    #expect(after.rows == before.rows)
    #expect(after.done == before.done)
    #expect(town.served.faults.all.isEmpty)
  }

  @Test(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
  func `a second process on the same store is turned away and says so in both languages`() throws {
    let town = try BadInputStory.town.get()
    let before = try town.snapshot()
    let store = town.served.store
    let ending = try Spawned.run(
      try #require(Place.program), ["nightly", "--store", store.runtime.folder.path], in: store.place)
    #expect(ending.status == 5)
    #expect(ending.complaint.contains("Another process has this store open"))
    #expect(ending.complaint.contains("در دست برنامهٔ دیگری"))
    // Others are refused meanwhile, which leaves entries.
    let after = try town.snapshot()
    #expect(after.rows == before.rows && after.done == before.done)
  }
}
