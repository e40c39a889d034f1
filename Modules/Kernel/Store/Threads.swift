import CLinux
import Glibc
import Synchronization

/// A pthread with a Swift body; `Foundation.Thread` would bring Foundation along.
public final class Thread: Sendable {
  private let body: @Sendable () -> Void

  /// A thread that has not started.
  ///
  /// - Parameter body: run once; the thread ends with it.
  public init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Starts the thread, detached.
  public func start() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 4 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self).toOpaque()
    pthread_create(&thread, &attributes, { Thread.enter($0) }, box)
    pthread_attr_destroy(&attributes)
  }

  private static func enter(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<Thread>.fromOpaque(box).takeRetainedValue().body() }
    return nil
  }
}

/// A counting semaphore: wakes one waiting thread for each signal; a signal before anybody waits is remembered.
public final class Semaphore: Sendable {
  private let descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_SEMAPHORE))

  /// Nothing is remembered yet.
  public init() {}

  /// Wakes one that waits, now or later.
  public func signal() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }

  /// Waits until there is a signal and takes it.
  public func wait() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
  }

  /// - Returns: false when nothing was raised in that time.
  public func wait(milliseconds: Int32) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return false }
    wait()
    return true
  }

  deinit { close(descriptor) }
}

/// One value that a thread waits for and another gives.
public final class Promise<Content: Sendable>: Sendable {
  private let content = Mutex<Content?>(nil)
  private let semaphore = Semaphore()

  /// Nothing is given yet.
  public init() {}

  /// Gives the value; once.
  public func fulfill(_ value: Content) {
    content.withLock { $0 = value }
    semaphore.signal()
  }

  /// Waits for the value. One thread may wait, once: what was given is not told twice.
  public func wait() -> Content {
    while true {
      semaphore.wait()
      if let value = content.withLock({ $0 }) { return value }
    }
  }
}
