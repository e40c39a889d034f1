import Feature
import Synchronization

/// Carries the writer's desk to the units that run on the writer's thread.
final class WriterServicesBox: Sendable {
  // Safe because it is filled on the writer's thread before the first unit and used by units on that thread only.
  nonisolated(unsafe) private var services: WriterServices?

  func fill(_ services: WriterServices) { self.services = services }

  func open() throws -> WriterServices {
    guard let services else { throw CallFault.lost }
    return services
  }
}
