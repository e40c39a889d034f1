import Testing

@testable import Secrets

struct KeyPoolTests {
  private func bytes(_ key: SecretKey) -> [UInt8] { key.withBytes { Array($0) } }

  @Test func `Keys of a pool are kept apart, over as many pages as they need`() throws {
    let pool = KeyPool()
    let count = 2 * KeyPool.placesOfBlock + 3
    let keys = try (0..<count).map { number in try SecretKey(in: pool) { $0.update(repeating: UInt8(number % 251), count: 32) } }
    for (number, key) in keys.enumerated() { #expect(bytes(key) == [UInt8](repeating: UInt8(number % 251), count: 32)) }
    #expect(Set(try (0..<64).map { _ in bytes(try SecretKey.random(in: pool)) }).count == 64)
    #expect(pool.taken == count)
  }

  @Test func `The last copy of a key to go wipes its place, and others get it zeroed`() throws {
    let pool = KeyPool()
    let place = try pool.take()
    pool.giveBack(place)
    do {
      let key = try SecretKey(in: pool) { $0.update(repeating: 0xAB, count: 32) }
      let copy = key
      #expect(bytes(copy) == [UInt8](repeating: 0xAB, count: 32) && pool.taken == 1)
    }
    #expect(pool.taken == 0)
    #expect(UnsafeRawBufferPointer(start: pool.start(of: place), count: 32).allSatisfy { $0 == 0 })
    #expect(try pool.take() == place)
  }

  @Test func `A key that cannot be filled leaves nothing behind`() throws {
    struct Unready: Error {}
    let pool = KeyPool()
    #expect(throws: Unready.self) {
      try SecretKey(in: pool) { out in
        out.update(repeating: 0xAB, count: 32)
        throw Unready()
      }
    }
    let place = try pool.take()
    #expect(pool.taken == 1)
    #expect(UnsafeRawBufferPointer(start: pool.start(of: place), count: 32).allSatisfy { $0 == 0 })
  }

  @Test func `A key outlives whoever made its pool`() throws {
    var pool: KeyPool? = KeyPool()
    let key = try SecretKey(in: pool) { $0.update(repeating: 7, count: 32) }
    pool = nil
    #expect(bytes(key) == [UInt8](repeating: 7, count: 32))
  }

  @Test func `Threads that take and give back at the same time keep their own`() async throws {
    let pool = KeyPool()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for thread in UInt8(1)...8 {
        group.addTask {
          try (0..<500).allSatisfy { _ in
            let key = try SecretKey(in: pool) { $0.update(repeating: thread, count: 32) }
            return key.withBytes { $0.allSatisfy { $0 == thread } }
          }
        }
      }
      for try await isOwn in group { #expect(isOwn) }
    }
    #expect(pool.taken == 0)
  }

  @Test func `A wrapped key opens into a pool`() throws {
    let (pool, sealer) = (KeyPool(), Sealer(key: try .random()))
    let key = try SecretKey.random(in: pool)
    let opened = try sealer.openKey(sealer.seal(key, aad: [1]), aad: [1], in: pool)
    #expect(bytes(opened) == bytes(key) && pool.taken == 2)
    #expect(throws: SecretFault.notAuthentic) { try sealer.openKey(sealer.seal(key, aad: [1]), aad: [2], in: pool) }
    #expect(pool.taken == 2)
  }
}

struct RandomDrawTests {
  @Test func `A draw hands out no byte twice, also to whoever wants more than was drawn`() {
    var draw = RandomDraw(count: 64)
    var seen: Set<[UInt8]> = []
    for _ in 0..<5 {
      var taken: [UInt8] = [9]
      draw.take(24, to: &taken)
      #expect(taken.count == 25 && taken.first == 9)
      #expect(seen.insert(Array(taken.dropFirst())).inserted)
    }
    var (left, right) = ([UInt8](repeating: 0, count: 16), [UInt8](repeating: 0, count: 16))
    draw.take(16, into: &left)
    draw.take(16, into: &right)
    #expect(left != right && !left.allSatisfy { $0 == 0 })
  }

  @Test func `Boxes of one draw open, behind what leads them, and have nonces of their own`() throws {
    let sealer = Sealer(key: try .random())
    var draw = RandomDraw(count: 2 * Sealer.nonceLength)
    let boxes = (0..<3).map { _ in sealer.seal([1, 2, 3], aad: [5], after: [42], drawing: &draw) }
    for box in boxes {
      #expect(box.first == 42 && box.count == 1 + 3 + Sealer.overhead)
      #expect(try sealer.open(Array(box.dropFirst()), aad: [5]) == [1, 2, 3])
    }
    #expect(Set(boxes.map { $0[1...Sealer.nonceLength] }).count == 3)
  }
}
