import CLinux
import Glibc

/// The first loop's door: takes connections in and deals them out to all loops in turn.
final class Acceptor {
  let descriptor: Int32
  let mailboxes: [LoopMailbox]
  /// Given up for a moment when all descriptors are used, so that a waiting connection can be taken and closed
  /// instead of keeping the door ringing.
  var spare: Int32
  /// The system would not let us accept; the next tick tries again.
  var mustRetry = false
  var next = 0

  init(_ descriptor: Int32, _ mailboxes: [LoopMailbox]) {
    self.descriptor = descriptor
    self.mailboxes = mailboxes
    spare = open("/dev/null", O_RDONLY | O_CLOEXEC)
  }

  deinit {
    close(descriptor)
    if spare >= 0 { close(spare) }
  }
}

extension EventLoop {
  /// Peers that are told 503 at the same time; beyond them the door is just shut.
  private static var mostTurnedAway: Int { 128 }

  /// Opens the door of this loop.
  func listen(on descriptor: Int32, dealingTo mailboxes: [LoopMailbox]) throws {
    acceptor = Acceptor(descriptor, mailboxes)
    guard watch(descriptor, Self.acceptToken, EPOLLIN.rawValue | EPOLLET.rawValue) else {
      throw SystemCallFault("epoll_ctl")
    }
  }

  /// Takes in all connections that wait.
  func acceptAll() {
    guard let acceptor else { return }
    acceptor.mustRetry = false
    while true {
      var address = sockaddr_storage()
      var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      let taken = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          accept4(acceptor.descriptor, $0, &size, flags)
        }
      }
      if taken >= 0 {
        welcome(taken, PeerAddress(address).text, acceptor)
        continue
      }
      switch errno {
      case EAGAIN: return
      case EINTR, ECONNABORTED: continue
      case EMFILE where acceptor.spare >= 0, ENFILE where acceptor.spare >= 0:
        guard shedOne(acceptor) else { return }
      default:
        acceptor.mustRetry = true
        return
      }
    }
  }

  private func welcome(_ descriptor: Int32, _ peer: String, _ acceptor: Acceptor) {
    var yes: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard limiter.admit(peer) else { return turnAway(descriptor, peer) }
    acceptor.next = (acceptor.next + 1) % acceptor.mailboxes.count
    let mailbox = acceptor.mailboxes[acceptor.next]
    if mailbox === self.mailbox {
      adopt(descriptor, peer, isCounted: true)
    } else if !mailbox.post(.adopt(descriptor: descriptor, peer: peer)) {
      close(descriptor)
      limiter.leave(peer)
    }
  }

  private func turnAway(_ descriptor: Int32, _ peer: String) {
    let present = connections.count { $0?.isCounted == false }
    guard present < Self.mostTurnedAway, let connection = adopt(descriptor, peer, isCounted: false) else {
      if present >= Self.mostTurnedAway { close(descriptor) }
      return
    }
    refuse(connection, .tooManyConnections)
    service(connection)
  }

  /// All descriptors are used: the oldest waiting connection is taken with the spare one and closed.
  /// - Returns: whether there was one. The system reports a lack of descriptors before it looks whether any
  ///   connection waits, so this is the only way to know.
  private func shedOne(_ acceptor: Acceptor) -> Bool {
    close(acceptor.spare)
    let victim = accept4(acceptor.descriptor, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
    acceptor.mustRetry = victim < 0 && errno != EAGAIN
    if victim >= 0 { close(victim) }
    acceptor.spare = open("/dev/null", O_RDONLY | O_CLOEXEC)
    return victim >= 0
  }
}
