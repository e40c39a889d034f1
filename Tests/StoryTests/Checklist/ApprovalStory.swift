import HTTP
import Ledger
import Engine
import Feature
import TestKit
import Testing
import Values

@testable import Host

/// Fifty people press the same button at the same moment, at every decision of the road.
@Suite(.serialized) struct ApprovalStory {
  static let decisions: Set<String> = [
    "mobilisation.select-clinic", "mobilisation.choose-neighbourhood", "mobilisation.lock-ranking", "groups.accept-request",
    "groups.confirm-identity", "groups.declare-trained", "groups.start-plan", "groups.declare-mature", "training.certify",
    "institutes.approve-file", "institutes.agree-in-principle", "institutes.license", "healthbases.admit", "healthbases.agree",
    "healthbases.approve-year", "monitoring.measure", "monitoring.approve", "enquiries.answer",
  ]

  private func walk(key: String?) throws -> (CrowdHand, ServedStore) {
    let story = try WalkedRoad.golestan.get().story
    let served = try ServedStore(StoryStore(on: try Road.firstDay()))
    let crowd = CrowdHand(served, decisions: ApprovalStory.decisions, key: key)
    try served.store.replay(story, by: crowd)
    #expect(Set(crowd.rushes.map(\.command.spec.id)) == ApprovalStory.decisions)
    #expect(served.faults.all.isEmpty, "\(served.faults.all.prefix(3))")
    #expect(try served.store.verify().conclusion == .proven)
    return (crowd, served)
  }

  private func checkEffect(_ rush: CrowdHand.Rush) {
    #expect(rush.answers.count == CrowdHand.size)
    #expect(rush.foretold > 0 && rush.after - rush.before == rush.foretold, "\(rush.command.spec.id): \(rush.before) \(rush.after)")
  }

  @Test func `one takes effect, leaves what one leaves in the ledger, and the others are refused`() throws {
    let (crowd, _) = try walk(key: nil)
    for rush in crowd.rushes {
      checkEffect(rush)
      let statuses = rush.answers.map(\.status)
      // What is so already may be said again: it changes nothing, and no entry is left.
      #expect(
        rush.answers.filter { $0.status == 201 && $0.header("hamyar-entry") != nil }.count == 1, "\(rush.command.spec.id): \(Set(statuses))"
      )
      #expect(
        statuses.allSatisfy { (200..<300).contains($0) || [404, 409, 422].contains($0) }, "\(rush.command.spec.id): \(Set(statuses))")
    }
  }

  @Test func `with one key all fifty get one answer`() throws {
    let (crowd, _) = try walk(key: "crowd")
    for rush in crowd.rushes {
      checkEffect(rush)
      let first = rush.answers[0]
      let name = rush.command.spec.id
      #expect(first.status == 201, "\(name): \(first.text)")
      #expect(rush.answers.allSatisfy { $0.status == first.status && $0.body == first.body }, "\(name)")
      for header in ["etag", "hamyar-entry"] {
        #expect(rush.answers.allSatisfy { $0.header(header) == first.header(header) }, "\(name) \(header)")
      }
      #expect(rush.answers.filter { $0.header("idempotent-replayed") == nil }.count == 1, "\(name)")
    }
  }

  @Test func `every answer on the road has the members that were declared`() throws {
    let story = try WalkedRoad.golestan.get().story
    let served = try ServedStore(StoryStore(on: try Road.firstDay()))
    let hand = CrowdHand(served, decisions: [], key: nil)
    try served.store.replay(story, by: hand)
    #expect(hand.misshapen.isEmpty, "\(Set(hand.misshapen).sorted())")
    #expect(hand.done.count > 40, "\(hand.done.count)")
  }

  @Test func `a repeated answer shows personal data as the first one did, to whoever may see it`() throws {
    let household = try Household(StoryStore(on: try Road.firstDay()))
    let person: Value = .record([
      "nationalID": "0076229645", "firstName": "زهرا", "familyName": "محمدی", "fatherName": "علی", "birth": "1370/01/01",
      "isLiterate": true, "mobile": "09121234567", "consentedOn": "1404/03/01",
    ])
    let headers = [("Content-Type", "application/json"), ("Idempotency-Key", "k")]
    func register() throws -> HTTPClient.Response {
      try household.send("POST", "/api/v1/people", headers: headers, JSONWriter.write(person), as: "prevention.officer")
    }
    let first = try register()
    #expect(first.status == 201 && first.text.contains("0076229645"), "\(first.text)")
    let second = try register()
    #expect(second.header("idempotent-replayed") == "true" && second.text == first.text)
    #expect(second.header("etag") == first.header("etag"))
  }
}
