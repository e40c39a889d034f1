public import Feature
import Store
import Synchronization
import Values

/// Runs jobs, one after the other, on a thread of its own, and tells of all jobs that there were.
///
/// Accounts take turns (`RoundRobinQueue`): ten imports of one make another's export wait for one of them, not for ten.
public final class JobBoard: Sendable {
  private static let mostWaitingOfOne = 16
  private static let mostWaiting = 64
  private static let mostListed: Int64 = 200

  private struct State {
    var live: [Int64: JobProgress] = [:]
    var waiting = RoundRobinQueue<WorkerPool.Work>(mostOfOne: JobBoard.mostWaitingOfOne, mostInAll: JobBoard.mostWaiting)
    var isClosing = false
  }

  private let runtime: Runtime
  private let workers: WorkerPool
  private let report: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// - Parameter report: takes a line about every fault of ours.
  /// - Throws: `StoreFault` when the store cannot be opened for reading.
  public init(_ runtime: Runtime, report: @escaping @Sendable (String) -> Void) throws {
    self.runtime = runtime
    self.report = report
    workers = try WorkerPool(runtime, threads: 1, limit: JobBoard.mostWaiting)
  }

  /// Writes the job down and puts it into the queue; `reply` is called once it is on disk, from whichever thread.
  ///
  /// - Throws: `Refusal` when the principal may not do this work, or too much waits.
  public func start(
    _ work: JobWork, _ context: CallContext, reply: @escaping @Sendable (Result<Job, any Error>) -> Void
  ) throws {
    try work.check(runtime, context)
    let owner = context.principal.id
    try reserve(for: owner)
    let number = Number()
    let now = runtime.clock.now()
    do {
      try KernelWrite.send(runtime) { connection in
        let id = try JobStore.open(work.name, owner: owner, at: now, on: connection)
        number.value.withLock { $0 = id }
      } reply: { [self] outcome in
        reply(
          Result {
            do { _ = try outcome.get() } catch {
              state.withLock { $0.waiting.release(for: owner) }
              throw error
            }
            return try enqueue(number.value.withLock { $0 }, work, context, since: now)
          })
      }
    } catch {
      state.withLock { $0.waiting.release(for: owner) }
      throw error
    }
  }

  private func reserve(for owner: String) throws {
    let admission = state.withLock { $0.isClosing ? .queueIsFull : $0.waiting.reserve(for: owner) }
    switch admission {
    case .admitted: return
    case .ownerIsFull:
      let most = JobBoard.mostWaitingOfOne
      throw Refusal(
        .unavailable, "busy",
        Texts(
          "\(most) کار شما در نوبت است؛ بگذارید یکی پایان یابد، یا یکی را لغو کنید.",
          "\(most) of your jobs are waiting; let one of them end, or cancel one."), retryAfter: 5)
    case .queueIsFull:
      throw Refusal(
        .unavailable, "busy", Texts("کارهای زیادی در نوبت‌اند؛ کمی بعد دوباره بفرستید.", "Too many jobs are waiting; try again shortly."),
        retryAfter: 5)
    }
  }

  /// Carries the number out of the writer.
  private final class Number: Sendable {
    let value = Mutex<Int64>(0)
  }

  private func enqueue(_ id: Int64, _ work: JobWork, _ context: CallContext, since: Int64) throws -> Job {
    let progress = JobProgress()
    state.withLock { state in
      state.live[id] = progress
      state.waiting.append({ [self] reader in run(id, work, progress, context, reader) }, of: context.principal.id)
    }
    // Which work it will be is decided when the thread is free.
    try workers.submit { [self] reader in state.withLock { $0.waiting.next() }?(reader) }
    return Job(
      id: id, work: work.name, state: .waiting, owner: context.principal.id, done: 0, total: nil,
      startedAt: Clock.rfc3339(since), endedAt: nil, log: [], result: nil, refusal: nil)
  }

