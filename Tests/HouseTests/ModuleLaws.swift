import Engine
import Feature
import TestKit
import Testing

/// Every installed module keeps the laws that can be read off its declaration; Modules/FIRST-MODULE.md shows each broken.
@Suite struct `Declared modules` {
  /// Numbers declared before a least and a most were asked for. A new one has both; a line leaves here when it gets them.
  static let unbounded: Set<String> = [
    "documents.document-form.largestBytes",
    "enquiries.enquiry-term.ngoSystemDays",
    "enquiries.enquiry-term.otherDays",
    "enquiries.enquiry-term.policeDays",
    "enquiries.enquiry-term.registryOfficeDays",
    "enquiries.enquiry-term.securityOfficeDays",
    "groups.formation-time.months",
    "groups.founding-quorum.minimumMembers",
    "groups.maturity.assessors",
    "groups.maturity.threshold",
    "groups.member-eligibility.minimumAge",
    "groups.trained-group.minimumNumber",
    "groups.trained-group.minimumShare",
    "healthbases.admission.minimumPersonnel",
    "healthbases.early-termination.noticeDays",
    "healthbases.year-approval.minimumCommitments",
    "institutes.founding-board.minimumFounders",
    "institutes.licence-term.years",
    "institutes.renewal-notice.monthsBefore",
    "mobilisation.choice-extension.maximumDays",
    "mobilisation.gathering-quorum.minimumAttendance",
    "mobilisation.neighbourhood-choice-term.days",
    "mobilisation.neighbourhood-choice.accessWeight",
    "mobilisation.neighbourhood-choice.capacityWeight",
    "mobilisation.neighbourhood-choice.harmWeight",
    "mobilisation.neighbourhood-choice.minimumCandidates",
    "mobilisation.neighbourhood-choice.needWeight",
    "mobilisation.ranking-complete.minimumNeeds",
    "mobilisation.ranking-criteria.feasibility",
    "mobilisation.ranking-criteria.fewest",
    "mobilisation.ranking-criteria.most",
    "mobilisation.ranking-criteria.participation",
    "mobilisation.ranking-criteria.severity",
    "mobilisation.ranking-criteria.spread",
    "mobilisation.ranking-criteria.urgency",
    "mobilisation.volunteer-eligibility.minimumAge",
    "monitoring.coverage-target.targetHundredths",
    "monitoring.growth-target.baseYear",
    "monitoring.growth-target.targetHundredths",
    "people.person-identity.oldestAge",
    "training.completion.minimumScore",
    "training.completion.minimumShare",
    "training.course-plan.largestCapacity",
    "training.national-plan.total",
    "training.settlement.costPerHead",
    "training.template-shape.longestCourse",
    "training.template-shape.workshopDays",
  ]

  @Test(arguments: ModuleLaw.allCases) func `an installed module keeps the law`(law: ModuleLaw) throws {
    let modules = try Installed.registry().modules
    #expect(modules.count >= 13)
    var open = Self.unbounded
    for (place, module) in modules.enumerated() {
      let breaches = try law.breaches(of: module, beside: Array(modules[..<place]))
      refuse(breaches.filter { breach in open.remove(String(breach.prefix { $0 != ":" })) == nil }.map { "\(law.statement): \($0)" })
    }
    if law == .bounds { #expect(open.isEmpty, "bounded by now: \(open.sorted())") }
  }

  @Test func `desks are always on, and the six features off until the national office switches them on`() throws {
    let six: Set = ["mobilisation", "groups", "training", "institutes", "healthbases", "monitoring"]
    for module in try Installed.registry().modules {
      let isDesk = Installed.room(of: module).hasPrefix("Modules/Office/")
      if isDesk { #expect(module.availability == .always, "\(module.id)") }
      if six.contains(module.id) { #expect(module.availability == .offUntilSwitchedOn, "\(module.id)") }
    }
  }
}
