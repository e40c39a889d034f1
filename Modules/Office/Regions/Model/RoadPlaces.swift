import Contracts
import Feature

extension Neighbourhood: RoadRecord {
  static var road: RoadPlace { RoadPlace(.neighbourhood) }
}