  private func run(_ id: Int64, _ work: JobWork, _ progress: JobProgress, _ context: CallContext, _ reader: ReadSession) {
    progress.begin()
    var end = (state: JobState.done, refusal: JobRefusal?.none, result: JobResult?.none)
    do {
      try progress.note(0, of: nil)
      // Work may have waited for long: it is done with the rights of the moment at which it begins.
      var context = context
      context.principal = try runtime.snapshot(reader) { try runtime.registry.contracts.renewed(context.principal, in: $0) }
      try work.check(runtime, context)
      let result = try work.run(runtime, context, reader, progress)
      (end.state, end.result) = (result.endsEarly ? .cancelled : .done, result)
    } catch let refusal as Refusal {
      end = (refusal.code == "job.cancelled" ? .cancelled : .failed, JobRefusal(refusal), nil)
    } catch {
      report("job \(id) \(work.name): \(error)")
      let texts = Texts("خطای داخلی.", "Something failed here.")
      end = (.failed, JobRefusal(Refusal(.unavailable, "internal", texts)), nil)
    }
    // What the end of the server cut short stays open in the table; the next start calls it interrupted.
    if state.withLock({ $0.isClosing }), end.state == .cancelled { return }
    let (state, refusal, result) = end
    let now = runtime.clock.now()
    do {
      try KernelWrite.wait(runtime) { [vault = runtime.vault] connection in
        try JobStore.close(id, state, progress.now, refusal, result, at: now, vault, on: connection)
      }
    } catch {
      report("job \(id) \(work.name): \(error)")
    }
    self.state.withLock { _ = $0.live.removeValue(forKey: id) }
  }

  /// Cancels what runs and what waits; the thread ends when the present work has noticed.
  public func close() {
    let live = state.withLock { state in
      state.isClosing = true
      return Array(state.live.values)
    }
    for progress in live { progress.cancel() }
    workers.close()
  }

  // MARK: Looking

  /// The principal's own jobs, the last first; everybody's for whoever looks after the whole house.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func jobs(of principal: Principal, reader: ReadSession) throws -> [Job] {
    let owner = runtime.registry.isOperator(principal) ? nil : principal.id
    return try JobStore.list(owner: owner, limit: JobBoard.mostListed, reader.connection).map(present)
  }

  /// - Throws: `Refusal` 404 also for somebody else's job.
  public func job(_ id: Int64, of principal: Principal, reader: ReadSession) throws -> Job {
    guard let job = try JobStore.find(id, reader.connection), job.owner == principal.id || runtime.registry.isOperator(principal) else {
      throw Refusal.notFound(Texts("این کار", "This job"))
    }
    return present(job)
  }

  /// What it left behind; only for its owner, and only as long as they hold the right under which it was made.
  ///
  /// - Throws: `Refusal` of kind `conflict` while the job is open, `Refusal.notFound` for somebody else's job and for a
  ///   result that is no longer kept, `forbidden` for whoever may not do this work any longer.
  public func result(_ id: Int64, _ context: CallContext, reader: ReadSession) throws -> JobResult {
    let principal = context.principal
    let job = try job(id, of: principal, reader: reader)
    guard !job.state.isOpen else {
      throw Refusal(
        .conflict, "job.open", Texts("این کار هنوز پایان نیافته است.", "The job has not ended yet."), retryAfter: 1)
    }
    let missing = Refusal.notFound(Texts("نتیجهٔ این کار", "The result of this job"))
    guard job.owner == principal.id else { throw missing }
    try JobWork.check(named: job.work, runtime, context)
    guard let result = try JobStore.result(id, runtime.vault, reader.connection) else { throw missing }
    return result
  }

  /// Asks the job to stop where it is.
  ///
  /// - Throws: `Refusal.notFound` also for somebody else's job, a conflict for one that has ended.
  public func cancel(_ id: Int64, of principal: Principal, reader: ReadSession) throws -> Job {
    let job = try job(id, of: principal, reader: reader)
    guard let progress = state.withLock({ $0.live[id] }), job.state.isOpen else {
      throw Refusal.conflict("job.ended", Texts("این کار پایان یافته است.", "The job has ended already."))
    }
    progress.cancel()
    return present(job)
  }

  /// With what the running work says of itself.
  private func present(_ job: Job) -> Job {
    guard job.state.isOpen, let now = state.withLock({ $0.live[job.id] })?.now else { return job }
    var job = job
    job.state = now.isRunning ? .running : .waiting
    (job.done, job.total, job.log) = (now.done, now.total, now.log)
    return job
  }
}
