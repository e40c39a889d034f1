import Synchronization

/// Carries the writer's desk to the units that run on the writer's thread.
final class WriterDeskBox: Sendable {
  // Safe because it is filled on the writer's thread before the first unit and used by units on that thread only.
  nonisolated(unsafe) private var desk: WriterDesk?

  func fill(_ desk: WriterDesk) { self.desk = desk }

  func open() throws -> WriterDesk {
    guard let desk else { throw CallFault.lost }
    return desk
  }
}
