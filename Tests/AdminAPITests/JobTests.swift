import Foundation
import Glibc
import HTTP
import Engine
import Feature
import Store
import Testing
import Values

@Suite struct `Long work` {
  private let site: Site

  init() throws { site = try Site() }

  /// Looks at a job until it has ended.
  private func end(of location: String?, as token: String = "writer") throws -> Answer {
    let target = try #require(location)
    for _ in 0..<500 {
      let answer = try site.send(.get, target, as: token)
      guard let state = answer["state"]?.string, ["waiting", "running"].contains(state) else { return answer }
      #expect(answer.header("retry-after") == "1")
      usleep(10_000)
    }
    return try site.send(.get, target, as: token)
  }

  private func importing(_ csv: String, _ query: String = "", as token: String? = "writer") throws -> Answer {
    try site.send(.post, "/api/v1/jobs/imports/notes.write" + query, csv, as: token, type: "text/csv; charset=utf-8")
  }

  @Test func `an action may be a job: 202, a place to snapshot, and the same answer there`() throws {
    let begun = try site.send(
      .post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#, headers: [("Prefer", "wait=5, respond-async")])
    #expect(begun.status == 202 && begun["state"] == "waiting" && begun["work"] == "notes.write" && begun["owner"] == "u-writer")
    #expect(begun.header("preference-applied") == "respond-async" && begun.header("retry-after") == "1")
    let job = try end(of: begun.header("location"))
    #expect(job["state"] == "done" && job["endedAt"]?.string?.isEmpty == false)
    let result = try site.send(.get, try #require(job["result"]?.string))
    #expect(result["text"] == "یک" && result.header("content-type") == "application/json; charset=utf-8")
    #expect(result.header("content-disposition")?.hasPrefix("attachment; filename=") == true)
    #expect(try site.entries().count == 1)
  }

  @Test func `a refusal of the work is kept with the job`() throws {
    let begun = try site.send(.post, "/api/v1/notes/stamps/77", "{}", headers: [("Prefer", "respond-async")])
    let job = try end(of: begun.header("location"))
    #expect(job["state"] == "failed" && job["refusal"]?["code"] == "not-found" && job["result"] == .null)
    #expect(try site.send(.get, (begun.header("location") ?? "") + "/result").status == 404)
  }

  @Test func `an import is all or nothing, tells each row, and can be tried`() throws {
    let good = "province,متن\r\nIR-27,یک\r\nIR-27,\"دو, سه\"\r\n"
    let dry = try end(of: try importing(good, "?dryRun=true").header("location"))
    #expect(dry["state"] == "done" && dry["done"] == 2 && dry["total"] == 2)
    #expect(try site.send(.get, dry["result"]?.string ?? "")["kept"] == 0)
    let bad = try end(of: try importing(good + "IR-99,چهار\r\nIR-27,\r\n").header("location"))
    let told = try site.send(.get, bad["result"]?.string ?? "")
    #expect(told["kept"] == 0 && told["good"] == 2 && told["refused"]?.items.compactMap { $0["row"]?.integer } == [4, 5])
    #expect(try site.entries().isEmpty)
    let skipped = try end(of: try importing(good + "IR-99,چهار\r\n", "?skipRefused=true").header("location"))
    #expect(try site.send(.get, skipped["result"]?.string ?? "")["kept"] == 2)
    #expect(try site.entries().count == 2)
  }

  @Test func `what cannot be imported is told at once`() throws {
    expectProblem(try importing("nothing\r\nx\r\n"), 400, "input.invalid")
    expectProblem(try importing("province,text\r\nIR-27,\"x\r\n"), 400, "input.invalid")
    expectProblem(try importing(""), 400, "input.invalid")
    for options in ["?other=1", "?dryRun", "?dryRun=maybe"] {
      expectProblem(try importing("text\r\nx\r\n", options), 400, "input.invalid")
    }
    expectProblem(try importing("text\r\nx\r\n", as: "reader"), 403, "permission.missing")
    expectProblem(try importing("text\r\nx\r\n", as: nil), 401, "session.required")
    expectProblem(try site.send(.post, "/api/v1/jobs/imports/notes.write", "{}"), 415, "body.type")
    expectProblem(try site.send(.post, "/api/v1/jobs/imports/notes.nothing", "{}"), 404, "not-found")
    expectProblem(try site.send(.get, "/api/v1/jobs/imports/notes.write"), 405, "method.not-allowed")
  }

  @Test func `a whole list is exported as lines of JSON or as CSV, masked as elsewhere, and leaves an entry`() throws {
    for text in ["الف", "=1+1", "ب"] {
      _ = try site.send(.post, "/api/v1/notes", "{\"province\":\"IR-27\",\"text\":\"\(text)\"}")
    }
    let asked = try site.send(.get, "/api/v1/notes?limit=1", headers: [("Prefer", "respond-async"), ("Accept", "text/csv")])
    let job = try end(of: asked.header("location"))
    let csv = try site.send(.get, job["result"]?.string ?? "")
    #expect(csv.header("content-type") == "text/csv; charset=utf-8" && csv.text.hasPrefix("id,code,until\r\n1,NT-27-"))
    #expect(csv.text.split(separator: "\r\n").count == 4)
    let lines = try end(of: try site.send(.get, "/api/v1/notes", headers: [("Prefer", "respond-async")]).header("location"))
    #expect(try site.send(.get, lines["result"]?.string ?? "").text.split(separator: "\n").count == 3)
    #expect(try site.entries().count == 5)
  }

  @Test func `a job is seen by its owner and the caretaker only, its result by its owner only`() throws {
    let begun = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#, headers: [("Prefer", "respond-async")])
    let location = try #require(begun.header("location"))
    _ = try end(of: location)
    #expect(try site.send(.get, "/api/v1/jobs")["items"]?.items.count == 1)
    #expect(try site.send(.get, "/api/v1/jobs", as: "reader")["items"]?.items.isEmpty == true)
    #expect(try site.send(.get, "/api/v1/jobs", as: "keeper")["items"]?.items.count == 1)
    for suffix in ["", "/result"] {
      #expect(try site.send(.get, location + suffix, as: "reader").status == 404)
      #expect(try site.send(.get, location + suffix, as: nil).status == 401)
    }
    #expect(try site.send(.get, location, as: "keeper").status == 200)
    #expect(try site.send(.get, location + "/result", as: "keeper").status == 404)
    expectProblem(try site.send(.delete, location), 409, "job.ended")
    #expect(try site.send(.delete, location, as: "reader").status == 404)
    for path in ["/api/v1/jobs/x", "/api/v1/jobs/999999999999999999999", "/api/v1/jobs/1/other", "/api/v1/jobs/1/result/2"] {
      #expect(try site.send(.get, path).status == 404, "\(path)")
    }
  }

  @Test func `a result is read only as long as its owner may do that work`() throws {
    let action = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#, headers: [("Prefer", "respond-async")])
    let export = try site.send(.get, "/api/v1/notes", headers: [("Prefer", "respond-async"), ("Accept", "text/csv")])
    let sheet = try importing("province,text\r\nIR-27,دو\r\n")
    let locations = try [action, export, sheet].map { try #require($0.header("location")) }
    for location in locations {
      #expect(try end(of: location)["state"] == "done")
      #expect(try site.send(.get, location + "/result").status == 200)
      // The same person, whose post was taken away.
      #expect(try site.send(.get, location, as: "former").status == 200)
      expectProblem(try site.send(.get, location + "/result", as: "former"), 403, "permission.missing")
    }
    #expect(try site.send(.get, "/api/v1/jobs", as: "former")["items"]?.items.count == 3)
    let kept = try end(of: try site.send(.post, "/api/v1/jobs/verifications", "{}", as: "keeper").header("location"), as: "keeper")
    #expect(try site.send(.get, kept["result"]?.string ?? "", as: "keeper").status == 200)
  }

  @Test func `a job that waits can be cancelled, and one that was cut short says so after the restart`() throws {
    // Sheets large enough to be met while they run.
    let sheet = "province,text\r\n" + String(repeating: "IR-27,سطر\r\n", count: 40_000)
    let whole = try importing(sheet).header("location")
    #expect(try site.send(.delete, whole ?? "").status == 200)
    #expect(try end(of: whole)["state"] == "cancelled" && site.entries().isEmpty)
    // Where rows stand for themselves, others write between them: a job that waits is written down meanwhile.
    let first = try importing(sheet, "?skipRefused=true").header("location")
    let second = try importing(sheet).header("location")
    #expect(try site.send(.get, first ?? "")["state"] == "running" && site.send(.get, second ?? "")["state"] == "waiting")
    #expect(try site.send(.delete, second ?? "").status == 200)
    #expect(try site.send(.delete, first ?? "").status == 200)
    #expect(try end(of: second)["state"] == "cancelled" && ["cancelled", "done"].contains(end(of: first)["state"]))
    let kept = try site.entries().count
    #expect(kept > 0 && kept < 40_000)
    let third = try importing(sheet + "IR-27,دیگر\r\n").header("location")
    let again = try site.restarted()
    let job = try again.send(.get, third ?? "")
    #expect(job["state"] == "interrupted" || job["state"] == "done", "\(job.text)")
  }

  @Test func `nights and the verification of the ledger are for the caretaker`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#)
    for path in ["/api/v1/jobs/nights", "/api/v1/jobs/verifications"] {
      expectProblem(try site.send(.post, path, "{}"), 403, "permission.missing")
      expectProblem(try site.send(.post, path, "{}", as: nil), 401, "session.required")
    }
    // Ready means that the mark of the last head is published.
    for _ in 0..<200 where try site.send(.get, "/readyz").status != 200 { usleep(50_000) }
    let verified = try end(of: try site.send(.post, "/api/v1/jobs/verifications", "{}", as: "keeper").header("location"), as: "keeper")
    #expect(verified["state"] == "done" && verified["work"] == "verify")
    #expect(try site.send(.get, verified["result"]?.string ?? "", as: "keeper")["outcome"] == "proven")
    let night = try end(of: try site.send(.post, "/api/v1/jobs/nights", "{}", as: "keeper").header("location"), as: "keeper")
    #expect(night["state"] == "done" && night["work"] == "night")
    expectProblem(try site.send(.post, "/api/v1/jobs/nights", #"{"on":"1405/01/01"}"#, as: "keeper"), 400, "input.invalid")
  }

  @Test func `results are sealed in the store`() throws {
    let begun = try site.send(
      .post, "/api/v1/notes", #"{"province":"IR-27","text":"یک","phone":"09123456789"}"#, headers: [("Prefer", "respond-async")])
    let job = try end(of: begun.header("location"))
    #expect(try site.send(.get, job["result"]?.string ?? "")["phone"] == "+989123456789")
    for file in ["", "-wal"] {
      let octets = (try? Data(contentsOf: URL(filePath: site.runtime.folder.database + file))) ?? Data()
      #expect(octets.firstRange(of: Data("9123456789".utf8)) == nil)
    }
  }
}
