import HTTP
import Engine
import Persian

/// `/metrics` in the text format of Prometheus, version 0.0.4.
struct MetricsPage {
  private var text = ""

  static func response(_ meter: Meter, _ gauges: Gauges, _ id: String) -> HTTPResponse {
    var page = MetricsPage()
    page.put(meter)
    page.put(gauges)
    return Problem.answer(200, type: "text/plain; version=0.0.4; charset=utf-8", request: id, body: Array(page.text.utf8))
  }

  private mutating func put(_ meter: Meter) {
    let counts = meter.now
    head("http_requests_total", "counter", "Answers by route and status.")
    let width = Meter.statuses.count + 1
    for (number, route) in meter.routes.enumerated() {
      for place in 0..<width where counts.answers[number * width + place] > 0 {
        let status = place < Meter.statuses.count ? String(Meter.statuses[place]) : "other"
        line("http_requests_total{route=\"\(route.name)\",status=\"\(status)\"}", "\(counts.answers[number * width + place])")
      }
    }
    head("http_request_seconds", "histogram", "Time from the whole request to its answer, by kind of work.")
    for (kind, name) in Meter.kinds.enumerated() {
      var total: Int64 = 0
      for bucket in 0...Meter.bounds.count {
        total += counts.times[kind * (Meter.bounds.count + 1) + bucket]
        let bound = bucket < Meter.bounds.count ? seconds(Meter.bounds[bucket]) : "+Inf"
        line("http_request_seconds_bucket{kind=\"\(name)\",le=\"\(bound)\"}", "\(total)")
      }
      line("http_request_seconds_sum{kind=\"\(name)\"}", seconds(counts.sums[kind]))
      line("http_request_seconds_count{kind=\"\(name)\"}", "\(total)")
    }
  }

  private mutating func put(_ gauges: Gauges) {
    gauge("ledger_size", "Entries of the ledger.", "\(gauges.ledgerSize)")
    gauge("wal_bytes", "Length of the write-ahead log.", "\(gauges.walBytes)")
    gauge("writer_queue_length", "Units that wait for the writer.", "\(gauges.waitingWrites)")
    head("store_faults_total", "counter", "Faults of disk and file that the store met.")
    line("store_faults_total", "\(gauges.storeFaults)")
    gauge("nights_missed", "Nights before today that were not run.", "\(gauges.nights.missedCount)")
    gauge("nights_held", "1 while missed nights wait for a person.", gauges.nights.isHeld ? "1" : "0")
    gauge("nights_rows_set_aside", "Rows of the night that failed by a fault of the program.", "\(gauges.nights.failed)")
    gauge("clock_doubtful", "1 while the machine's clock is not believed.", gauges.nights.clock == nil ? "0" : "1")
    if let sessions = gauges.openSessions { gauge("sessions_open", "Sessions that are open.", "\(sessions)") }
    guard let night = gauges.lastNight else { return }
    head("jobs_last_success_timestamp_seconds", "gauge", "When a job last ran through; Unix time.")
    line("jobs_last_success_timestamp_seconds{job=\"night\"}", seconds(night))
  }

  private mutating func gauge(_ name: String, _ help: String, _ value: String) {
    head(name, "gauge", help)
    line(name, value)
  }

  private mutating func head(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private mutating func line(_ name: String, _ value: String) { text += "\(name) \(value)\n" }

  private func seconds(_ micros: Int64) -> String {
    let short = String((micros % 1_000_000).padded(to: 6).reversed().drop { $0 == "0" }.reversed())
    return short.isEmpty ? "\(micros / 1_000_000)" : "\(micros / 1_000_000).\(short)"
  }
}
