import Ledger
import Engine
import Feature
import TestKit
import Testing

@testable import Host

/// The same road with nothing but `curl`, and with nothing but the console, leads to the same rows and the same ledger.
@Suite struct ReplayStory {
  @Test(.enabled(if: Place.curl != nil, "there is no curl on this machine"))
  func `the road by curl alone leaves what the road in process left`() throws {
    let curl = try #require(Place.curl)
    try check { served in
      CurlHand(
        curl, port: served.port, registry: served.store.runtime.registry, admin: served.store.secret,
        folder: served.store.place)
    }
  }

  @Test(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
  func `the road by the console alone leaves what the road in process left`() throws {
    let program = try #require(Place.program)
    try check { served in
      ConsoleHand(program, port: served.port, admin: served.store.secret, folder: served.store.place)
    }
  }

  private func check(_ hand: (ServedStore) -> any Hand) throws {
    let walked = try WalkedRoad.golestan.get()
    let served = try ServedStore(StoryStore(on: try Road.firstDay()))
    try served.store.replay(walked.story, by: hand(served))
    let one = try Snapshot(walked.store.runtime.folder, walked.store.runtime.registry)
    let other = try Snapshot(served.store.runtime.folder, served.store.runtime.registry)
    let difference = Snapshot.difference(one, other).joined(separator: "\n")
    #expect(difference.isEmpty, "\(difference)")
    #expect(one.entries.count > walked.story.count)
    #expect(served.faults.all.isEmpty)
    #expect(try served.store.verify().conclusion == .proven)
  }
}
