import Foundation
import Glibc
import Jalali
import Engine
import Feature
import Store

/// What a client sees: rates and delays over loopback, beside a fixed body, nginx and the raw loop.
struct WebMeasures {
  let options: Options
  let sheet: Sheet
  let store: BenchStore

  func run() throws {
    try store.lend {
      let server = try ServedStore(store.folder)
      defer { server.stop() }
      let idle = server.residentMiB
      sheet.add(
        "cold start to first answer", goal: "<= 0.5 of hb (outside)", figure: "\(short(server.coldStart * 1_000)) ms")
      sheet.keep("coldStartMs", server.coldStart * 1_000)
      sheet.add("resident memory, idle", goal: "<= 20 MiB", figure: "\(short(idle)) MiB", isMet: idle <= 20)
      try reads(server)
      try writes(server)
      let peak = server.peakMiB
      sheet.add("resident memory, under load", goal: "<= 64 MiB", figure: "\(short(peak)) MiB", isMet: peak <= 64)
      sheet.keep("idleMiB", idle)
      sheet.keep("loadMiB", peak)
    }
  }

  private func load(_ port: Int, _ request: String, _ name: String, _ server: ServedStore? = nil) throws -> LoadClient.Throughput {
    let before = server?.processorSeconds ?? 0
    let throughput = try LoadClient(port: port, request: request).run(
      connections: options.connections, seconds: options.seconds)
    if let server {
      let each = (server.processorSeconds - before) / (throughput.rate * options.seconds * 1.1) * 1e6
      sheet.keep("\(name).processorMicroseconds", each)
      sheet.note("\(name): \(short(each)) us of processor time a request")
    }
    guard throughput.failures == 0 else { throw Complaint("\(name): \(throughput.failures) answers were no success") }
    sheet.keep("\(name).rate", throughput.rate)
    sheet.keep("\(name).p99", throughput.p99)
    return throughput
  }

  private func reads(_ server: ServedStore) throws {
    let fixed = try load(server.port, LoadClient.get("/healthz"), "fixed", server)
    let byID = try load(
      server.port, LoadClient.get("/api/v1/mobilisation/needs/7", token: store.token), "get", server)
    var beside = "\(short(byID.rate / fixed.rate)) of our fixed body (\(short(fixed.rate))/s)"
    var isMet: Bool?
    if let nginx = try StaticNginx(body: byID.bodyLength) {
      defer { nginx.stop() }
      let file = try load(nginx.port, LoadClient.get("/body"), "nginx")
      beside += ", \(short(byID.rate / file.rate)) of nginx (\(short(file.rate))/s)"
      isMet = byID.rate / file.rate >= 0.6
    } else {
      sheet.note("nginx is not here: the read by id stands beside our own fixed body only.")
    }
    sheet.add(
      "GET by id, token and scope", goal: ">= 0.6 of nginx", figure: "\(short(byID.rate))/s", beside: beside, isMet: isMet)
    sheet.add("  p99", goal: "<= 3 ms", figure: "\(short(byID.p99)) ms", isMet: byID.p99 <= 3)
    let page = try load(
      server.port, LoadClient.get("/api/v1/health-bases/agreements/7", token: store.token), "page", server)
    sheet.add(
      "case page: three rows, six counts, a rule", goal: "-", figure: "\(short(page.rate))/s",
      beside: "\(short(page.rate / byID.rate)) of the read by id")
    let list = try load(
      server.port, LoadClient.get("/api/v1/mobilisation/needs?limit=50", token: store.token), "list", server)
    sheet.add(
      "list of 50", goal: ">= 7 x hb (outside)", figure: "\(short(list.rate))/s",
      beside: "\(short(list.rate / fixed.rate)) of our fixed body")
    sheet.add("  p99", goal: "<= 8 ms", figure: "\(short(list.p99)) ms", isMet: list.p99 <= 8)
  }

  private func writes(_ server: ServedStore) throws {
    let plain = try load(
      server.port,
      LoadClient.post(
        "/api/v1/mobilisation/needs", token: store.token,
        body: #"{"neighbourhood":1,"title":"روشنایی کوچهٔ @@@@@@@@","category":"infrastructure"}"#), "post", server)
    try show(plain, "audited POST, one row", .init(inserts: 1, updates: 0, entries: 1, verdicts: 0))
    let ruled = try load(
      server.port,
      LoadClient.post(
        "/api/v1/health-bases/agreements/7/activities", token: store.token,
        body: #"{"commitment":"assets","day":"\#(today)","title":"نشست","report":"گزارش"}"#), "postRule", server)
    try show(ruled, "audited POST, rule and two rows", .init(inserts: 1, updates: 1, entries: 2, verdicts: 1))
  }

  private var today: String { Clock.system.day.iso }

  private func show(_ throughput: LoadClient.Throughput, _ name: String, _ unit: RawLoop.Unit) throws {
    let raw = try RawLoop(file: store.folder.path + "/raw-\(unit.entries).db")
    let ceiling = try raw.run(unit, count: 20_000, unitsPerCommit: options.connections / 2)
    sheet.keep("raw.\(unit.entries)", ceiling)
    sheet.add(
      name, goal: ">= 6 x hb (outside)", figure: "\(short(throughput.rate))/s",
      beside: "\(short(throughput.rate / ceiling)) of the raw loop (\(short(ceiling))/s)")
    sheet.add("  p99", goal: "<= 8 ms", figure: "\(short(throughput.p99)) ms", isMet: throughput.p99 <= 8)
  }
}
