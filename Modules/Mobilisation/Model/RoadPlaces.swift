import Contracts
import Feature

extension Gathering: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(.gathering, milestones: [.init("day", "اجتماع داوطلبان", "volunteers' gathering")])
  }
}

extension Ranking: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(
      .ranking,
      milestones: [
        .init("startedOn", "آغاز اولویت‌بندی", "ranking started"), .init("lockedOn", "قطعی شدن اولویت‌ها", "ranking locked"),
      ])
  }
}
