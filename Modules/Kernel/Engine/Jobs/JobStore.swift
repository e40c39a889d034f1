import Feature
import Ledger
import Store
import Values

/// Where jobs are written down, so that a restart forgets none. Results are sealed: an export holds personal data.
enum JobStore {
  private static let columns = "id, work, state, owner, done, total, started_at, ended_at, log, refusal, result_type"

  /// - Returns: the number of the new job.
  static func open(_ work: String, owner: String, at now: Int64, on connection: Connection) throws -> Int64 {
    let id = try connection.privileged("SELECT coalesce(max(id),0)+1 FROM registry_job").first()?.integer ?? 1
    try connection.privileged(
      "INSERT INTO registry_job(id,work,state,owner,done,started_at,log) VALUES(?,?,'waiting',?,0,?,'[]')"
    ).bind([.int(id), .text(work), .text(owner), .int(now)]).run()
    return id
  }

  static func close(
    _ id: Int64, _ state: JobState, _ progress: JobProgress.State, _ refusal: JobRefusal?, _ result: JobResult?, at now: Int64,
    _ vault: Vault, on connection: Connection
  ) throws {
    let box = try result.map { try vault.seal($0.body, at: place(id), subject: nil, on: connection) }
    try connection.privileged(
      "UPDATE registry_job SET state=?, done=?, total=?, ended_at=?, log=?, refusal=?, result_type=?, result=? WHERE id=?"
    ).bind([
      .text(state.rawValue), .int(Int64(progress.done)), progress.total.map { .int(Int64($0)) } ?? .null, .int(now),
      .text(JSONWriter.text(.list(progress.log.map(Value.text)))),
      try refusal.map { .text(JSONWriter.text(try ValueEncoder.encode($0))) } ?? .null,
      result.map { .text($0.type) } ?? .null, box.map(Value.bytes) ?? .null, .int(id),
    ]).run()
  }

  /// Whatever was under way when the process before this one ended.
  static func interruptAll(at now: Int64, on connection: Connection) throws {
    try connection.privileged("UPDATE registry_job SET state='interrupted', ended_at=? WHERE ended_at IS NULL").bind([.int(now)]).run()
  }

  static func find(_ id: Int64, _ connection: Connection) throws -> Job? {
    try connection.privileged(text: "SELECT \(columns) FROM registry_job WHERE id=?").bind([.int(id)]).all().first.map(job)
  }

  /// The last ones first. - Parameter owner: nil for everybody's.
  static func list(owner: String?, limit: Int64, _ connection: Connection) throws -> [Job] {
    try connection.privileged(text: "SELECT \(columns) FROM registry_job WHERE owner=coalesce(?,owner) ORDER BY id DESC LIMIT ?")
      .bind([owner.map(Value.text) ?? .null, .int(limit)]).all().map(job)
  }

  static func result(_ id: Int64, _ vault: Vault, _ connection: Connection) throws -> JobResult? {
    let row = try connection.privileged("SELECT result_type, result FROM registry_job WHERE id=?").bind([.int(id)]).all().first
    guard let row, let type = row[0].string, case .bytes(let box) = row[1],
      let body = try vault.open(box, at: place(id), subject: nil, on: connection)
    else { return nil }
    return JobResult(type: type, body: body)
  }

  private static func place(_ id: Int64) -> VaultPlace { VaultPlace(table: "registry_job", column: "result", row: id) }

  private static func job(_ row: [Value]) throws -> Job {
    let id = row[0].integer ?? 0
    let log = try JSONReader.read(Array((row[8].string ?? "[]").utf8)).items.compactMap(\.string)
    let refusal = try row[9].string.map { try ValueDecoder.decode(JobRefusal.self, from: try JSONReader.read(Array($0.utf8))) }
    let state = row[2].string.flatMap { JobState(rawValue: $0) } ?? .interrupted
    let work = row[1].string ?? ""
    return Job(
      id: id, work: work, state: state,
      owner: row[3].string ?? "", done: Int(row[4].integer ?? 0), total: row[5].integer.map { Int($0) },
      startedAt: Clock.rfc3339(row[6].integer ?? 0), endedAt: row[7].integer.map(Clock.rfc3339), log: log,
      result: row[10].string.map { _ in "/api/v1/jobs/\(id)/result" },
      refusal: refusal ?? (state == .interrupted ? .interrupted(work) : nil))
  }
}
