import Contracts
import Feature

extension Group: RoadRecord {
  /// A formation request names the gathering it rests on by the place and the day.
  static var road: RoadPlace {
    RoadPlace(
      .group,
      milestones: [
        .init("requestedOn", "درخواست تشکیل گروه", "formation request"),
        .init("identityConfirmedOn", "احراز هویت متقاضی", "identity confirmed"),
        .init("trainedOn", "گروه آموزش‌دیده", "trained group"), .init("maturedOn", "گروه بالنده", "mature group"),
        .init("instituteOn", "مؤسسه شدن", "became an institute"),
      ], matches: [.init(GatheringEntity.self, ["neighbourhood": "neighbourhood", "gatheringOn": "day"])])
  }
}

extension Plan: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(
      .plan,
      milestones: [.init("adoptedOn", "تصویب برنامه", "plan adopted"), .init("startedOn", "آغاز برنامه", "plan started")],
      partOf: ["groupID"])
  }
}

extension Project: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(.project, milestones: [.init("closedOn", "پایان پروژه", "project closed")], partOf: ["groupID", "planID"])
  }
}
